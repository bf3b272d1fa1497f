import { randomBytes } from "node:crypto";
import type { BackupFound } from "#core/host.ts";
import { Problem } from "#core/problems.ts";
import { casesOf, type FoundBackup, type FoundSet } from "./find-backups.ts";

/** Backups that were opened for restoring, by a handle: a window names handles and sets, never paths. */
export interface OpenedBackups {
  keep(found: FoundBackup): BackupFound;
  /** @throws {Problem} `backup-not-found` */
  set(backup: unknown, setId: unknown): FoundSet;
}

export function openedBackups(): OpenedBackups {
  const opened = new Map<unknown, FoundBackup>();
  return {
    keep: (found) => {
      const backup = randomBytes(16).toString("hex");
      opened.set(backup, found);
      const [oldest] = opened.keys();
      if (opened.size > most) opened.delete(oldest);
      const sets = found.sets.map((set) => ({
        id: set.id,
        at: set.manifest.at,
        caseIds: casesOf(set),
        ...(set.manifest.doubtful === null ? {} : { doubtful: set.manifest.doubtful }),
      }));
      return { backup, folder: found.folder, sets };
    },
    set: (backup, setId) => {
      const set = opened.get(backup)?.sets.find(({ id }) => id === setId);
      if (set === undefined) throw new Problem("backup-not-found");
      return set;
    },
  };
}

const most = 8;

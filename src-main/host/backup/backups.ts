import type { BackupFound, BackupKeys, BackupState, Erased, Restored } from "#core/host.ts";
import { checkedId, checkedSmall } from "../checked.ts";
import { changeRecord } from "./backup-record.ts";
import { allErased, runBackups, Stopped } from "./backup-runs.ts";
import { backupState, changedSinceLast, mayComeBack } from "./backup-state.ts";
import { takeFolder } from "./choose-folder.ts";
import { findBackups } from "./find-backups.ts";
import { openedBackups } from "./opened.ts";
import { dropPutAside, finishRestoring, keysOf, restoreOne, restoreSet, whileAlone } from "./restore.ts";
import { backupSchedule } from "./schedule.ts";
import { oneAtATime } from "./turns.ts";

/** What backups need of the host around them. */
export interface BackupOptions {
  readonly dataFolder: string;
  /** Asks for a folder; null when the person cancelled. Where the host has no dialog it gives `typed` back. */
  readonly askFolder: (typed: string) => Promise<string | null>;
  /** The service that seems to copy a folder elsewhere, or null (synced-folder.ts). */
  readonly syncedBy: (path: string) => Promise<string | null>;
  /**
   * Takes a case for writing, as a window would; null when another window or process has it, this one included.
   * Asked only for cases whose folder is there.
   */
  readonly takeCase: (caseId: string) => Promise<{ release(): Promise<void> } | null>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** How long after a change a backup is made: 1 minute. */
  readonly afterChangeMillis?: number;
  /** The least time between two automatic backups: 10 minutes. */
  readonly betweenMillis?: number;
  /** How long closing waits for the last backup before it is broken off: 20 seconds. */
  readonly closingMillis?: number;
}

/** What is to be erased of a case: all of it, or these parts. */
export type ErasedParts = "whole" | { readonly writers: readonly string[]; readonly objects: readonly string[] };

/**
 * Backups of a data folder: automatic, needing no key, and restoring from them. The calls of `Host` of the same
 * names are answered by these as they are; arguments are checked here.
 */
export interface BackupFiles {
  /** Settles once a restoring that was killed in its last step has been finished. Answer no call before. */
  readonly ready: Promise<void>;
  backupState(): Promise<BackupState>;
  chooseBackupFolder(typed: string): Promise<BackupState | null>;
  stopBackups(): Promise<BackupState>;
  backUpNow(): Promise<BackupState>;
  openBackup(typed: string): Promise<BackupFound | null>;
  readBackup(backup: string, setId: string): Promise<BackupKeys>;
  restoreVault(backup: string, setId: string): Promise<void>;
  restoreCase(backup: string, setId: string, caseId: string, key: Uint8Array | null): Promise<Restored>;
  /** Something was written, into a case or (null) the key files: a backup is made about a minute later. Answers at once. */
  noteChange(caseId: string | null): void;
  /**
   * The backup half of `eraseParts` and `eraseCase`. Call it once `cases/<id>/erased.json` says what is erased
   * (erased-parts.ts) and it is gone here: first what is left is backed up, then the erased parts leave every set.
   */
  erase(caseId: string, parts: ErasedParts): Promise<Erased["backups"]>;
  /** Makes a last backup where there are changes, and ends. */
  close(): Promise<void>;
}

export function backupFiles(options: BackupOptions): BackupFiles {
  const { dataFolder, askFolder, takeCase, now = Date.now, closingMillis = 20_000 } = options;
  const turns = oneAtATime();
  const opened = openedBackups();
  /** changes seen by this process, and how many of them the last good backup held */
  const seen = { changes: 0, kept: 0, beforeStart: false, running: false, closing: false, stopped: false };
  const check = () => {
    if (seen.stopped) throw new Stopped();
  };
  const run = (patienceMillis: number): Promise<void> =>
    turns(async () => {
      seen.running = true;
      const before = seen.changes;
      schedule.tried();
      try {
        const outcome = await runBackups({ dataFolder, now, check }, patienceMillis);
        if (outcome === "good") Object.assign(seen, { kept: before, beforeStart: false });
        const again = outcome === "busy" || (outcome !== "off" && seen.changes > before);
        if ((again || (await mayComeBack(dataFolder))) && !seen.closing) schedule.changed();
      } finally {
        seen.running = false;
      }
    });
  const schedule = backupSchedule({
    now,
    afterChangeMillis: options.afterChangeMillis ?? 60_000,
    betweenMillis: options.betweenMillis ?? 600_000,
    run: () => void run(0).catch(() => undefined),
  });
  /** What an earlier process had not taken out of the backups when it ended. */
  const finishErasing = async () => {
    if ((await allErased(dataFolder)) === false && !seen.closing) schedule.changed();
  };
  const state = () => backupState(options, seen);
  const restoring = <T>(work: () => Promise<T>): Promise<T> =>
    turns(() => whileAlone(dataFolder, work)).finally(() => {
      seen.changes += 1;
      if (!seen.closing) schedule.changed();
    });
  return {
    ready: finishRestoring(dataFolder).then(async () => {
      seen.beforeStart = await changedSinceLast(dataFolder).catch(() => false);
      if (seen.beforeStart && !seen.closing) schedule.changed();
      // Nobody waits for this: a backup's disk may be slow to answer, or not there.
      else void finishErasing().catch(() => undefined);
    }),
    backupState: state,
    chooseBackupFolder: async (typed) => {
      const picked = await askFolder(typed);
      if (picked === null) return null;
      await takeFolder(dataFolder, picked);
      seen.beforeStart = true;
      schedule.changed();
      return state();
    },
    stopBackups: async () => {
      await changeRecord(dataFolder, (record) => ({ ...record, folder: null, lastTriedAt: null, problem: null }));
      return state();
    },
    backUpNow: async () => {
      await run(patienceMillis);
      return state();
    },
    openBackup: async (typed) => {
      const picked = await askFolder(typed);
      return picked === null ? null : opened.keep(await findBackups(picked));
    },
    readBackup: async (backup, setId) => keysOf(opened.set(backup, setId)),
    restoreVault: async (backup, setId) =>
      restoring(() => restoreSet({ dataFolder, takeCase }, opened.set(backup, setId))),
    restoreCase: async (backup, setId, caseId, key) => {
      const [id, sealed] = [checkedId(caseId), key === null ? null : checkedSmall(key)];
      return restoring(() => restoreOne({ dataFolder, takeCase }, opened.set(backup, setId), id, sealed));
    },
    noteChange: () => {
      seen.changes += 1;
      if (!seen.closing) schedule.changed();
    },
    erase: async (caseId, parts) => {
      if (parts !== "whole") await dropPutAside(dataFolder, caseId, parts.objects);
      seen.changes += 1;
      if ((await allErased(dataFolder)) === null) return "none";
      await run(patienceMillis).catch(() => undefined);
      return (await allErased(dataFolder)) === true ? "erased" : "waiting";
    },
    close: async () => {
      seen.closing = true;
      schedule.stop();
      const last = (seen.changes > seen.kept ? run(0) : turns(async () => undefined)).catch(() => undefined);
      const late = setTimeout(() => {
        seen.stopped = true;
      }, closingMillis);
      await last;
      clearTimeout(late);
    },
  };
}

/** How long another process that is backing up is waited for, where somebody waits for an answer. */
const patienceMillis = 30_000;

import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { BackupState } from "#core/host.ts";
import { namesIn, vaultFolders } from "../folders.ts";
import { type BackupRecord, type KnownPlace, readRecord } from "./backup-record.ts";
import { allErased } from "./backup-runs.ts";
import { caseIds } from "./survey.ts";

/** What this process knows beside what is written down. */
export interface SeenChanges {
  readonly changes: number;
  readonly kept: number;
  readonly beforeStart: boolean;
  readonly running: boolean;
}

/** How backups stand, as it is shown. */
export async function backupState(
  options: { readonly dataFolder: string; readonly syncedBy: (path: string) => Promise<string | null> },
  { changes, kept, beforeStart, running }: SeenChanges,
): Promise<BackupState> {
  const record = await readRecord(options.dataFolder);
  const { folder, lastTriedAt, problem } = record;
  const lastGoodAt = lastOf(record)?.lastGoodAt ?? null;
  const behind = changes > kept || beforeStart || lastGoodAt === null || problem !== null;
  return {
    folder,
    syncedBy: folder === null ? null : await options.syncedBy(folder).catch(() => null),
    ...{ lastGoodAt, lastTriedAt, problem, running },
    behind: folder !== null && behind,
  };
}

/** Whether anything was written since the last good backup, by this process or an earlier one. */
export async function changedSinceLast(dataFolder: string): Promise<boolean> {
  const record = await readRecord(dataFolder);
  if (record.folder === null) return false;
  const lastGoodAt = lastOf(record)?.lastGoodAt ?? null;
  if (lastGoodAt === null || record.problem !== null) return true;
  return (await lastChange(dataFolder)) > Date.parse(lastGoodAt);
}

/** Whether a try later may go better without anything having changed: a disk comes back, or has room again. */
export async function mayComeBack(dataFolder: string): Promise<boolean> {
  const { problem } = await readRecord(dataFolder);
  const passes = ["backup-missing", "disk-full", "cannot-write", "cannot-read"].some((code) => code === problem);
  return passes || (await allErased(dataFolder)) === false;
}

function lastOf({ folder, places }: BackupRecord): KnownPlace | null {
  return places.filter((place) => place.folder === folder).at(-1) ?? null;
}

/** In milliseconds since 1970: of key files and journals. An object without a line that names it can wait. */
async function lastChange(dataFolder: string): Promise<number> {
  const { keyFiles, ofCase } = vaultFolders(dataFolder);
  const paths: string[] = Object.values(keyFiles);
  for (const id of await caseIds(dataFolder)) {
    const { folder, journal } = ofCase(id);
    paths.push(join(folder, "key"), ...(await namesIn(journal)).map((name) => join(journal, name)));
  }
  const times = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  );
  return Math.max(0, ...times);
}

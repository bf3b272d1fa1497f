import { realpath, stat } from "node:fs/promises";
import { isAbsolute, join, relative, resolve } from "node:path";
import { Problem } from "#core/problems.ts";
import { isMissing, writing } from "../disk-problems.ts";
import { type BackupRecord, changeRecord, readRecord } from "./backup-record.ts";
import { vaultOf } from "./backup-runs.ts";
import { backupName, chosenFolder, placeIn } from "./layout.ts";
import { tryToWrite } from "./sets.ts";

/**
 * Takes a folder for backups: it must be there, be a whole path, lie outside the data folder, and take a file.
 * The vault's own folder is made in it at once, so that a disk that is unplugged later can be told from an empty one.
 *
 * @throws {Problem} `backup-folder-wrong`, `cannot-write`, `disk-full`
 */
export async function takeFolder(dataFolder: string, picked: string): Promise<BackupRecord> {
  if (!isAbsolute(picked)) throw new Problem("backup-folder-wrong", "relative");
  const folder = chosenFolder(resolve(picked));
  await mustBeOutside(dataFolder, folder);
  const record = await readRecord(dataFolder);
  const vault = await vaultOf(dataFolder, { ...record, folder }).catch(() => null);
  const inner = vault === null ? join(folder, backupName) : placeIn(folder, vault).sets;
  return writing(async () => {
    await tryToWrite(inner);
    return changeRecord(dataFolder, (present) => {
      const isKnown = present.places.some((one) => one.folder === folder && one.vault === vault);
      const fresh = vault === null || isKnown ? [] : [{ folder, vault, lastSet: null, lastGoodAt: null }];
      return { ...present, folder, places: [...present.places, ...fresh], lastTriedAt: null, problem: null };
    });
  });
}

async function mustBeOutside(dataFolder: string, folder: string): Promise<void> {
  const real = await realpath(folder).catch(() => null);
  if (real === null || !(await stat(real)).isDirectory()) throw new Problem("backup-folder-wrong", "not there");
  const data = await realpath(dataFolder).catch((error: unknown) => {
    if (isMissing(error)) return resolve(dataFolder);
    throw error;
  });
  const path = relative(data, real);
  if (!path.startsWith("..") && !isAbsolute(path)) throw new Problem("backup-folder-wrong", "inside the data folder");
}

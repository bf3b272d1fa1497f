import { erasedName, readErased } from "./backup/erased-parts.ts";
import { eraseAll } from "./case-files.ts";
import { isId, namesIn, vaultFolders } from "./folders.ts";
import { takeSystemLock } from "./system-lock.ts";

/**
 * Deletes what is left of cases that were being erased for good when a crash came: each is shown nowhere any more, so
 * nobody could erase it again. One that another process has is left to it; one that the disk refuses, to the next start.
 */
export async function finishErased(dataFolder: string): Promise<void> {
  const { cases, ofCase } = vaultFolders(dataFolder);
  for (const id of (await namesIn(cases)).filter(isId)) {
    const folders = ofCase(id);
    if (!(await isHalfErased(folders.folder))) continue;
    const lock = await takeSystemLock(folders.folder, "case");
    if (lock === null) continue;
    try {
      if (await isHalfErased(folders.folder)) await eraseAll(folders);
    } finally {
      await lock.release();
    }
  }
}

async function isHalfErased(folder: string): Promise<boolean> {
  const names = await namesIn(folder);
  if (!names.includes(erasedName) || names.length === 1) return false;
  return (await readErased(folder)).whole;
}

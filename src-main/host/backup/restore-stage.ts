import { randomBytes } from "node:crypto";
import { rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";
import { isMissing } from "../disk-problems.ts";
import { makeFolder, namesIn, syncFolder, vaultFolders } from "../folders.ts";
import { readKeyFiles, readOrNull } from "../key-files.ts";
import { renamePatiently, unfinished } from "../safe-write.ts";
import { copyChecked, writeProblem } from "./copy-checked.ts";
import { vaultSaid } from "./key-sums.ts";
import { type Staged, setProblem } from "./restore-segment.ts";

/**
 * Copies what restoring brings into a folder beside, each file read back and checked; the last step makes the whole
 * folder ready at once, by renaming it. Killed before it, nothing was restored; after it, `placeReady` finishes,
 * now or at the next start.
 *
 * @throws {Problem} `backup-damaged`, `disk-full`, `cannot-write`; then nothing is left
 */
export async function stage(dataFolder: string, files: readonly Staged[]): Promise<void> {
  const name = `restore.${randomBytes(8).toString("hex")}`;
  const folder = join(dataFolder, name + unfinished);
  try {
    await makeFolder(folder);
    const folders = new Set([folder]);
    for (const file of files) {
      const target = join(folder, ...file.path.split("/"));
      await makeFolder(dirname(target));
      folders.add(dirname(target));
      const copied = await copyChecked(file.source, target + suffixOf[file.over], { sourceProblem: setProblem });
      if (copied !== file.sha256) throw new Problem("backup-damaged", "not what its list says");
    }
    for (const one of folders) await syncFolder(one);
    await renamePatiently(folder, join(dataFolder, name + ready));
    await syncFolder(dataFolder);
  } catch (error) {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    throw writeProblem(error);
  }
}

/** What may be in a file's place is kept in its staged name, for whoever finishes a restoring that was killed. */
const suffixOf = { nothing: "", shorter: ".longer", "put-aside": ".instead" } as const;
const ready = ".folio-ready";

/**
 * Puts into place what was made ready, also by a process that was killed since; removes what was never made ready.
 * Each step is a rename that is done once: it may be run again and again. The caller holds the lock on backups.
 *
 * @throws {Problem} `cannot-write`; then the next one goes on
 */
export async function placeReady(dataFolder: string): Promise<void> {
  try {
    for (const name of (await namesIn(dataFolder)).filter((one) => one.startsWith("restore."))) {
      const folder = join(dataFolder, name);
      if (name.endsWith(ready)) await placeAll(dataFolder, folder);
      await rm(folder, { recursive: true, force: true });
    }
  } catch (error) {
    throw writeProblem(error);
  }
}

/** Whether something stands ready that was not put into place. */
export async function isReadyLeft(dataFolder: string): Promise<boolean> {
  return (await namesIn(dataFolder)).some((name) => name.startsWith("restore."));
}

/** Cases first: the vault's key file is what makes a restored vault be there. */
async function placeAll(dataFolder: string, folder: string): Promise<void> {
  const cases = vaultFolders(dataFolder).cases;
  const ids = await namesIn(join(folder, "cases"));
  if (ids.length > 0) await makeFolder(cases);
  for (const id of ids) await placeCase(join(folder, "cases", id), join(cases, id));
  if (ids.length > 0) await syncFolder(cases);
  const keys = (await namesIn(folder)).filter((name) => name.startsWith("vault."));
  if (await isAnotherVaultHere(dataFolder, folder)) return;
  await placeFiles(folder, dataFolder, keys.sort(vaultOrder));
}

/** Key files that hold are never put aside: after a kill, somebody may have made a vault before this went on. */
async function isAnotherVaultHere(dataFolder: string, folder: string): Promise<boolean> {
  const { main, copy } = await readKeyFiles(dataFolder);
  const here = [main, copy].filter((bytes) => vaultSaid(bytes) !== null);
  const names = ["vault.json", "vault.json.2"].map((name) => join(folder, name + suffixOf["put-aside"]));
  const staged = (await Promise.all(names.map(readOrNull))).filter((bytes) => bytes !== null);
  const isStaged = (bytes: Bytes | null) => staged.some((one) => bytes !== null && Buffer.compare(one, bytes) === 0);
  return staged.length > 0 && here.some((bytes) => !isStaged(bytes));
}

/** Second copy, main, head: as they are written (FORMAT.md). */
function vaultOrder(one: string, other: string): number {
  const rank = (name: string) => (name.startsWith("vault.json.2") ? 0 : name.startsWith("vault.json") ? 1 : 2);
  return rank(one) - rank(other);
}

/** A case that isn't here comes as a whole; else objects before the segments that name them, heads and keys last. */
async function placeCase(from: string, to: string): Promise<void> {
  if ((await namesIn(to)).length === 0 && !(await hasReplacements(from))) {
    await rm(to, { recursive: true, force: true });
    await renamePatiently(from, to);
    return;
  }
  for (const sub of ["objects", "journal", "heads"]) {
    const names = await namesIn(join(from, sub));
    if (names.length === 0) continue;
    await makeFolder(join(to, sub));
    await placeFiles(join(from, sub), join(to, sub), names);
  }
  const beside = (await namesIn(from)).filter((name) => !["objects", "journal", "heads"].includes(name));
  await placeFiles(from, to, beside.sort().reverse());
}

/** Whether anything in it was staged for the place of something else: then it is no whole case. */
async function hasReplacements(folder: string): Promise<boolean> {
  const names = await Promise.all(["objects", "journal", "."].map((sub) => namesIn(join(folder, sub))));
  return names.flat().some((name) => name !== bareName(name));
}

function bareName(name: string): string {
  return name.replace(/\.(longer|instead)$/, "");
}

async function placeFiles(from: string, to: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const bare = bareName(name);
    const target = join(to, bare);
    if (name.endsWith(suffixOf["put-aside"])) await putAside(target);
    const taken = (await namesIn(to)).includes(bare);
    if (!taken || name.endsWith(suffixOf.shorter)) await renamePatiently(join(from, name), target);
  }
  await syncFolder(to);
}

/** A damaged file stays beside, under a name that is not ours any more. */
async function putAside(path: string): Promise<void> {
  const utc = new Date().toISOString().replaceAll(/[-:.]/g, "");
  await rename(path, `${path}.${utc}.damaged`).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });
}

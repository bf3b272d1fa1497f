import { open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { isMissing } from "../disk-problems.ts";
import { makeFolder, namesIn, syncFolder } from "../folders.ts";
import { readOrNull } from "../key-files.ts";
import { renamePatiently, unfinished } from "../safe-write.ts";
import { copyChecked, hashFile } from "./copy-checked.ts";
import { isSetName, isUnfinished, manifestName, type Place } from "./layout.ts";
import { decodeManifest, encodeManifest, type Manifest } from "./manifest.ts";
import { allPooled } from "./pool.ts";
import type { SourceFile } from "./source-file.ts";
import { sourceProblem } from "./survey.ts";

/** A set as it stands in the backup folder; its manifest is null where that is damaged. */
export interface SetOnDisk {
  readonly name: string;
  readonly manifest: Manifest | null;
}

/** All sets, latest first. Errors are the system's own. */
export async function readSets(place: Place): Promise<readonly SetOnDisk[]> {
  const names = (await namesIn(place.sets)).filter(isSetName).sort().reverse();
  const sets: SetOnDisk[] = [];
  for (const name of names) sets.push({ name, manifest: await readManifest(join(place.sets, name)) });
  return sets;
}

async function readManifest(folder: string): Promise<Manifest | null> {
  const bytes = await readOrNull(join(folder, manifestName));
  return bytes === null ? null : decodeManifest(bytes);
}

/**
 * Makes a set real: everything is written into a folder of another name, synced and read back, the manifest last;
 * then the folder is renamed. What is left of a set that was never renamed counts for nothing.
 */
export async function makeSet(
  place: Place,
  name: string,
  manifest: Manifest,
  { files, check }: { readonly files: readonly SourceFile[]; readonly check: () => void },
): Promise<void> {
  const staged = join(place.sets, name + unfinished);
  await rm(staged, { recursive: true, force: true });
  try {
    await makeFolder(staged);
    const folders = new Set([staged]);
    for (const { path, source, sha256 } of files) {
      check();
      const target = join(staged, ...path.split("/"));
      const folder = join(target, "..");
      if (!folders.has(folder)) await makeFolder(folder);
      folders.add(folder);
      const copied = await copyChecked(source, target, { sourceProblem, check });
      if (copied !== sha256) throw sourceProblem(new Error("changed while it was copied"));
    }
    await copyChecked(encodeManifest(manifest), join(staged, manifestName), { sourceProblem });
    for (const folder of folders) await syncFolder(folder);
    await mustStillHold(files);
    await renamePatiently(staged, join(place.sets, name));
    await syncFolder(place.sets);
  } catch (error) {
    await rm(staged, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
}

/** An append that failed is cut off again: what was copied of it while it stood there must not count. */
async function mustStillHold(files: readonly SourceFile[]): Promise<void> {
  for (const { source } of files) {
    if (source instanceof Uint8Array) continue;
    const found = await stat(source.path).catch((error: unknown) => {
      throw sourceProblem(error);
    });
    if (found.size < source.sizeBytes) throw sourceProblem(new Error("cut back"));
  }
}

/** Reads a whole set back, objects by their sizes: each was read back in full when it was copied. */
export async function isWhole(place: Place, { name, manifest }: SetOnDisk): Promise<boolean> {
  if (manifest === null) return false;
  for (const { path, sizeBytes, sha256 } of manifest.files) {
    const file = join(place.sets, name, ...path.split("/"));
    const found = await stat(file).catch(() => null);
    if (found?.isFile() !== true || found.size !== sizeBytes) return false;
    if ((await hashFile(file).catch(() => null)) !== sha256) return false;
  }
  return allPooled(place, manifest.objects);
}

/**
 * Takes a set away for good. It is renamed first: killed halfway, nothing is left that looks like a set.
 */
export async function removeSet(place: Place, name: string): Promise<void> {
  const going = join(place.sets, name + unfinished);
  await rm(going, { recursive: true, force: true });
  await rename(join(place.sets, name), going);
  await rm(going, { recursive: true, force: true });
}

/** Removes what killed runs left of sets. */
export async function sweepSets(place: Place): Promise<void> {
  for (const name of (await namesIn(place.sets)).filter(isUnfinished)) {
    await rm(join(place.sets, name), { recursive: true, force: true });
  }
}

/** Whether the folder can be written into: makes what leads to the sets, and a file there. Errors are the system's own. */
export async function tryToWrite(folder: string): Promise<void> {
  await makeFolder(folder);
  const probe = join(folder, `.probe${unfinished}`);
  const handle = await open(probe, "w", 0o600);
  try {
    await handle.write(new Uint8Array(4096));
    await handle.sync();
  } finally {
    await handle.close();
    await rm(probe, { force: true });
  }
}

/** Whether a folder is there. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

import { join } from "node:path";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";
import { filesIn } from "./case-files.ts";
import { isMissing, reading } from "./disk-problems.ts";
import { type CaseFolders, isId, makeFolder } from "./folders.ts";
import { readPart } from "./read-part.ts";
import { type SafeFile, startSafeFile } from "./safe-write.ts";
import { mustBeNew } from "./segments.ts";

/** The objects of a case with their sizes on disk. @throws {Problem} `cannot-read` */
export function listObjects({ objects }: CaseFolders): Promise<readonly { id: string; sizeBytes: number }[]> {
  return reading(async () => {
    const files = (await filesIn(objects)).filter(({ name }) => isId(name));
    return files.map(({ name, sizeBytes }) => ({ id: name, sizeBytes }));
  });
}

/** A part of an object, at most 1 MiB. @throws {Problem} `object-missing`, `cannot-read` */
export function readObject({ objects }: CaseFolders, objectId: string, offset: number): Promise<Bytes> {
  return reading(async () => {
    try {
      return await readPart(join(objects, objectId), offset);
    } catch (error) {
      if (isMissing(error)) throw new Problem("object-missing");
      throw error;
    }
  });
}

/**
 * Begins a file that is written once and never replaced: an object, or a whole segment.
 * @throws {Problem} `host-refused` where there already is one
 */
export async function startNewFile(folder: string, name: string): Promise<SafeFile> {
  await makeFolder(folder);
  const path = join(folder, name);
  await mustBeNew(path);
  const file = await startSafeFile(path);
  // Once more at the end: ids are random, so two writes of one are a mistake, but never one that replaces.
  return { ...file, finish: () => mustBeNew(path).then(file.finish) };
}

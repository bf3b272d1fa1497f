import { constants } from "node:fs";
import { access, readFile, stat } from "node:fs/promises";
import { dirname, relative } from "node:path";
import { Problem } from "#core/problems.ts";

/**
 * Makes sure, before minutes of reading, that files can be written where they are to go, and that none of them
 * stands in the place of a letter: inside the folder of letters only what `folio pack` made itself is written over.
 *
 * @throws {Problem} `cannot-write`
 */
export async function mustBeWritable(paths: readonly string[], letters: string): Promise<void> {
  for (const path of paths) {
    const fault = (await folderFault(dirname(path))) ?? (await fileFault(path, letters));
    if (fault !== null) throw new Problem("cannot-write", "", { where: [fault] });
  }
}

/** Makes sure that there is a folder for a file or folder to be written into. @throws {Problem} `cannot-write` */
export async function mustHaveRoom(path: string): Promise<void> {
  const fault = await folderFault(dirname(path));
  if (fault !== null) throw new Problem("cannot-write", "", { where: [fault] });
}

async function folderFault(folder: string): Promise<string | null> {
  const found = await stat(folder).catch(() => null);
  if (found === null || !found.isDirectory()) return `There is no folder ${folder}`;
  return access(folder, constants.W_OK).then(
    () => null,
    () => `${folder} can't be written to`,
  );
}

async function fileFault(path: string, letters: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  if (found === null) return null;
  if (!found.isFile()) return `${path} is no file`;
  const inside = !relative(letters, path).startsWith("..");
  return inside && !(await isOurs(path)) ? `${path} is one of the letters, and would be written over` : null;
}

/** A pack says in its metadata who made it; a manifest begins as ours do. */
async function isOurs(path: string): Promise<boolean> {
  const text = (await readFile(path)).toString("latin1");
  return text.startsWith("%PDF-")
    ? text.includes("<pdf:Producer>Folio</pdf:Producer>")
    : text.startsWith('{\n "title": ');
}

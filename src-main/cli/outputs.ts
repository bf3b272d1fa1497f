import { constants } from "node:fs";
import { access, readFile, realpath, stat } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { Problem } from "#core/problems.ts";
import { mustBeNewFolder } from "./write-whole.ts";

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

/** Makes sure that a file, or a new folder, can be written there. @throws {Problem} `cannot-write` */
export async function mustHaveRoom(path: string, kind: "file" | "folder"): Promise<void> {
  const isInTheWay = kind === "file" && (await stat(path).catch(() => null))?.isFile() === false;
  const fault = (await folderFault(dirname(path))) ?? (isInTheWay ? `${path} is no file` : null);
  if (fault !== null) throw new Problem("cannot-write", "", { where: [fault] });
  if (kind === "folder") await mustBeNewFolder(path);
}

/**
 * A folder of locked case files holds what Folio itself wrote, and nothing else: what is written there by name could
 * stand in the place of a key or of the history, and nothing there is to be read without the passphrase.
 */
async function folderFault(folder: string): Promise<string | null> {
  const found = await stat(folder).catch(() => null);
  if (found === null || !found.isDirectory()) return `There is no folder ${folder}`;
  for (let above = await realpath(folder); ; above = dirname(above)) {
    if (await isDataFolder(above)) return `${above} holds locked case files, and nothing else belongs into it`;
    if (above === dirname(above)) break;
  }
  return access(folder, constants.W_OK).then(
    () => null,
    () => `${folder} can't be written to`,
  );
}

/** Two of the three key files: other programs, too, call a file vault.json. */
async function isDataFolder(folder: string): Promise<boolean> {
  const names = ["vault.json", "vault.json.2", "vault.head"];
  const there = await Promise.all(names.map((name) => stat(join(folder, name)).catch(() => null)));
  return there.filter((one) => one !== null).length > 1;
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

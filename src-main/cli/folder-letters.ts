import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { CaseJson } from "#core/case-work/case-json.ts";
import { Problem } from "#core/problems.ts";

/** One letter of a folder: its files in page order, as paths below the folder. */
export interface FolderLetter {
  readonly files: readonly string[];
}

export interface FolderLetters {
  readonly letters: readonly FolderLetter[];
  /** a line for everything that lies there and is no file: a link to a folder, a device */
  readonly leftOut: readonly string[];
}

/**
 * The letters of a folder: those that case.json puts together first, in its order, then every other file as a
 * letter of its own, by name ("2-…" before "10-…"). Folders inside are searched too; hidden files, and what
 * systems leave lying about, are no letters. A link to a file counts as that file, even when it leads nowhere.
 *
 * @param besides files that are no letters wherever they lie: what this very command writes, and its list of words
 * @throws {Problem} `folder-empty`, `file-unreadable`, `case-json-wrong` (a file it names is not there)
 */
export async function folderLetters(
  folder: string,
  json: CaseJson | null,
  besides: readonly string[] = [],
): Promise<FolderLetters> {
  const { names, leftOut } = await fileNames(folder, besides);
  if (names.length === 0) throw new Problem("folder-empty", "", { where: [folder] });
  const there = new Map(names.map((name) => [name.normalize("NFC"), name]));
  const missing = (json?.letters ?? []).flatMap((letter) => letter.files.filter((name) => !there.has(name)));
  if (missing.length > 0) {
    throw new Problem("case-json-wrong", "", { where: missing.map((name) => `letters: there is no file “${name}”`) });
  }
  const told = (json?.letters ?? []).map((letter) => ({ files: letter.files.map((name) => there.get(name) ?? name) }));
  const used = new Set(told.flatMap((letter) => letter.files));
  const others = names.filter((name) => !used.has(name)).map((name) => ({ files: [name] }));
  return { letters: [...told, ...others], leftOut };
}

async function fileNames(folder: string, besides: readonly string[]) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new Problem("file-unreadable", "", { cause, where: [folder] });
  });
  const ours = new Set(await Promise.all(besides.map(plainPath)));
  const names: string[] = [];
  const leftOut: string[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join("/");
    if (entry.isDirectory() || name === "case.json" || name.split("/").some(isLeftBehind)) continue;
    if (!(await isLetter(entry, path))) leftOut.push(`${name}: this is no file, so it is not in the pack.`);
    else if (!ours.has(await plainPath(path))) names.push(name);
  }
  return { names: names.sort(byName.compare), leftOut };
}

async function isLetter(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  return stat(path).then(
    (found) => found.isFile(),
    () => true,
  );
}

/** Without links; as it is where nothing is there yet. */
function plainPath(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

const byName = new Intl.Collator("en-GB", { numeric: true });

function isLeftBehind(name: string): boolean {
  return name.startsWith(".") || /^(?:thumbs\.db|desktop\.ini|__macosx)$/i.test(name);
}

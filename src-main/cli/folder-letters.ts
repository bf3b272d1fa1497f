import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { CaseJson } from "#core/case-work/case-json.ts";
import { Problem } from "#core/problems.ts";

/** One letter of a folder: its files in page order, as paths below the folder. */
export interface FolderLetter {
  readonly files: readonly string[];
}

/**
 * The letters of a folder: those that case.json puts together first, in its order, then every other file as a
 * letter of its own, by name ("2-…" before "10-…"). Folders inside are searched too; hidden files, and what
 * systems leave lying about, are no letters.
 *
 * @throws {Problem} `folder-empty`, `file-unreadable`, `case-json-wrong` (a file it names is not there)
 */
export async function folderLetters(folder: string, json: CaseJson | null): Promise<readonly FolderLetter[]> {
  const names = await fileNames(folder);
  if (names.length === 0) throw new Problem("folder-empty", "", { where: [folder] });
  const there = new Set(names);
  const told = (json?.letters ?? []).map((letter) => ({ files: letter.files }));
  const missing = told.flatMap((letter) => letter.files.filter((name) => !there.has(name)));
  if (missing.length > 0) {
    throw new Problem("case-json-wrong", "", { where: missing.map((name) => `letters: there is no file “${name}”`) });
  }
  const used = new Set(told.flatMap((letter) => letter.files));
  return [...told, ...names.filter((name) => !used.has(name)).map((name) => ({ files: [name] }))];
}

async function fileNames(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new Problem("file-unreadable", "", { cause, where: [folder] });
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((name) => name !== "case.json" && !name.split("/").some(isLeftBehind))
    .sort(byName.compare);
}

const byName = new Intl.Collator("en-GB", { numeric: true });

function isLeftBehind(name: string): boolean {
  return name.startsWith(".") || /^(?:thumbs\.db|desktop\.ini|__macosx)$/i.test(name);
}

import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { addExhibit } from "#core/case-work/add-exhibit.ts";
import {
  type CaseJson,
  caseChanges,
  datesNotFound,
  type NamedExhibit,
  readCaseJson,
} from "#core/case-work/case-json.ts";
import { caseInMemory, type KeptCase, keepChange } from "#core/case-work/kept-case.ts";
import type { CalendarDay } from "#core/model/calendar-day.ts";
import { Problem, sayProblem } from "#core/problems.ts";
import type { ReadingPlatform } from "../../src-renderer/reading/platform.ts";
import { type PickedFile, type ReadExhibit, readExhibit } from "../../src-renderer/reading/read-exhibit.ts";
import { type FolderLetter, folderLetters } from "./folder-letters.ts";
import { inOrder } from "./in-order.ts";
import { pickFile } from "./picked-files.ts";

/** A folder of letters, read and kept in memory as a case file. */
export interface FolderCase {
  readonly kept: KeptCase;
  /** one line for each file with a problem */
  readonly warnings: readonly string[];
}

interface FolderOptions {
  readonly today: CalendarDay;
  readonly signal: AbortSignal;
  readonly say: (text: string) => void;
}

interface ReadFolderLetter {
  readonly picked: readonly PickedFile[];
  readonly read: ReadExhibit;
}

/**
 * Reads every letter of a folder, with what its case.json tells.
 * @throws {Problem} `folder-empty`, `file-unreadable`, `case-json-wrong`, `reading-stopped`
 */
export async function caseOfFolder(
  folder: string,
  platform: ReadingPlatform,
  options: FolderOptions,
): Promise<FolderCase> {
  const json = await caseJsonOf(folder);
  const letters = await folderLetters(folder, json);
  const now = new Date();
  let kept = caseInMemory([{ kind: "case-begun", id: "folder", name: "", sample: false }], now);
  const warnings: string[] = [];
  const readOne = (letter: FolderLetter) => readFolderLetter(folder, letter, platform, options);
  for await (const [letter, { picked, read }] of inOrder(letters, availableParallelism(), readOne)) {
    options.say(`Read ${kept.file.exhibits.length + 1} of ${letters.length}: ${letter.files.join(" + ")}`);
    kept = await addExhibit(
      kept,
      picked.map((file) => file.bytes),
      read,
      now,
    );
    warnings.push(...read.problems.map(({ code }) => `${letter.files.join(" + ")}: ${sayProblem(code)}`));
  }
  const named = kept.file.exhibits.map((exhibit, position) => ({
    ...exhibit,
    fileNames: letters[position]?.files ?? [],
  }));
  warnings.push(...(json === null ? [] : datesNotFound(json, named)));
  return { kept: await withCaseJson(kept, json, named, now), warnings };
}

async function readFolderLetter(
  folder: string,
  letter: FolderLetter,
  platform: ReadingPlatform,
  options: FolderOptions,
): Promise<ReadFolderLetter> {
  const picked: PickedFile[] = [];
  for (const name of letter.files) picked.push({ ...(await pickFile(join(folder, name))), name });
  return { picked, read: await readExhibit(picked, platform, options) };
}

/** A folder without case.json makes a plainer pack. @throws {Problem} `case-json-wrong`, `file-unreadable` */
async function caseJsonOf(folder: string): Promise<CaseJson | null> {
  const path = join(folder, "case.json");
  const text = await readFile(path, "utf8").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return null;
    throw new Problem("file-unreadable", "", { cause, where: [path] });
  });
  return text === null ? null : readCaseJson(text);
}

/** What case.json tells, or else the one case reference that the letters agree on. */
async function withCaseJson(
  kept: KeptCase,
  json: CaseJson | null,
  exhibits: readonly NamedExhibit[],
  now: Date,
): Promise<KeptCase> {
  let told = kept;
  for (const body of json === null ? [] : caseChanges(json, exhibits)) told = await keepChange(told, body, now);
  if (told.file.caseReference !== null) return told;
  const references = new Set(told.file.exhibits.map((one) => one.letter.caseReference).filter((one) => one !== null));
  const [only, ...others] = references;
  if (only === undefined || others.length > 0) return told;
  return keepChange(told, { kind: "reference-told", caseReference: only }, now);
}

import { availableParallelism } from "node:os";
import { join } from "node:path";
import { addExhibit } from "#core/case-work/add-exhibit.ts";
import { type CaseJson, caseChanges, datesNotFound, readCaseJson } from "#core/case-work/case-json.ts";
import { caseInMemory, type KeptCase, keepChange } from "#core/case-work/kept-case.ts";
import type { NamedExhibit } from "#core/case-work/proofs.ts";
import type { CalendarDay } from "#core/model/calendar-day.ts";
import { sayProblem } from "#core/problem-words.ts";
import { Problem, type ProblemCode } from "#core/problems.ts";
import type { ReadingPlatform } from "../../src-renderer/reading/platform.ts";
import { type PickedFile, type ReadExhibit, readExhibit } from "../../src-renderer/reading/read-exhibit.ts";
import { type FolderLetter, folderLetters } from "./folder-letters.ts";
import { inOrder } from "./in-order.ts";
import { pickFile } from "./picked-files.ts";
import { readTextFile } from "./text-file.ts";

/** A folder of letters, read and kept in memory as a case file. */
export interface FolderCase {
  readonly kept: KeptCase;
  /** one line for each file with a problem */
  readonly warnings: readonly string[];
  /** files that can't be opened where they are, or are too large, by name: each is an exhibit that says so */
  readonly notTaken: ReadonlyMap<string, ProblemCode>;
}

interface FolderOptions {
  readonly today: CalendarDay;
  readonly signal: AbortSignal;
  readonly say: (text: string) => void;
  /** files that are no letters wherever they lie */
  readonly besides: readonly string[];
}

interface ReadFolderLetter {
  /** without bytes where they couldn't be had */
  readonly picked: readonly PickedFile[];
  readonly read: ReadExhibit;
  readonly notTaken: ReadonlyMap<string, ProblemCode>;
}

/**
 * Reads every letter of a folder, with what its case.json tells.
 * @throws {Problem} `folder-empty`, `file-unreadable` (the folder itself, or its case.json), `case-json-wrong`,
 *   `reading-stopped`
 */
export async function caseOfFolder(
  folder: string,
  platform: ReadingPlatform,
  options: FolderOptions,
): Promise<FolderCase> {
  const json = await caseJsonOf(folder);
  const { letters, leftOut } = await folderLetters(folder, json, options.besides);
  const now = new Date();
  let kept = caseInMemory([{ kind: "case-begun", id: "folder", name: "", sample: false }], now);
  const warnings = [...leftOut];
  const notTaken = new Map<string, ProblemCode>();
  const readOne = (letter: FolderLetter) => readFolderLetter(folder, letter, platform, options);
  for await (const [letter, { picked, read, notTaken: here }] of inOrder(letters, availableParallelism(), readOne)) {
    options.say(`Read ${kept.file.exhibits.length + 1} of ${letters.length}: ${letter.files.join(" + ")}`);
    kept = await addExhibit(
      kept,
      picked.map((file) => file.bytes),
      read,
      now,
    );
    for (const [name, code] of here) notTaken.set(name, code);
    warnings.push(...read.problems.map(({ code }) => `${letter.files.join(" + ")}: ${sayProblem(code)}`));
  }
  const named = kept.file.exhibits.map((exhibit, position) => ({
    ...exhibit,
    fileNames: (letters[position]?.files ?? []).map((name) => name.normalize("NFC")),
  }));
  warnings.push(...(json === null ? [] : datesNotFound(json, named)));
  return { kept: await withCaseJson(kept, json, named, now), warnings, notTaken };
}

async function readFolderLetter(
  folder: string,
  letter: FolderLetter,
  platform: ReadingPlatform,
  options: FolderOptions,
): Promise<ReadFolderLetter> {
  const notTaken = new Map<string, ProblemCode>();
  const picked: PickedFile[] = [];
  for (const name of letter.files) {
    try {
      picked.push({ ...(await pickFile(join(folder, name))), name });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      notTaken.set(name, error.code);
      picked.push({ name, bytes: new Uint8Array() });
    }
  }
  // Files that make one letter are listed in case.json, in page order.
  const read = await readExhibit(picked, platform, { ...options, order: "as-given" });
  return { picked, read: notTaken.size === 0 ? read : { ...read, problems: truly(read, notTaken) }, notTaken };
}

/** A file that was not taken was read as an empty one: its own problem is said instead. */
function truly(read: ReadExhibit, notTaken: ReadonlyMap<string, ProblemCode>): ReadExhibit["problems"] {
  const emptyToo = read.files.some((file) => file.sizeBytes === 0 && !notTaken.has(file.name));
  const rest = read.problems.filter(({ code }) => code !== "file-empty" || emptyToo);
  return [...new Set(notTaken.values())].map((code) => ({ code, message: sayProblem(code) })).concat(rest);
}

/** A folder without case.json makes a plainer pack. @throws {Problem} `case-json-wrong`, `file-unreadable` */
async function caseJsonOf(folder: string): Promise<CaseJson | null> {
  const path = join(folder, "case.json");
  const text = await readTextFile(path).catch((cause: NodeJS.ErrnoException) => {
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

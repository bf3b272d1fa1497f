import type { ReadForKeeping } from "#core/case-work/add-exhibit.ts";
import { printedNumbers } from "#core/letters/page-numbers.ts";
import { readLetter } from "#core/letters/read-letter.ts";
import type { Bytes } from "#core/model/bytes.ts";
import type { CalendarDay } from "#core/model/calendar-day.ts";
import type { FileType } from "#core/model/exhibit.ts";
import type { ReadLetter } from "#core/model/letter.ts";
import type { PageText } from "#core/model/page.ts";
import { sayProblem } from "#core/problem-words.ts";
import type { ProblemCode } from "#core/problems.ts";
import { detectType } from "./detect.ts";
import { inTurn } from "./in-turn.ts";
import { printedOrder } from "./page-order.ts";
import { unreadPage } from "./page-sink.ts";
import type { ReadingPlatform } from "./platform.ts";
import { readFile } from "./read-file.ts";
import { asLevel, asShown, letterAsShown, type ReadPage } from "./read-page.ts";

/** A file as it was picked or dropped. */
export interface PickedFile {
  readonly name: string;
  readonly bytes: Bytes;
}

/** How far reading is: shown on screen and announced. */
export interface ReadingProgress {
  /** the file's position in the exhibit, from 0 */
  readonly file: number;
  /** pages read so far in the whole exhibit, and how many are known of */
  readonly pagesDone: number;
  readonly pagesKnown: number;
  /** as soon as the first page gives it */
  readonly letterDate: CalendarDay | null;
}

export interface ReadOptions {
  /** no date later than this is taken for a letter's own date */
  readonly today: CalendarDay;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReadingProgress) => void;
  /** per file; 60,000 unless told, and 20,000 more for each page that OCR has read. Past it: `reading-timed-out`. */
  readonly limitMillis?: number;
  /**
   * Of a letter's files. "as-printed" unless told: by the page numbers printed on them, where each says its own;
   * "as-given" where the person has put them in order.
   */
  readonly order?: "as-printed" | "as-given";
}

/** One letter, of one file or of several pictures in page order, read to the end. */
export interface ReadExhibit {
  /** of the first file; null for one that could not be taken */
  readonly type: FileType | null;
  /** in page order */
  readonly files: ReadForKeeping["files"];
  /** of each of `files`, its position among those that were given */
  readonly order: readonly number[];
  readonly pages: readonly PageText[];
  readonly textSource: "layer" | "ocr" | "mixed";
  readonly letter: ReadLetter;
  readonly problems: readonly { readonly code: ProblemCode; readonly message: string }[];
  readonly millis: number;
}

/**
 * Reads one letter: a file, or several (two photographs) whose pages follow each other in the order given,
 * or as they are numbered in print.
 * A bad file becomes a problem of the result, and the other files go on.
 * @throws {Problem} `reading-stopped`, when the signal says so
 */
export async function readExhibit(
  files: readonly PickedFile[],
  platform: ReadingPlatform,
  options: ReadOptions,
): Promise<ReadExhibit> {
  const started = performance.now();
  const given = files.map(newPart);
  const report = reporter(given, options);
  await inTurn(given.length, filesAtOnce, async (at) => {
    const part = given[at];
    if (part !== undefined) await readPart(part, platform, options, () => report(at));
  });
  const order = options.order === "as-given" ? given.map((_, at) => at) : printedOrder(given.map(pagesOfPart));
  const parts = order.flatMap((at) => given[at] ?? []);
  const pages = pagesOf(parts);
  return {
    type: parts[0]?.type ?? null,
    files: await Promise.all(parts.map(describe)),
    order,
    pages: withNumbers(pages),
    textSource: sourceOf(pages),
    letter: letterAsShown(readLetter(pages.map(asLevel), { today: options.today }), pages),
    problems: [...new Set(parts.flatMap((part) => part.problems))].map((code) => ({ code, message: sayProblem(code) })),
    millis: Math.round(performance.now() - started),
  };
}

/** Two photographs of one letter are read side by side. */
const filesAtOnce = 2;

/** What is known of one file so far. */
interface Part {
  readonly file: PickedFile;
  readonly type: FileType | null;
  readonly pages: ReadPage[];
  readonly problems: ProblemCode[];
  pagesKnown: number;
}

function newPart(file: PickedFile): Part {
  const detected = detectType(file.bytes);
  const problems = detected.ok ? [] : [detected.code];
  return { file, type: detected.ok ? detected.type : null, pages: [], problems, pagesKnown: 0 };
}

async function readPart(part: Part, platform: ReadingPlatform, options: ReadOptions, report: () => void) {
  if (part.type === null) return;
  const limits = { signal: options.signal, limitMillis: options.limitMillis ?? 60_000 };
  await readFile(part.file.bytes, part.type, platform, limits, {
    known(count) {
      part.pagesKnown = count;
      report();
    },
    add(page) {
      part.pages.push(page);
      report();
    },
    problem(code) {
      part.problems.push(code);
    },
  });
}

/** Tells the person how far reading is, with the letter date from the moment page 1 gives it. */
function reporter(parts: readonly Part[], { today, onProgress }: ReadOptions): (file: number) => void {
  let letterDate: CalendarDay | null | undefined;
  return (file) => {
    if (onProgress === undefined) return;
    const first = parts[0]?.pages.find(({ page }) => page.number === 1);
    if (letterDate === undefined && first !== undefined)
      letterDate = readLetter([asLevel(first)], { today }).letterDate;
    onProgress({
      file,
      pagesDone: parts.reduce((sum, part) => sum + part.pages.length, 0),
      pagesKnown: parts.reduce((sum, part) => sum + part.pagesKnown, 0),
      letterDate: letterDate ?? null,
    });
  };
}

/** All pages of all files, numbered through. A page that was not reached has its place, so that numbers stay true. */
function pagesOf(parts: readonly Part[]): readonly ReadPage[] {
  return parts.flatMap(pagesOfPart).map(({ page, level }, at) => ({ page: { ...page, number: at + 1 }, level }));
}

/** As shown, with the number that is printed on each: looked for on the level page, where lines are lines. */
function withNumbers(pages: readonly ReadPage[]): readonly PageText[] {
  const numbers = printedNumbers(pages.map(asLevel));
  return pages.map((page, at) => {
    const printed = numbers[at] ?? null;
    return printed === null ? asShown(page) : { ...asShown(page), printed };
  });
}

function pagesOfPart(part: Part): readonly ReadPage[] {
  const read = new Map(part.pages.map((one) => [one.page.number, one]));
  return Array.from({ length: pageCount(part) }, (_, at) => read.get(at + 1) ?? unreadPage(at + 1));
}

/** A file whose pictures can't be decoded has no pages; one that ran out of time has all of them, read or not. */
function pageCount({ pages, pagesKnown, problems }: Part): number {
  const broken = problems.includes("file-damaged") || problems.includes("image-too-large");
  return broken && pages.length === 0 ? 0 : pagesKnown;
}

function sourceOf(pages: readonly ReadPage[]): ReadExhibit["textSource"] {
  const seen = pages.filter(({ page }) => page.source === "ocr").length;
  if (seen === 0) return "layer";
  return seen === pages.length ? "ocr" : "mixed";
}

async function describe(part: Part): Promise<ReadExhibit["files"][number]> {
  const { name, bytes } = part.file;
  return {
    name,
    type: part.type,
    pageCount: pageCount(part),
    sizeBytes: bytes.length,
    sha256: await sha256(bytes),
  };
}

async function sha256(bytes: Bytes): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

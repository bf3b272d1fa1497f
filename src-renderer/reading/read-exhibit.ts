import type { Bytes } from "#core/model/bytes.ts";
import type { CalendarDay } from "#core/model/calendar-day.ts";
import type { FileType } from "#core/model/exhibit.ts";
import type { ReadLetter } from "#core/model/letter.ts";
import type { PageText } from "#core/model/page.ts";
import type { PackPart } from "#core/pack/order.ts";
import type { ProblemCode } from "#core/problems.ts";
import type { ReadingPlatform } from "./platform.ts";

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
  /** per file; 60,000 unless told. Past it the file is a Problem `reading-timed-out`. */
  readonly limitMillis?: number;
}

/** One letter, of one file or of several pictures in page order, read to the end. */
export interface ReadExhibit {
  /** of the first file; null for one that could not be taken */
  readonly type: FileType | null;
  readonly files: readonly {
    readonly name: string;
    /** null for a file that could not be taken: `problems` says why */
    readonly type: FileType | null;
    /** how many of `pages` are this file's */
    readonly pageCount: number;
    readonly sizeBytes: number;
    readonly sha256: string;
  }[];
  readonly pages: readonly PageText[];
  readonly textSource: "layer" | "ocr" | "mixed";
  readonly letter: ReadLetter;
  readonly problems: readonly { readonly code: ProblemCode; readonly message: string }[];
  readonly millis: number;
}

/** Signatures; the work is in their own files. */
export type ReadExhibitCall = (
  files: readonly PickedFile[],
  platform: ReadingPlatform,
  options: ReadOptions,
) => Promise<ReadExhibit>;

export type PackPartCall = (
  file: PickedFile,
  type: FileType | null,
  pages: readonly PageText[],
  platform: ReadingPlatform,
) => Promise<PackPart>;

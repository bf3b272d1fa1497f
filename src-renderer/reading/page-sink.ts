import type { ProblemCode } from "#core/problems.ts";
import type { ReadPage } from "./read-page.ts";

/** Where a file's pages go as they are read, so that what was read is kept whatever happens next. */
export interface PageSink {
  /** how many pages the file has */
  known(count: number): void;
  /** pages come in any order; their numbers say which they are */
  add(page: ReadPage): void;
  problem(code: ProblemCode): void;
}

/** A page that could not be read still has its place and its number; A4, as nothing else is known. */
export function unreadPage(number: number): ReadPage {
  return { page: { number, width: 595, height: 842, source: "layer", words: [], text: null }, level: null };
}

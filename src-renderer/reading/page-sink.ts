import type { PageText } from "#core/model/page.ts";
import type { ProblemCode } from "#core/problems.ts";

/** Where a file's pages go as they are read, so that what was read is kept whatever happens next. */
export interface PageSink {
  /** how many pages the file has */
  known(count: number): void;
  /** pages come in any order; their numbers say which they are */
  add(page: PageText): void;
  problem(code: ProblemCode): void;
}

/** A page that could not be read still has its place and its number; A4, as nothing else is known. */
export function unreadPage(number: number): PageText {
  return { number, width: 595, height: 842, source: "layer", words: [], text: null };
}

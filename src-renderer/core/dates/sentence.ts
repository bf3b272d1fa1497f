import type { DatePage, Found } from "./found.ts";

/** What stands around a date, as roles and years are read from it. */
export interface Setting {
  /** the sentence up to the date, at most 260 characters */
  readonly before: string;
  /** the rest of the sentence, at most 200 characters */
  readonly after: string;
  /** the paragraph up to the date, at most 420 characters */
  readonly paragraph: string;
  /** the line's own text before and after the date */
  readonly lineBefore: string;
  readonly lineAfter: string;
  /** the cell over it in the heading of the table, or "" */
  readonly column: string;
  /** the nearest earlier line that is a heading or label of its own, or "" */
  readonly heading: string;
}

/** The setting of a date on its page. */
export function settingOf(found: Found, pages: readonly DatePage[]): Setting {
  const text = pages[found.page]?.text ?? "";
  const lineStart = text.lastIndexOf("\n", found.start - 1) + 1;
  const lineEnd = indexOr(text, "\n", found.end);
  const lineBefore = text.slice(lineStart, found.start);
  return {
    before: sentenceBefore(text, found.start),
    after: sentenceAfter(text, found.end),
    paragraph: paragraphBefore(text, found.start),
    lineBefore,
    lineAfter: text.slice(found.end, lineEnd),
    column: columnOver(text, lineStart, lineBefore, lineEnd),
    heading: headingOver(text, lineStart),
  };
}

const REACH = 260;

function sentenceBefore(text: string, start: number): string {
  const piece = text.slice(Math.max(0, start - REACH), start);
  let from = 0;
  for (const end of piece.matchAll(sentenceEnd)) {
    if (!abbreviation.test(piece.slice(0, end.index + 1))) from = end.index + end[0].length;
  }
  return piece.slice(from);
}

function paragraphBefore(text: string, start: number): string {
  const piece = text.slice(Math.max(0, start - 420), start);
  return piece.slice(piece.lastIndexOf("\n\n") + 1);
}

function sentenceAfter(text: string, end: number): string {
  const piece = text.slice(end, end + 200);
  for (const stop of piece.matchAll(sentenceEnd)) {
    if (!abbreviation.test(piece.slice(0, stop.index + 1))) return piece.slice(0, stop.index + 1);
  }
  return piece;
}

/** A full stop before white space, a blank line, a table's gap with a line end, or a short line before a new beginning. */
const sentenceEnd = /[.?!;]['")]?[ \n\t]{1,3}|\n\n|:\n|\n(?=[-*•] )|(?<=\n[^\n]{0,45})\n(?=[A-Z\d])/g;
const abbreviation =
  /\b(?:no|ref|refs|para|reg|regs|Mr|Mrs|Ms|Dr|St|approx|tel|d\.o\.b|a\.m|p\.m|e\.g|i\.e|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|inc|incl|dept)\.$/i;

/** The heading of the column that a cell stands in: the same cell of the nearest line above that holds no figures. */
function columnOver(text: string, lineStart: number, lineBefore: string, lineEnd: number): string {
  const line = text.slice(lineStart, lineEnd);
  const cells = line.split("\t").length;
  const cell = lineBefore.split("\t").length - 1;
  let end = lineStart - 1;
  for (let steps = 0; steps < 60 && end > 0; steps += 1) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    const above = text.slice(start, end).split("\t");
    const wordsOnly = above.every((one) => /^(?!\d|£|-).*[A-Za-z]{2}/.test(one));
    if (above.length >= 2 && wordsOnly && cells >= 2) return (above[cell] ?? "").trim();
    if (above.length === 1 && steps > 0 && (above[0]?.length ?? 0) > 60) return "";
    end = start - 1;
  }
  return "";
}

/** The nearest line above that stands alone: short, without a full stop. */
function headingOver(text: string, lineStart: number): string {
  let end = lineStart - 1;
  for (let steps = 0; steps < 40 && end > 0; steps += 1) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    const line = text.slice(start, end).trim();
    if (line.length > 3 && line.length < 90 && !/[.,;]$/.test(line) && !/^\d/.test(line) && /^[A-Z]/.test(line)) {
      if (!line.includes("\t")) return line;
    }
    end = start - 1;
  }
  return "";
}

function indexOr(text: string, letter: string, from: number): number {
  const at = text.indexOf(letter, from);
  return at < 0 ? text.length : at;
}

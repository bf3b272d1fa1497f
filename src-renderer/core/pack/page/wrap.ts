import type { Place } from "./ink.ts";
import type { Colour } from "./paper.ts";
import type { Typeface, Weight } from "./typeface.ts";

/** A stretch of text in one style; `to` makes it a link. */
export interface Span {
  readonly text: string;
  readonly weight?: Weight;
  readonly colour?: Colour;
  readonly to?: Place;
  /** what the link does, in words */
  readonly says?: string;
}

/** A piece of a line: where it starts, from the line's left end, and how wide it is. */
export interface Piece {
  readonly span: Span;
  readonly text: string;
  readonly x: number;
  readonly width: number;
  /** true where the same span began on an earlier line */
  readonly continued: boolean;
}
export type Line = readonly Piece[];

interface Fit {
  readonly typeface: Pick<Typeface, "measure" | "printable">;
  readonly size: number;
  readonly width: number;
}

/**
 * Breaks spans into lines no wider than `width`. Line feeds are kept; words longer than a line are cut, so that
 * nothing ever leaves its column.
 * @returns at least one line, which may be empty
 */
export function wrap(spans: readonly Span[], fit: Fit): readonly Line[] {
  const page: Filling = { lines: [], line: [], x: 0, begun: new Set(), fit };
  for (const span of spans) {
    for (const token of tokens(span.text, fit.typeface)) {
      if (token === FEED) breakLine(page);
      else if (token !== " ") addWord(page, span, token);
      else if (page.x > 0) add(page, span, token);
    }
  }
  breakLine(page);
  return page.lines;
}

/** The lines so far and the one being filled. */
interface Filling {
  readonly lines: Line[];
  line: Piece[];
  x: number;
  readonly begun: Set<Span>;
  readonly fit: Fit;
}

function addWord(page: Filling, span: Span, word: string): void {
  const room = page.fit.width - page.x + 0.01;
  const width = widthOf(word, span, page.fit);
  if (width <= room) add(page, span, word);
  else if (word.length > longWord && room > page.fit.width * roomToCut) {
    const head = headThatFits(word, span, room, page.fit);
    add(page, span, head);
    breakLine(page);
    addWord(page, span, word.slice(head.length));
  } else {
    if (page.x > 0) breakLine(page);
    for (const part of cut(word, span, page.fit)) {
      if (page.x > 0) breakLine(page);
      add(page, span, part);
    }
  }
}

/** A word of more letters is cut where this share of the line is left: file names, web addresses. */
const longWord = 18;
const roomToCut = 0.3;

/** As much of a word as fits, ending after a hyphen, a dot or the like where there is one. */
function headThatFits(word: string, span: Span, room: number, fit: Fit): string {
  let head = "";
  for (const character of word) {
    if (head !== "" && widthOf(head + character, span, fit) > room) break;
    head += character;
  }
  const after = Math.max(...["-", "_", ".", "/", "@"].map((mark) => head.lastIndexOf(mark)));
  return after > head.length / 2 ? head.slice(0, after + 1) : head;
}

function add(page: Filling, span: Span, text: string): void {
  const width = widthOf(text, span, page.fit);
  const last = page.line[page.line.length - 1];
  if (last !== undefined && last.span === span) {
    page.line[page.line.length - 1] = { ...last, text: last.text + text, width: last.width + width };
  } else page.line.push({ span, text, x: page.x, width, continued: page.begun.has(span) });
  page.begun.add(span);
  page.x += width;
}

function breakLine(page: Filling): void {
  trimEnd(page.line, page.fit);
  page.lines.push(page.line);
  page.line = [];
  page.x = 0;
}

/** A no-break space keeps what it joins in one word: only plain spaces break lines. */
const FEED = "\n";

function tokens(text: string, typeface: Fit["typeface"]): readonly string[] {
  return text
    .split(/\r\n?|\n/)
    .flatMap((line, position) => [
      ...(position > 0 ? [FEED] : []),
      ...(line.match(/ |[^ ]+/g) ?? []).map((word) => typeface.printable(word)),
    ]);
}

function widthOf(text: string, span: Span, { typeface, size }: Fit): number {
  return typeface.measure(text, span.weight ?? "regular", size);
}

/** Cuts a word that is wider than a line into parts that fit; a word that fits stays whole. */
function cut(word: string, span: Span, fit: Fit): readonly string[] {
  const parts: string[] = [];
  let rest = word;
  while (widthOf(rest, span, fit) > fit.width) {
    const head = headThatFits(rest, span, fit.width, fit);
    parts.push(head);
    rest = rest.slice(head.length);
  }
  return rest === "" ? parts : [...parts, rest];
}

function trimEnd(line: Piece[], fit: Fit): void {
  const last = line[line.length - 1];
  if (last === undefined || !last.text.endsWith(" ")) return;
  const text = last.text.replace(/ +$/, "");
  if (text === "") line.pop();
  else line[line.length - 1] = { ...last, text, width: widthOf(text, last.span, fit) };
}

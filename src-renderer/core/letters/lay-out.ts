import { type Box, boxAround, type PageText, type PageWord } from "#core/model/page.ts";
import { levelOf } from "./level-words.ts";
import { uprightTurn } from "./turn-upright.ts";

/** A page's words as text, and the way back from the text to the words. */
export interface LaidOutPage {
  /** from 1 */
  readonly number: number;
  /** Lines end in "\n", wide gaps are "\t". Plain text pages keep their own text. */
  readonly text: string;
  /** Boxes for a range of `text`, one a line it touches; empty where the source has no layout. */
  readonly boxesOf: (start: number, end: number) => readonly Box[];
}

/**
 * Words to lines to text.
 *
 * The source's order is kept: a PDF's writer and an OCR engine both put blocks one after another, so that an address on
 * the left and a date on the right aren't mixed. Only words that the source sets on the same line, or drops into a line's
 * gap later (a form's fields), are brought together. A gap wider than about one letter's height is a tab: no date is read
 * across it. Lines that slope, all alike, are made level first (see `levelOf`).
 */
export function layOut(page: PageText): LaidOutPage {
  if (page.text !== null) return { number: page.number, text: page.text, boxesOf: () => [] };
  const turn = uprightTurn(page.words);
  const shape = page.height > 0 && page.width > 0 ? page.width / page.height : 1;
  const ratio = turn.quarter ? 1 / shape : shape;
  const upright = page.words
    .filter((word) => page.source !== "ocr" || !speck.test(word.text))
    .map((word) => ({ ...word, box: turn.to(word.box) }));
  const level = levelOf(
    upright.map(({ box }) => box),
    ratio,
  );
  const words = upright.map((word) => ({ ...word, shown: word.box, box: level.to(word.box) }));
  const laid = textOf(page.number, fillGaps(toLines(words, ratio), ratio), ratio, page.source === "layer");
  return { ...laid, boxesOf: (start, end) => laid.boxesOf(start, end).map(turn.back) };
}

/** What OCR makes of dirt and ruled lines. A dash may join two dates, so it stays. */
const speck = /^[^\p{L}\d£–—-]{1,3}$/u;

/** A word on its level line, and where it stands on the upright page. */
interface LaidWord extends PageWord {
  readonly shown: Box;
}

interface Line {
  words: LaidWord[];
  /** fractions of the page */
  top: number;
  bottom: number;
  right: number;
  left: number;
}

function toLines(words: readonly LaidWord[], ratio: number): Line[] {
  const lines: Line[] = [];
  let line: Line | null = null;
  for (const word of words) {
    if (word.text.trim() === "") continue;
    if (line !== null && onLine(line, word) && goesOn(line, word, ratio)) extend(line, word);
    else {
      line = newLine(word);
      lines.push(line);
    }
  }
  return lines;
}

function newLine(word: LaidWord): Line {
  const { left, top, width, height } = word.box;
  return { words: [word], top, bottom: top + height, left, right: left + width };
}

function extend(line: Line, word: LaidWord): void {
  line.words.push(word);
  const { left, top, width, height } = word.box;
  line.left = Math.min(line.left, left);
  line.right = Math.max(line.right, left + width);
  // A line's height is that of its tallest word, so that a raised "th" or a comma doesn't shift it.
  if (height > line.bottom - line.top) {
    line.top = top;
    line.bottom = top + height;
  }
}

/**
 * Half of the smaller of the two heights is shared with one of the line's last words: a photographed line may slope so far
 * that its end shares nothing with its beginning.
 */
function onLine(line: Line, word: LaidWord): boolean {
  return line.words.slice(-3).some((other) => sameHeight(other.box, word.box));
}

function sameHeight(one: Box, two: Box): boolean {
  const shared = Math.min(one.top + one.height, two.top + two.height) - Math.max(one.top, two.top);
  const smaller = Math.min(one.height, two.height);
  return smaller <= 0 ? Math.abs(one.top - two.top) < 0.004 : shared >= 0.45 * smaller;
}

/** To the right of the line's end, with a little room for overlapping boxes. */
function goesOn(line: Line, word: LaidWord, ratio: number): boolean {
  const slack = (line.bottom - line.top) / ratio;
  return word.box.left >= line.right - Math.max(slack, 0.004);
}

/** Brings a short later line into an earlier line's gap: "Date:" set with the form, the day filled in afterwards. */
function fillGaps(lines: readonly Line[], ratio: number): Line[] {
  const kept: Line[] = [];
  const rows = new Map<number, Line[]>();
  for (const line of lines) {
    const home = nearRows(rows, line).find((other) => fits(other, line, ratio));
    if (home === undefined) {
      kept.push(line);
      for (const row of rowsOf(line)) rows.set(row, [...(rows.get(row) ?? []), line]);
    } else {
      home.words = [...home.words, ...line.words].sort((one, two) => one.box.left - two.box.left);
      home.right = Math.max(home.right, line.right);
      home.left = Math.min(home.left, line.left);
    }
  }
  return kept;
}

const ROWS = 200;

function rowsOf(line: Line): readonly number[] {
  const first = Math.floor(line.top * ROWS);
  return [first, first + 1];
}

/** At most the last few of a row: a page with thousands of words on one line must not take a square of the time. */
function nearRows(rows: ReadonlyMap<number, readonly Line[]>, line: Line): readonly Line[] {
  const near = rowsOf(line).flatMap((row) => (rows.get(row) ?? []).slice(-12));
  return [...new Set(near)];
}

/** Same height on the page, no overlap, and so near that it reads as one line. */
function fits(home: Line, line: Line, ratio: number): boolean {
  if (line.words.length > 6) return false;
  const shared = Math.min(home.bottom, line.bottom) - Math.max(home.top, line.top);
  const height = Math.min(home.bottom - home.top, line.bottom - line.top);
  if (height <= 0 || shared < 0.6 * height) return false;
  const em = height / ratio;
  const before = home.words.filter((word) => word.box.left + word.box.width <= line.left + 0.2 * em);
  const after = home.words.filter((word) => word.box.left >= line.right - 0.2 * em);
  if (before.length + after.length < home.words.length) return false;
  const toLeft = Math.min(...before.map((word) => line.left - (word.box.left + word.box.width)));
  const toRight = Math.min(...after.map((word) => word.box.left - line.right));
  const label = before.at(-1)?.text.endsWith(":") === true;
  return toLeft < (label ? 12 : 0.9) * em || toRight < 0.9 * em;
}

function textOf(number: number, lines: readonly Line[], ratio: number, exact: boolean): LaidOutPage {
  const parts: string[] = [];
  const starts: number[] = [];
  const placed: { readonly word: LaidWord; readonly line: number; readonly end: number }[] = [];
  const pitch = usualPitch(lines);
  let at = 0;
  const add = (text: string) => {
    parts.push(text);
    at += text.length;
  };
  lines.forEach((line, position) => {
    const above = lines[position - 1];
    if (above !== undefined) add(isBlockEnd(above, line, pitch) ? "\n\n" : "\n");
    line.words.forEach((word, index) => {
      add(spaceBetween(line.words[index - 1], word, ratio, exact));
      starts.push(at);
      add(word.text);
      placed.push({ word, line: position, end: at });
    });
  });
  return { number, text: parts.join(""), boxesOf: (start, end) => boxesOf(placed, starts, start, end) };
}

/** A clearly wider step than the page's lines usually take, or a jump back up the page: another block. */
function isBlockEnd(above: Line, line: Line, pitch: number): boolean {
  const step = stepBetween(above, line);
  return step > 1.4 * pitch || step < -0.5 * (line.bottom - line.top);
}

/** From one line's first word to the next one's, middle to middle: slopes and word heights tell less there. */
function stepBetween(above: Line, line: Line): number {
  return middleOf(line.words[0]) - middleOf(above.words[0]);
}

function middleOf(word: LaidWord | undefined): number {
  return word === undefined ? 0 : word.box.top + word.box.height / 2;
}

/** The middle one of all steps downwards, and never more than three letters' heights. */
function usualPitch(lines: readonly Line[]): number {
  const steps = lines.flatMap((line, index) => {
    const above = lines[index - 1];
    const step = above === undefined ? 0 : stepBetween(above, line);
    return step > 0 ? [step] : [];
  });
  const heights = lines.flatMap(({ words }) => words.map(({ box }) => box.height));
  return Math.min(median(steps), 3 * median(heights));
}

function median(values: readonly number[]): number {
  return [...values].sort((one, two) => one - two)[values.length >> 1] ?? 0;
}

function spaceBetween(before: LaidWord | undefined, word: LaidWord, ratio: number, exact: boolean): string {
  if (before === undefined) return "";
  const em = Math.max(before.box.height, word.box.height) / ratio;
  const space = word.box.left - (before.box.left + before.box.width);
  if (exact && space < 0.08 * em && !/\s$/.test(before.text) && !/^\s/.test(word.text)) return "";
  return space > 1.35 * em ? "\t" : " ";
}

function boxesOf(
  placed: readonly { readonly word: LaidWord; readonly line: number; readonly end: number }[],
  starts: readonly number[],
  start: number,
  end: number,
): readonly Box[] {
  const lines = new Map<number, Box[]>();
  for (let index = firstAfter(starts, start); index < placed.length; index += 1) {
    const one = placed[index];
    const from = starts[index];
    if (one === undefined || from === undefined || from >= end) break;
    if (one.end <= start) continue;
    lines.set(one.line, [...(lines.get(one.line) ?? []), partOf(one.word, from, start, end)]);
  }
  return [...lines.values()].flatMap((boxes) => boxAround(boxes) ?? []);
}

/** The part of a word's box that a range covers, taking letters to be equally wide. */
function partOf(word: LaidWord, from: number, start: number, end: number): Box {
  const length = word.text.length;
  const first = Math.max(start - from, 0);
  const last = Math.min(end - from, length);
  if (first === 0 && last === length) return word.shown;
  const { left, top, width, height } = word.shown;
  return { left: left + (width * first) / length, top, width: (width * (last - first)) / length, height };
}

/** The last word that begins at or before an offset, by halves. */
function firstAfter(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(low - 1, 0);
}

/** A run of letters as pdf.js gives it, in the PDF's own space. */
export interface TextRun {
  readonly str: string;
  /** a, b: along the line; c, d: up the letters; e, f: the start of the baseline */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

type Point = readonly [x: number, y: number];

export interface PlacedWord {
  readonly text: string;
  /** the corners of everything the word is made of, in the PDF's space */
  readonly corners: readonly Point[];
}

/**
 * Words out of runs. A run may hold many words, and a word may be spread over many runs (kerning, raised "th"):
 * pieces that touch on one line are one word.
 */
export function splitWords(runs: readonly TextRun[]): readonly PlacedWord[] {
  const words: { text: string; corners: Point[] }[] = [];
  let previous: Piece | null = null;
  for (const piece of runs.flatMap(pieces)) {
    const word = words.at(-1);
    if (word !== undefined && previous !== null && touches(previous, piece)) {
      word.text += piece.text;
      word.corners.push(...piece.corners);
    } else words.push({ text: piece.text, corners: [...piece.corners] });
    previous = piece;
  }
  return words;
}

/** A stretch of a run without white space. */
interface Piece {
  readonly text: string;
  readonly corners: readonly Point[];
  readonly start: Point;
  readonly end: Point;
  /** letter height */
  readonly size: number;
  readonly opensRun: boolean;
  readonly closesRun: boolean;
}

function pieces(run: TextRun): readonly Piece[] {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = run.transform;
  const along = unit(a, b);
  const up = unit(c, d);
  const size = run.height > 0 ? run.height : Math.hypot(c, d);
  const whole = letterWidths(run.str);
  const at = (distance: number): Point => [x + along[0] * distance, y + along[1] * distance];
  return [...run.str.matchAll(/\S+/g)].map((found) => {
    const before = letterWidths(run.str.slice(0, found.index));
    const until = before + letterWidths(found[0]);
    const start = at((run.width * before) / whole);
    const end = at((run.width * until) / whole);
    return {
      text: found[0],
      corners: [
        lift(start, up, -0.2 * size),
        lift(end, up, -0.2 * size),
        lift(start, up, 0.8 * size),
        lift(end, up, 0.8 * size),
      ],
      start,
      end,
      size,
      opensRun: found.index === 0,
      closesRun: found.index + found[0].length === run.str.length && !run.hasEOL,
    };
  });
}

function unit(x: number, y: number): Point {
  const length = Math.hypot(x, y);
  return length === 0 ? [1, 0] : [x / length, y / length];
}

function lift([x, y]: Point, up: Point, by: number): Point {
  return [x + up[0] * by, y + up[1] * by];
}

/** One run's end and the next one's start: nearer than a space would be, and on about the same line. */
function touches(one: Piece, next: Piece): boolean {
  if (!one.closesRun || !next.opensRun) return false;
  const size = Math.max(one.size, next.size);
  return (
    Math.hypot(next.start[0] - one.end[0], next.start[1] - one.end[1]) < 0.6 * size && gapAlong(one, next) < 0.15 * size
  );
}

function gapAlong(one: Piece, next: Piece): number {
  const along = unit(one.end[0] - one.start[0], one.end[1] - one.start[1]);
  return Math.abs((next.start[0] - one.end[0]) * along[0] + (next.start[1] - one.end[1]) * along[1]);
}

/**
 * How wide letters are beside each other in print: only used to place a word within its run. Most letters are set in
 * a sans near Helvetica's proportions, and only proportions count.
 * Source: widths of printable ASCII in Adobe's font metrics for Helvetica (thousandths of the letter size).
 */
const helveticaWidths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
] as const;

const otherWidth = 556;
const firstPrintable = 32;

function letterWidths(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    width += helveticaWidths[text.charCodeAt(at) - firstPrintable] ?? otherWidth;
  }
  return width;
}

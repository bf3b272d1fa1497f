import type { GreyRaster } from "../platform.ts";
import { deepenInk } from "./deepen-ink.ts";
import { evenLight } from "./even-light.ts";
import { shrink } from "./shrink.ts";

/** How a page's lines of print run. */
export interface TextLines {
  /** they run up or down the page, not across */
  readonly sideways: boolean;
  /** how far they lean, in radians: clockwise is positive. Within 6 degrees; 0 where nothing is certain. */
  readonly lean: number;
}

const degree = Math.PI / 180;
const most = 6;

/**
 * Finds the direction in which print falls into lines: with the page turned right, rows of pixels are either full of
 * ink or empty, and the difference from row to row is greatest.
 */
export function textLines(page: GreyRaster): TextLines {
  const ink = inkOf(deepenInk(evenLight(shrink(page, 1000))));
  const across = bestLean(ink, false);
  const down = bestLean(ink, true);
  const best = down.sharpness > across.sharpness * 1.2 ? down : across;
  return { sideways: best === down, lean: Math.abs(best.lean) < 0.15 * degree ? 0 : best.lean };
}

interface Ink {
  readonly xs: Int16Array;
  readonly ys: Int16Array;
  readonly width: number;
  readonly height: number;
}

/** Where the print is. The outermost parts are left out: tables' edges and shadows are no lines of print. */
function inkOf({ width, height, data }: GreyRaster): Ink {
  const xs: number[] = [];
  const ys: number[] = [];
  const edge = Math.round(Math.max(width, height) * 0.03);
  for (let y = edge; y < height - edge; y += 1) {
    for (let x = edge; x < width - edge; x += 1) {
      if ((data[y * width + x] ?? 255) > 175) continue;
      xs.push(x);
      ys.push(y);
    }
  }
  return { xs: Int16Array.from(xs), ys: Int16Array.from(ys), width, height };
}

/** Rows count no more than this, so that one fold or ruled line from edge to edge does not outweigh all print. */
const fullLine = 200;

interface Lean {
  readonly lean: number;
  readonly sharpness: number;
}

/** First in steps of half a degree, then of a tenth around the best. */
function bestLean(ink: Ink, sideways: boolean): Lean {
  const coarse = bestOf(ink, sideways, 0, most, 0.5);
  return bestOf(ink, sideways, coarse.lean / degree, 0.4, 0.1);
}

function bestOf(ink: Ink, sideways: boolean, around: number, reach: number, step: number): Lean {
  let best: Lean = { lean: 0, sharpness: -1 };
  for (let angle = around - reach; angle <= around + reach + 1e-9; angle += step) {
    const sharpness = lineSharpness(ink, sideways, angle * degree);
    if (sharpness > best.sharpness) best = { lean: angle * degree, sharpness };
  }
  return best;
}

function lineSharpness({ xs, ys, width, height }: Ink, sideways: boolean, lean: number): number {
  const slope = Math.tan(lean);
  const span = width + height;
  const rows = new Float32Array(2 * span);
  for (let at = 0; at < xs.length; at += 1) {
    const x = xs[at] ?? 0;
    const y = ys[at] ?? 0;
    const row = Math.round((sideways ? -x - y * slope : y - x * slope) + span);
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let sharpness = 0;
  for (let row = 1; row < rows.length; row += 1) {
    const [one, other] = [rows[row - 1] ?? 0, rows[row] ?? 0];
    sharpness += (Math.min(one, fullLine) - Math.min(other, fullLine)) ** 2;
  }
  return sharpness;
}

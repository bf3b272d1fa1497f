import type { GreyRaster } from "../platform.ts";
import { findPatches, type Patch } from "./patches.ts";

/** Sizes in pixels at 300 dpi. A full stop in 10-point print has 25 or so, and stands close to a letter. */
const alwaysSpeck = 6;
const maySpeck = 45;
const neighbourhood = 18;
/**
 * A full stop covers 0.035 of the square of its letters' height, in any typeface that letters are printed in; where
 * print is faint, less of it is dark enough to be seen.
 */
const leastDot = 0.014;
/** A full stop stands on the line and a dot over its stem: smaller specks than this are dots only there. */
const surelyDot = 0.022;
/** Taller ink is no letter of a line, but several that run together, or a picture. */
const tallestLetter = 45;
const leastLetter = 10;

/**
 * Takes dust and copier specks off a page, in place: patches of ink too small to be a dot of the print beside them,
 * and somewhat larger ones that stand alone.
 */
export function despeckle(page: GreyRaster): GreyRaster {
  const { labels, patches } = findPatches(page);
  for (const [at, patch] of patches.entries()) {
    if (patch.size > maySpeck || !isSpeck(page, labels, patches, at + 1)) continue;
    whitenPatch(page, labels, patch, at + 1);
  }
  return page;
}

/** Whether a small patch is no dot of the print around it. */
function isSpeck({ width, height }: GreyRaster, labels: Int32Array, patches: readonly Patch[], label: number): boolean {
  const patch = patches[label - 1];
  if (patch === undefined || patch.size <= alwaysSpeck) return true;
  let around = 0;
  let letter = 0;
  let placed = false;
  const bottom = Math.min(height - 1, patch.bottom + neighbourhood);
  for (let y = Math.max(0, patch.top - neighbourhood); y <= bottom; y += 1) {
    const last = y * width + Math.min(width - 1, patch.right + neighbourhood);
    for (let at = y * width + Math.max(0, patch.left - neighbourhood); at <= last; at += 1) {
      const other = labels[at] ?? 0;
      if (other === 0 || other === label) continue;
      around += 1;
      const beside = patches[other - 1] ?? patch;
      const tall = beside.bottom - beside.top + 1;
      if (tall > tallestLetter || tall < leastLetter) continue;
      letter = Math.max(letter, tall);
      placed ||= onLineOf(patch, beside) || overStem(patch, beside);
    }
  }
  // Other specks may stand around it, but never as much ink as a letter has.
  return around <= maySpeck || patch.size < (placed ? leastDot : surelyDot) * letter ** 2;
}

/** Full stops, and the lower half of colons. */
function onLineOf(dot: Patch, letter: Patch): boolean {
  return Math.abs(dot.bottom - letter.bottom) <= 2;
}

/** The dots of "i" and "j". */
function overStem(dot: Patch, letter: Patch): boolean {
  const middle = (dot.left + dot.right) / 2;
  return dot.bottom < letter.top && middle >= letter.left - 1 && middle <= letter.right + 1;
}

/** A speck is ringed by half-dark pixels: they go with it. */
function whitenPatch({ width, height, data }: GreyRaster, labels: Int32Array, patch: Patch, label: number): void {
  for (let y = Math.max(0, patch.top - 1); y <= Math.min(height - 1, patch.bottom + 1); y += 1) {
    for (let x = Math.max(0, patch.left - 1); x <= Math.min(width - 1, patch.right + 1); x += 1) {
      const other = labels[y * width + x] ?? 0;
      if (other === 0 || other === label) data[y * width + x] = 235;
    }
  }
}

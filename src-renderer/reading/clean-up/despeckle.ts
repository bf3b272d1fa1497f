import type { GreyRaster } from "../platform.ts";

/** Darker than this is ink, on a page whose light has been evened out (paper is 235). */
const ink = 170;

/** Sizes in pixels at 300 dpi. A full stop in 10-point print has 25 or so, and stands close to a letter. */
const alwaysSpeck = 6;
const maySpeck = 45;
const neighbourhood = 18;
/** A full stop covers 0.035 of the square of its letters' height, in any typeface that letters are printed in. */
const leastDot = 0.02;
/** Taller ink is no letter of a line, but several that run together, or a picture. */
const tallestLetter = 45;

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

/** Ink that hangs together, by the rectangle that it fills. */
interface Patch {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** pixels */
  size: number;
}

interface Patches {
  /** for each pixel its patch's place in the list, from 1; 0 for paper */
  readonly labels: Int32Array;
  readonly patches: readonly Patch[];
}

function findPatches({ width, height, data }: GreyRaster): Patches {
  const labels = new Int32Array(data.length);
  const patches: Patch[] = [];
  const waiting: number[] = [];
  for (let start = 0; start < data.length; start += 1) {
    if (labels[start] !== 0 || (data[start] ?? 255) >= ink) continue;
    const label = patches.length + 1;
    const patch: Patch = { left: width, right: 0, top: height, bottom: 0, size: 0 };
    labels[start] = label;
    waiting.push(start);
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const x = at % width;
      const y = (at - x) / width;
      grow(patch, x, y);
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1) {
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column += 1) {
          const near = row * width + column;
          if (labels[near] !== 0 || (data[near] ?? 255) >= ink) continue;
          labels[near] = label;
          waiting.push(near);
        }
      }
    }
    patches.push(patch);
  }
  return { labels, patches };
}

function grow(patch: Patch, x: number, y: number): void {
  if (x < patch.left) patch.left = x;
  if (x > patch.right) patch.right = x;
  if (y < patch.top) patch.top = y;
  if (y > patch.bottom) patch.bottom = y;
  patch.size += 1;
}

/** Whether a small patch is no dot of the print around it. */
function isSpeck(page: GreyRaster, labels: Int32Array, patches: readonly Patch[], label: number): boolean {
  const patch = patches[label - 1];
  if (patch === undefined || patch.size <= alwaysSpeck) return true;
  let around = 0;
  let letter = 0;
  for (
    let y = Math.max(0, patch.top - neighbourhood);
    y <= Math.min(page.height - 1, patch.bottom + neighbourhood);
    y += 1
  ) {
    const row = y * page.width;
    const last = row + Math.min(page.width - 1, patch.right + neighbourhood);
    for (let at = row + Math.max(0, patch.left - neighbourhood); at <= last; at += 1) {
      const other = labels[at] ?? 0;
      if (other === 0 || other === label) continue;
      around += 1;
      const { top, bottom } = patches[other - 1] ?? patch;
      const tall = bottom - top + 1;
      if (tall > letter && tall <= tallestLetter) letter = tall;
    }
  }
  // Other specks may stand around it, but never as much ink as a letter has.
  return around <= maySpeck || patch.size < leastDot * letter ** 2;
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

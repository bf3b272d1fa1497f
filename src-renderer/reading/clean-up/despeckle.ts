import type { GreyRaster } from "../platform.ts";

/** Darker than this is ink, on a page whose light has been evened out (paper is 235). */
const ink = 170;

/** Sizes in pixels at 300 dpi. A full stop in 10-point print has about 20, and stands close to a letter. */
const alwaysSpeck = 6;
const maySpeck = 45;
const neighbourhood = 18;

/**
 * Takes dust and copier specks off a page, in place: patches of ink too small for print, and somewhat larger ones
 * that stand alone. Dots of "i" and full stops have a letter beside them and stay.
 */
export function despeckle(page: GreyRaster): GreyRaster {
  const { width, height, data } = page;
  const seen = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 1) {
    if (seen[at] === 1 || (data[at] ?? 255) >= ink) continue;
    const patch = patchFrom(page, at, seen);
    if (patch.length > maySpeck) continue;
    if (patch.length > alwaysSpeck && hasNeighbours(page, patch)) continue;
    for (const pixel of patch) whiten(data, pixel, width, height);
  }
  return page;
}

/** All ink that hangs together with a pixel. */
function patchFrom({ width, height, data }: GreyRaster, start: number, seen: Uint8Array): readonly number[] {
  const patch = [start];
  seen[start] = 1;
  for (let next = 0; next < patch.length; next += 1) {
    const at = patch[next] ?? 0;
    const x = at % width;
    const y = (at - x) / width;
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1) {
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column += 1) {
        const near = row * width + column;
        if (seen[near] === 1 || (data[near] ?? 255) >= ink) continue;
        seen[near] = 1;
        patch.push(near);
      }
    }
  }
  return patch;
}

/** Whether there is more ink around a patch than other specks would make. */
function hasNeighbours({ width, height, data }: GreyRaster, patch: readonly number[]): boolean {
  const at = patch[0] ?? 0;
  const x = at % width;
  const y = (at - x) / width;
  let around = -patch.length;
  for (let row = Math.max(0, y - neighbourhood); row <= Math.min(height - 1, y + neighbourhood); row += 1) {
    for (let column = Math.max(0, x - neighbourhood); column <= Math.min(width - 1, x + neighbourhood); column += 1) {
      if ((data[row * width + column] ?? 255) < ink) around += 1;
    }
  }
  return around > maySpeck;
}

/** A speck is ringed by half-dark pixels: they go with it. */
function whiten(data: Uint8Array, at: number, width: number, height: number): void {
  const x = at % width;
  const y = (at - x) / width;
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1) {
    for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column += 1) {
      data[row * width + column] = 235;
    }
  }
}

import type { GreyRaster } from "../platform.ts";

/** Darker than this is ink, on a page whose light has been evened out (paper is 235). */
const ink = 170;

/** Ink that hangs together, by the rectangle that it fills. */
export interface Patch {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** pixels */
  size: number;
}

export interface Patches {
  /** for each pixel its patch's place in the list, from 1; 0 for paper */
  readonly labels: Int32Array;
  readonly patches: readonly Patch[];
}

/** Every patch of ink on a page, in the order of their first pixels. */
export function findPatches({ width, height, data }: GreyRaster): Patches {
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

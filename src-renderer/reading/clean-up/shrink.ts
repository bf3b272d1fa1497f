import type { GreyRaster } from "../platform.ts";

/** A small copy to look at as a whole: each pixel the mean of a square; the long side at most `longSide`. */
export function shrink(page: GreyRaster, longSide: number): GreyRaster {
  const square = Math.max(1, Math.ceil(Math.max(page.width, page.height) / longSide));
  if (square === 1) return page;
  const width = Math.max(1, Math.floor(page.width / square));
  const height = Math.max(1, Math.floor(page.height / square));
  const data = new Uint8Array(width * height);
  const sums = new Float64Array(width);
  for (let y = 0; y < height; y += 1) {
    sums.fill(0);
    for (let row = y * square; row < (y + 1) * square; row += 1) {
      for (let x = 0, from = row * page.width; x < width; x += 1) {
        let sum = 0;
        for (let step = 0; step < square; step += 1, from += 1) sum += page.data[from] ?? 0;
        sums[x] = (sums[x] ?? 0) + sum;
      }
    }
    for (let x = 0; x < width; x += 1) data[y * width + x] = (sums[x] ?? 0) / (square * square);
  }
  return { width, height, data };
}

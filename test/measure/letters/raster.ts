import type { Random } from "./random.ts";

/** A picture in memory: RGBA, row by row. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** From a place in the new picture to one in the old. */
export type Warp = (x: number, y: number) => readonly [number, number];

export function emptyRaster(width: number, height: number): Raster {
  return { width, height, data: new Uint8ClampedArray(width * height * 4).fill(255) };
}

/** Lays `source` onto `onto`, place by place; what lies outside of it stays as it is. Bilinear. */
export function layWarped(source: Raster, onto: Raster, warp: Warp): void {
  const { width, height, data } = source;
  for (let y = 0, at = 0; y < onto.height; y += 1) {
    for (let x = 0; x < onto.width; x += 1, at += 4) {
      const [fromX, fromY] = warp(x, y);
      if (!(fromX >= 0 && fromY >= 0 && fromX < width - 1 && fromY < height - 1)) continue;
      const left = Math.floor(fromX);
      const top = Math.floor(fromY);
      const [across, down] = [fromX - left, fromY - top];
      const here = (top * width + left) * 4;
      const below = here + width * 4;
      for (let channel = 0; channel < 3; channel += 1) {
        const above = (data[here + channel] ?? 0) * (1 - across) + (data[here + 4 + channel] ?? 0) * across;
        const under = (data[below + channel] ?? 0) * (1 - across) + (data[below + 4 + channel] ?? 0) * across;
        onto.data[at + channel] = above * (1 - down) + under * down;
      }
    }
  }
}

/** Changes each pixel's red, green and blue in turn. */
export function eachPixel(
  raster: Raster,
  change: (value: number, x: number, y: number, channel: number) => number,
): void {
  for (let y = 0, at = 0; y < raster.height; y += 1) {
    for (let x = 0; x < raster.width; x += 1, at += 4) {
      for (let channel = 0; channel < 3; channel += 1) {
        raster.data[at + channel] = change(raster.data[at + channel] ?? 0, x, y, channel);
      }
    }
  }
}

/** Noise as a sensor has it: about normal, the same in all colours or in each its own. @param spread its standard deviation, of 255 */
export function addNoise(raster: Raster, random: Random, spread: number, grey: boolean): void {
  const { data } = raster;
  const ofFour = () => (random.next() + random.next() + random.next() + random.next() - 2) * 1.732 * spread;
  for (let at = 0; at < data.length; at += 4) {
    const shared = ofFour();
    for (let channel = 0; channel < 3; channel += 1) {
      data[at + channel] = (data[at + channel] ?? 0) + (grey ? shared : ofFour());
    }
  }
}

/** A box blur, across and then down, by sums that run along. @param radius in pixels; 0 changes nothing */
export function blur(raster: Raster, radius: number): void {
  if (radius < 1) return;
  const { width, height, data } = raster;
  for (let channel = 0; channel < 3; channel += 1) {
    for (let y = 0; y < height; y += 1) blurRun(data, y * width * 4 + channel, 4, width, radius);
    for (let x = 0; x < width; x += 1) blurRun(data, x * 4 + channel, width * 4, height, radius);
  }
}

function blurRun(data: Uint8ClampedArray, from: number, step: number, count: number, radius: number): void {
  const run = new Float32Array(count);
  for (let at = 0; at < count; at += 1) run[at] = data[from + at * step] ?? 0;
  const size = 2 * radius + 1;
  let sum = 0;
  for (let at = -radius; at <= radius; at += 1) sum += run[Math.min(count - 1, Math.max(0, at))] ?? 0;
  for (let at = 0; at < count; at += 1) {
    data[from + at * step] = sum / size;
    sum += (run[Math.min(count - 1, at + radius + 1)] ?? 0) - (run[Math.max(0, at - radius)] ?? 0);
  }
}

/** Fills a disc, a little soft at its edge. */
export function fillDisc(raster: Raster, centreX: number, centreY: number, radius: number, value: number): void {
  const reach = Math.ceil(radius) + 1;
  for (let y = Math.max(0, centreY - reach); y <= Math.min(raster.height - 1, centreY + reach); y += 1) {
    for (let x = Math.max(0, centreX - reach); x <= Math.min(raster.width - 1, centreX + reach); x += 1) {
      const share = Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(x - centreX, y - centreY)));
      const at = (y * raster.width + x) * 4;
      for (let channel = 0; channel < 3; channel += 1) {
        raster.data[at + channel] = (raster.data[at + channel] ?? 0) * (1 - share) + value * share;
      }
    }
  }
}

/** A plane through four points: from a place in the picture to 0–1 across and down the sheet (a projective map). */
export function planeThrough(corners: readonly (readonly [number, number])[]): Warp {
  const square = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ] as const;
  const rows = corners.flatMap(([x, y], index) => {
    const [u, v] = square[index] ?? [0, 0];
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = solved(rows);
  return (x, y) => {
    const depth = g * x + h * y + 1;
    return [(a * x + b * y + c) / depth, (d * x + e * y + f) / depth];
  };
}

/** Solves eight equations of eight unknowns by elimination. @param rows each with its right side last */
function solved(rows: number[][]): readonly number[] {
  const size = rows.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const best = rows.slice(pivot).reduce((found, row, at) => {
      return Math.abs(row[pivot] ?? 0) > Math.abs(rows[found]?.[pivot] ?? 0) ? at + pivot : found;
    }, pivot);
    const [here = [], there = []] = [rows[best], rows[pivot]];
    rows[pivot] = here;
    rows[best] = there;
    for (let row = 0; row < size; row += 1) {
      if (row === pivot) continue;
      const times = (rows[row]?.[pivot] ?? 0) / (here[pivot] ?? 1);
      rows[row] = (rows[row] ?? []).map((value, column) => value - times * (here[column] ?? 0));
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}

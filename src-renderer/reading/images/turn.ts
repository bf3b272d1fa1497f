import type { QuarterTurns } from "#core/model/page.ts";
import type { GreyRaster, Raster } from "../platform.ts";
import type { Orientation } from "./orientation.ts";

/** A picture turned and mirrored as its EXIF orientation asks, so that it is upright. */
export function turnUpright(page: Raster, orientation: Orientation): Raster {
  if (orientation === 1) return page;
  const source = new Uint32Array(page.data.buffer, page.data.byteOffset, page.width * page.height);
  const target = new Uint32Array(source.length);
  const size = turnPixels(source, target, page, orientation);
  return { ...size, data: new Uint8ClampedArray(target.buffer) };
}

/** A picture turned clockwise by quarter turns. */
export function turnQuarters(page: Raster, turns: QuarterTurns): Raster {
  return turnUpright(page, orientations[turns]);
}

/** EXIF's names for clockwise quarter turns. */
const orientations = [1, 6, 3, 8] as const;

/** A grey page turned clockwise by quarter turns. */
export function turnGreyQuarters(page: GreyRaster, turns: QuarterTurns): GreyRaster {
  const orientation = orientations[turns];
  if (orientation === 1) return page;
  const data = new Uint8Array(page.data.length);
  return { ...turnPixels(page.data, data, page, orientation), data };
}

type Pixels = Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** Each source row becomes a row or a column of the target: where the first pixel goes, and the step to the next. */
function turnPixels(
  source: Pixels,
  target: Pixels,
  { width, height }: { width: number; height: number },
  orientation: Orientation,
): { width: number; height: number } {
  const sideways = orientation >= 5;
  const toWidth = sideways ? height : width;
  for (let y = 0; y < height; y += 1) {
    let to = firstPixel(orientation, y, width, height);
    const step = pixelStep(orientation, toWidth);
    for (let from = y * width; from < (y + 1) * width; from += 1) {
      target[to] = source[from] ?? 0;
      to += step;
    }
  }
  return { width: toWidth, height: sideways ? width : height };
}

function firstPixel(orientation: Orientation, y: number, width: number, height: number): number {
  const starts: Record<Orientation, number> = {
    1: y * width,
    2: y * width + width - 1,
    3: (height - 1 - y) * width + width - 1,
    4: (height - 1 - y) * width,
    5: y,
    6: height - 1 - y,
    7: (width - 1) * height + (height - 1 - y),
    8: (width - 1) * height + y,
  };
  return starts[orientation];
}

function pixelStep(orientation: Orientation, toWidth: number): number {
  const steps: Record<Orientation, number> = {
    1: 1,
    2: -1,
    3: -1,
    4: 1,
    5: toWidth,
    6: toWidth,
    7: -toWidth,
    8: -toWidth,
  };
  return steps[orientation];
}

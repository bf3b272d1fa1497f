import { Problem } from "#core/problems.ts";
import type { Raster } from "../platform.ts";

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** A picture file whose pages can be decoded one at a time. */
export interface ImageFile {
  readonly count: number;
  /** the file is cut short: what is there is shown, and said to be incomplete */
  readonly cutShort: boolean;
  /** @param at from 0 @returns upright pixels on white @throws {Problem} `file-damaged`, `image-too-large` */
  page(at: number): Promise<Raster>;
}

/** More than this is refused before a pixel is decoded: 100 million. */
const maxPixels = 100_000_000;

/** Decoded pictures are at most this large (A4 at 400 dpi is 15.5 million); larger ones are scaled down on the way. */
const workingPixels = 16_000_000;

/** @throws {Problem} `image-too-large` */
export function refuseTooLarge({ width, height }: PixelSize): void {
  if (width * height > maxPixels) throw new Problem("image-too-large", `${width} × ${height}`);
}

/** The size a picture is worked on at: its own, or smaller with the same shape. */
export function workingSize(size: PixelSize): PixelSize {
  return sizeWithin(size, { pixels: workingPixels, longSide: Number.POSITIVE_INFINITY });
}

/** The largest size of the same shape within both bounds; never larger than it was. */
export function sizeWithin(
  { width, height }: PixelSize,
  most: { readonly pixels: number; readonly longSide: number },
): PixelSize {
  const scale = Math.min(1, Math.sqrt(most.pixels / (width * height)), most.longSide / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

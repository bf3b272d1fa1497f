import type { GreyRaster, Raster } from "../platform.ts";

/** The lightness of each pixel (Rec. 601), as eyes and printers see it. */
export function toGrey({ width, height, data }: Raster): GreyRaster {
  const grey = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < grey.length; at += 1, from += 4) {
    grey[at] = ((data[from] ?? 0) * 77 + (data[from + 1] ?? 0) * 150 + (data[from + 2] ?? 0) * 29) >> 8;
  }
  return { width, height, data: grey };
}

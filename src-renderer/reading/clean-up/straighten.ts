import type { GreyRaster } from "../platform.ts";
import type { Projection } from "./projection.ts";

/**
 * A page as it would lie flat: each pixel of the new page is taken from where it stands in the picture, mixed from
 * the four pixels around that point. What lies outside the picture is white.
 *
 * @param toPicture pixels of the new page to pixels of the picture
 */
export function straighten(
  picture: GreyRaster,
  toPicture: Projection,
  { width, height }: { readonly width: number; readonly height: number },
): GreyRaster {
  const [a, b, c, d, e, f, g, h, i] = toPicture;
  const page = new Uint8Array(width * height);
  const source = picture.data;
  const row = picture.width;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const depth = g * x + h * y + i;
      const fromX = (a * x + b * y + c) / depth;
      const fromY = (d * x + e * y + f) / depth;
      const left = Math.floor(fromX);
      const top = Math.floor(fromY);
      if (left < 0 || top < 0 || left >= picture.width - 1 || top >= picture.height - 1) {
        page[y * width + x] = 255;
        continue;
      }
      const at = top * row + left;
      const across = fromX - left;
      const upper = (source[at] ?? 0) * (1 - across) + (source[at + 1] ?? 0) * across;
      const lower = (source[at + row] ?? 0) * (1 - across) + (source[at + row + 1] ?? 0) * across;
      page[y * width + x] = upper + (lower - upper) * (fromY - top);
    }
  }
  return { width, height, data: page };
}

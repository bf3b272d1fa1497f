import type { Raster } from "../platform.ts";
import type { PixelSize } from "./image-file.ts";

/** A picture made smaller by averaging, and laid on white where it is see-through. Never larger than it was. */
export function scaleDown(page: Raster, { width, height }: PixelSize): Raster {
  if (width === page.width && height === page.height) return onWhite(page);
  const data = new Uint8ClampedArray(width * height * 4);
  const columns = edges(page.width, width);
  const rows = edges(page.height, height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const block = { left: columns[x] ?? 0, right: columns[x + 1] ?? 0, top: rows[y] ?? 0, bottom: rows[y + 1] ?? 0 };
      writeMean(page, block, data, (y * width + x) * 4);
    }
  }
  return { width, height, data };
}

/** The same pixels, in place, with what is see-through laid on white. */
export function onWhite(page: Raster): Raster {
  const { data } = page;
  for (let at = 3; at < data.length; at += 4) {
    const alpha = data[at] ?? 255;
    if (alpha === 255) continue;
    for (let channel = at - 3; channel < at; channel += 1)
      data[channel] = ((data[channel] ?? 0) * alpha + 255 * (255 - alpha)) / 255;
    data[at] = 255;
  }
  return page;
}

/** Where each target pixel begins in the source; one more for the end. */
function edges(from: number, to: number): Int32Array {
  return Int32Array.from({ length: to + 1 }, (_, at) => Math.round((at * from) / to));
}

interface Block {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function writeMean(page: Raster, block: Block, into: Uint8ClampedArray, at: number): void {
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let y = block.top; y < block.bottom; y += 1) {
    for (let from = (y * page.width + block.left) * 4; from < (y * page.width + block.right) * 4; from += 4) {
      const alpha = page.data[from + 3] ?? 255;
      const white = 255 * (255 - alpha);
      red += (page.data[from] ?? 0) * alpha + white;
      green += (page.data[from + 1] ?? 0) * alpha + white;
      blue += (page.data[from + 2] ?? 0) * alpha + white;
    }
  }
  const count = Math.max(1, (block.right - block.left) * (block.bottom - block.top)) * 255;
  into[at] = red / count;
  into[at + 1] = green / count;
  into[at + 2] = blue / count;
  into[at + 3] = 255;
}

import type { PixelSize } from "./images/image-file.ts";
import type { Raster, ReadingPlatform } from "./platform.ts";

/** A picture made smaller, away from this thread. Its pixels may be taken away: it can't be used afterwards. */
export async function scaled(page: Raster, size: PixelSize, platform: ReadingPlatform): Promise<Raster> {
  if (page.width === size.width && page.height === size.height) return page;
  return platform.pixels.scaleDown(page, size);
}

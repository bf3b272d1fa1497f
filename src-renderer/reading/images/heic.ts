import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";
import type { HeifPicture, Raster, ReadingPlatform } from "../platform.ts";
import { type ImageFile, refuseTooLarge, workingSize } from "./image-file.ts";
import { scaleDown } from "./scale.ts";

/**
 * Opens a HEIC photograph: its main picture is the page (bursts, depth maps and thumbnails are not).
 * libheif turns it upright by itself, so an EXIF orientation inside must not be applied again.
 * @throws {Problem} `file-damaged`, `image-too-large`
 */
export async function openHeic(bytes: Bytes, platform: ReadingPlatform): Promise<ImageFile> {
  const { HeifDecoder } = await platform.heif();
  const pictures = quietly(() => new HeifDecoder().decode(bytes));
  const main = pictures.find((picture) => picture.is_primary()) ?? pictures[0];
  if (main === undefined) throw new Problem("file-damaged", "no picture in the HEIC file");
  for (const other of pictures) if (other !== main) other.free();
  refuseTooLarge({ width: main.get_width(), height: main.get_height() });
  return { count: 1, cutShort: false, page: () => decoded(main) };
}

async function decoded(picture: HeifPicture): Promise<Raster> {
  const width = picture.get_width();
  const height = picture.get_height();
  const blank: Raster = { width, height, data: new Uint8ClampedArray(width * height * 4) };
  const filled = await new Promise<Raster | null>((resolve) => quietly(() => picture.display(blank, resolve)));
  if (filled === null) throw new Problem("file-damaged", "the HEIC picture could not be decoded");
  return scaleDown(blank, workingSize(blank));
}

/** A damaged file makes libheif throw numbers; the reason is in nobody's language. */
function quietly<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new Problem("file-damaged", "libheif gave up", { cause });
  }
}

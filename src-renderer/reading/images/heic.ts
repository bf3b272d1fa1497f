import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";
import type { Raster } from "../platform.ts";
import { refuseTooLarge, workingSize } from "./image-file.ts";
import { scaleDown } from "./scale.ts";

/** libheif's module, as made by its own factory. */
export interface HeifModule {
  readonly HeifDecoder: new () => { decode(bytes: Bytes): readonly HeifPicture[] };
}

interface HeifPicture {
  get_width(): number;
  get_height(): number;
  is_primary(): boolean;
  display(into: Raster, done: (filled: Raster | null) => void): void;
  free(): void;
}

/**
 * Decodes a HEIC photograph: its main picture is the page (bursts, depth maps and thumbnails are not).
 * libheif turns it upright by itself, so an EXIF orientation inside must not be applied again.
 * @throws {Problem} `file-damaged`, `image-too-large`
 */
export async function heicPage(bytes: Bytes, { HeifDecoder }: HeifModule): Promise<Raster> {
  const pictures = decoded(() => new HeifDecoder().decode(bytes));
  try {
    const main = pictures.find((picture) => picture.is_primary()) ?? pictures[0];
    if (main === undefined) throw new Problem("file-damaged", "no picture in the HEIC file");
    const page = await pixelsOf(main);
    return scaleDown(page, workingSize(page));
  } finally {
    for (const picture of pictures) picture.free();
  }
}

async function pixelsOf(picture: HeifPicture): Promise<Raster> {
  const size = { width: picture.get_width(), height: picture.get_height() };
  refuseTooLarge(size);
  const page: Raster = { ...size, data: new Uint8ClampedArray(size.width * size.height * 4) };
  const filled = await new Promise<Raster | null>((resolve) => decoded(() => picture.display(page, resolve)));
  if (filled === null) throw new Problem("file-damaged", "the HEIC picture could not be decoded");
  return page;
}

/** A damaged file makes libheif throw numbers; the reason is in nobody's language. */
function decoded<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new Problem("file-damaged", "libheif gave up", { cause });
  }
}

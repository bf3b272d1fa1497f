import type { Bytes } from "#core/model/bytes.ts";
import type { FileType, TypedFileType } from "#core/model/exhibit.ts";
import { Problem } from "#core/problems.ts";
import type { Raster, ReadingPlatform } from "../platform.ts";
import { headerSize } from "./header-size.ts";
import { type ImageFile, type PixelSize, refuseTooLarge, workingSize } from "./image-file.ts";
import { findOrientation, withoutOrientation } from "./orientation.ts";
import { turnUpright } from "./turn.ts";

export type ImageType = Exclude<FileType, "pdf" | TypedFileType>;

/**
 * Opens a picture file without decoding it: its header is read and bounded first (HEIC when it is decoded).
 * @throws {Problem} `file-damaged`, `image-too-large`
 */
export async function openImage(
  bytes: Bytes,
  type: ImageType,
  platform: ReadingPlatform,
  signal?: AbortSignal,
): Promise<ImageFile> {
  const { pixels } = platform;
  if (type === "tiff") {
    const { count, cutShort } = await pixels.tiffPages(bytes, signal);
    return { count, cutShort, page: (at) => pixels.tiffPage(bytes, at, signal) };
  }
  if (type === "heic") return { count: 1, cutShort: false, page: () => pixels.heicPage(bytes, signal) };
  const size = headerSize(bytes, type);
  if (size === null) throw new Problem("file-damaged", "no size in the header");
  refuseTooLarge(size);
  const found = type === "gif" ? null : findOrientation(bytes, type);
  return {
    count: 1,
    cutShort: isCutShort(bytes, type),
    async page() {
      const raster = await decoded(withoutOrientation(bytes, found), type, size, platform);
      return turnUpright(raster, found?.orientation ?? 1);
    },
  };
}

async function decoded(
  bytes: Bytes,
  type: "jpeg" | "png" | "gif" | "webp",
  size: PixelSize,
  platform: ReadingPlatform,
): Promise<Raster> {
  try {
    return await platform.decode(bytes, `image/${type}`, workingSize(size));
  } catch (cause) {
    throw new Problem("file-damaged", "the picture could not be decoded", { cause });
  }
}

/** JPEG ends with EOI and PNG with IEND; whatever comes after (padding, a film) does not matter. */
function isCutShort(bytes: Bytes, type: "jpeg" | "png" | "gif" | "webp"): boolean {
  if (type === "jpeg") return !holds(bytes, [0xff, 0xd9]);
  if (type === "png") return !holds(bytes, [0x49, 0x45, 0x4e, 0x44]);
  return false;
}

function holds(bytes: Bytes, mark: readonly number[]): boolean {
  for (let at = bytes.length - mark.length; at > 0; at -= 1) {
    if (mark.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

import type { FileType, TypedFileType } from "#core/model/exhibit.ts";
import type { QuarterTurns } from "#core/model/page.ts";
import { sizeWithin } from "./images/image-file.ts";
import { openImage } from "./images/open-image.ts";
import { turnQuarters } from "./images/turn.ts";
import { drawPage } from "./pdf/draw-page.ts";
import { openPdf } from "./pdf/open-pdf.ts";
import type { Raster, ReadingPlatform } from "./platform.ts";
import type { PickedFile } from "./read-exhibit.ts";
import { scaled } from "./scaled.ts";

export interface PageImageOptions {
  /** about so many pixels across, once upright */
  readonly width: number;
  /** as reading found them: see `PageShape` */
  readonly quarterTurns?: QuarterTurns | undefined;
}

/**
 * A page as a picture for the screen: upright and on white.
 *
 * @param pageNumber from 1, within this file
 * @throws {Problem} `file-damaged`, `pdf-password`, `image-too-large`
 */
export async function pageImage(
  file: PickedFile,
  type: Exclude<FileType, TypedFileType>,
  pageNumber: number,
  platform: ReadingPlatform,
  { width, quarterTurns = 0 }: PageImageOptions,
): Promise<Raster> {
  if (type === "pdf") return pdfPageImage(file, pageNumber, platform, { width, quarterTurns });
  const image = await openImage(file.bytes, type, platform);
  const page = await image.page(pageNumber - 1);
  const across = quarterTurns % 2 === 0 ? page.width : page.height;
  const longSide = (width * Math.max(page.width, page.height)) / across;
  const size = sizeWithin(page, { longSide, pixels: Number.POSITIVE_INFINITY });
  return turnQuarters(await scaled(page, size, platform), quarterTurns);
}

async function pdfPageImage(
  file: PickedFile,
  pageNumber: number,
  platform: ReadingPlatform,
  { width, quarterTurns = 0 }: PageImageOptions,
): Promise<Raster> {
  const pdf = await openPdf(file.bytes, platform);
  try {
    return await drawPage(await pdf.page(pageNumber), platform, { width, quarterTurns, purpose: "show" });
  } finally {
    pdf.close();
  }
}

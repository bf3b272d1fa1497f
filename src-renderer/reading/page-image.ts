import type { FileType } from "#core/model/exhibit.ts";
import { sizeWithin } from "./images/image-file.ts";
import { openImage } from "./images/open-image.ts";
import { scaleDown } from "./images/scale.ts";
import { drawPage } from "./pdf/draw-page.ts";
import { openPdf } from "./pdf/open-pdf.ts";
import type { Raster, ReadingPlatform } from "./platform.ts";
import type { PickedFile } from "./read-exhibit.ts";

/**
 * A page as a picture for the screen: upright, on white, about `width` pixels across.
 *
 * @param pageNumber from 1, within this file
 * @throws {Problem} `file-damaged`, `pdf-password`, `image-too-large`
 */
export async function pageImage(
  file: PickedFile,
  type: Exclude<FileType, "text">,
  pageNumber: number,
  platform: ReadingPlatform,
  { width }: { readonly width: number },
): Promise<Raster> {
  if (type === "pdf") return pdfPageImage(file, pageNumber, platform, width);
  const image = await openImage(file.bytes, type, platform);
  const page = await image.page(pageNumber - 1);
  const longSide = (width * Math.max(page.width, page.height)) / page.width;
  return scaleDown(page, sizeWithin(page, { longSide, pixels: Number.POSITIVE_INFINITY }));
}

async function pdfPageImage(file: PickedFile, pageNumber: number, platform: ReadingPlatform, width: number) {
  const pdf = await openPdf(file.bytes, platform);
  try {
    return await drawPage(await pdf.page(pageNumber), platform, { width, purpose: "show" });
  } finally {
    pdf.close();
  }
}

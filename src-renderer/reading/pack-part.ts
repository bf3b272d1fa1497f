import { type FileType, isTypedFile, type TypedFileType } from "#core/model/exhibit.ts";
import type { PageImage, PageText } from "#core/model/page.ts";
import type { PackPart } from "#core/pack/order.ts";
import { Problem, type ProblemCode } from "#core/problems.ts";
import { detectType } from "./detect.ts";
import { sizeWithin } from "./images/image-file.ts";
import { type ImageType, openImage } from "./images/open-image.ts";
import { turnQuarters } from "./images/turn.ts";
import { drawPage } from "./pdf/draw-page.ts";
import { endsProperly } from "./pdf/mend-pdf.ts";
import { openPdf } from "./pdf/open-pdf.ts";
import type { Raster, ReadingPlatform } from "./platform.ts";
import type { PickedFile } from "./read-exhibit.ts";
import { scaled } from "./scaled.ts";
import { textPages } from "./text-pages.ts";

/**
 * A file made ready for a pack: PDFs as they are (pages say which of them are to be turned), pictures as
 * upright JPEGs that hold nothing of the camera's notes (place, time, device), text, mail and Word files as words. A file that can't be shown says so instead of going missing.
 *
 * @param type as reading found it; null where it could not be taken
 * @param pages what was read, this file's pages only
 */
export async function toPackPart(
  file: PickedFile,
  type: FileType | null,
  pages: readonly PageText[],
  platform: ReadingPlatform,
): Promise<PackPart> {
  const { name } = file;
  if (type === null) return { kind: "refused", name, problem: refusalOf(file) };
  try {
    if (isTypedFile(type)) return { kind: "text", name, type, pages: await typedPages(file, type, pages, platform) };
    if (type !== "pdf") return { kind: "images", name, images: await pageImages(file, type, pages, platform), pages };
    return await pdfPart(file, pages, platform);
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    return { kind: "refused", name, problem: cause.code };
  }
}

/** As they were read; a file of which nothing was read is tried, so that one that is damaged says so. */
async function typedPages(
  { bytes }: PickedFile,
  type: TypedFileType,
  pages: readonly PageText[],
  platform: ReadingPlatform,
): Promise<readonly string[]> {
  if (type === "text") return textPages(bytes).map((page) => page.text ?? "");
  if (pages.length > 0) return pages.map((page) => page.text ?? "");
  return (await platform.pixels.typedLetter(bytes, type)).pages;
}

/** Pages that were read prove that it opens; otherwise it is tried, so that a locked PDF says so. */
async function pdfPart(
  { name, bytes }: PickedFile,
  pages: readonly PageText[],
  platform: ReadingPlatform,
): Promise<PackPart> {
  const whole: PackPart = { kind: "pdf", name, bytes, pages };
  if (pages.length > 0 && endsProperly(bytes)) return whole;
  const pdf = await openPdf(bytes, platform);
  try {
    if (!pdf.mended) return whole;
    // A file that was cut off can't be copied from: its pages are shown as pictures.
    const images: PageImage[] = [];
    for (let number = 1; number <= pdf.count; number += 1) {
      const quarterTurns = pages[number - 1]?.quarterTurns ?? 0;
      const page = await drawPage(await pdf.page(number), platform, { purpose: "read", quarterTurns });
      images.push(await pageJpeg(page, platform));
    }
    return { kind: "images", name, images, pages };
  } finally {
    pdf.close();
  }
}

function refusalOf({ bytes }: PickedFile): ProblemCode {
  const detected = detectType(bytes);
  return detected.ok ? "file-damaged" : detected.code;
}

async function pageImages(
  file: PickedFile,
  type: ImageType,
  pages: readonly PageText[],
  platform: ReadingPlatform,
): Promise<readonly PageImage[]> {
  const image = await openImage(file.bytes, type, platform);
  const images: PageImage[] = [];
  for (let at = 0; at < image.count; at += 1) {
    images.push(await pageJpeg(turnQuarters(await image.page(at), pages[at]?.quarterTurns ?? 0), platform));
  }
  return images;
}

/** About what a page may weigh: a pack of forty photographs must still go through a mailbox. */
const enoughBytes = 450_000;

/** From A4 at 300 dpi downwards; the last is taken whatever it weighs (A4 at 200 dpi still prints well). */
const tries = [
  { longSide: 3508, quality: 0.72 },
  { longSide: 3508, quality: 0.55 },
  { longSide: 2800, quality: 0.55 },
  { longSide: 2339, quality: 0.55 },
] as const;

/** The first try that is small enough. */
async function pageJpeg(page: Raster, platform: ReadingPlatform): Promise<PageImage> {
  let smaller = page;
  let made: PageImage | null = null;
  for (const { longSide, quality } of tries) {
    const size = sizeWithin(smaller, { longSide, pixels: Number.POSITIVE_INFINITY });
    smaller = await scaled(smaller, size, platform);
    made = { jpeg: await platform.encodeJpeg(smaller, quality), ...size };
    if (made.jpeg.length <= enoughBytes) break;
  }
  if (made === null) throw new Error("there is always a last try");
  return made;
}

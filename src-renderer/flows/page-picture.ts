import { readOriginal, readWords } from "#core/case-work/add-exhibit.ts";
import type { Bytes } from "#core/model/bytes.ts";
import { type Exhibit, type ExhibitFile, isTypedFile } from "#core/model/exhibit.ts";
import { type PageImageOptions, pageImage } from "../reading/page-image.ts";
import type { Raster } from "../reading/platform.ts";
import { pictureId, readPicture, writePicture } from "../store/case-rows.ts";
import { openKept } from "./current-case.ts";
import { platform } from "./reading-platform.ts";
import { rowsOf, windowCopy } from "./window-copy.ts";

/** A page as pixels: what screens put on a canvas. */
export type PagePixels = Raster;

/** Pictures kept at hand; the oldest goes first. A page at reading width takes some 12 MB, a small one 70 KB. */
const most = { small: 120, large: 8 } as const;
const smallWidth = 200;
const pictures = { small: new Map<string, Promise<Raster>>(), large: new Map<string, Promise<Raster>>() };

/** Small pictures are drawn one after the other, top of the list first, so that they don't hold up the page. */
let smallOnes: Promise<unknown> = Promise.resolve();

/** The original that was looked at last: turning a letter's pages reads it once. */
let lastOriginal: { readonly object: string; readonly bytes: Promise<Bytes> } | null = null;

/**
 * A page of a letter as a picture, upright, about `width` pixels across.
 * @returns null for plain text, mail and Word files, which have no picture
 * @throws {Problem} `object-missing`, `file-damaged`
 */
export async function pagePicture(exhibit: Exhibit, page: number, width: number): Promise<Raster | null> {
  const found = fileOfPage(exhibit, page);
  if (found === null || found.file.type === null || isTypedFile(found.file.type)) return null;
  const name = `${found.file.object} ${found.page} ${width}`;
  const size = width <= smallWidth ? "small" : "large";
  const kept = pictures[size];
  const known = kept.get(name);
  if (known !== undefined) return known;
  const quarterTurns = exhibit.pages[page - 1]?.quarterTurns;
  const options = { width, quarterTurns };
  const drawNow = () =>
    size === "small" ? drawSmall(found.file, found.page, options) : draw(found.file, found.page, options);
  const drawn = size === "large" ? drawNow() : smallOnes.then(drawNow);
  if (size === "small") smallOnes = drawn.catch(() => undefined);
  kept.set(name, drawn);
  drawn.catch(() => kept.delete(name));
  for (const oldest of [...kept.keys()].slice(0, -most[size])) kept.delete(oldest);
  return drawn;
}

/** The words of a page that is words only. */
export async function pageWords(exhibit: Exhibit, page: number): Promise<string> {
  const pages = await readWords(openKept(), exhibit);
  const found = pages[page - 1];
  return found?.text ?? found?.words.map((word) => word.text).join(" ") ?? "";
}

/** Drops every picture: nothing of one case file stays for the next. */
export function forgetPictures(): void {
  pictures.small.clear();
  pictures.large.clear();
  lastOriginal = null;
  // What is being drawn for the one before holds nothing up.
  smallOnes = Promise.resolve();
}

/** A small picture from the working copy, where it has it; else drawn, and copied there. */
async function drawSmall(file: ExhibitFile, page: number, options: PageImageOptions): Promise<Raster> {
  const keys = rowsOf(openKept());
  if (keys === null) return draw(file, page, options);
  const id = `${pictureId(file.object, page, options.width)}-${options.quarterTurns ?? 0}`;
  const copied = await readPicture(windowCopy(), keys, id);
  if (copied !== null) {
    const decoded = await (await platform()).decode(copied.jpeg, "image/jpeg", copied).catch(() => null);
    if (decoded !== null) return decoded;
  }
  const drawn = await draw(file, page, options);
  const jpeg = await (await platform()).encodeJpeg(drawn, 0.8);
  await writePicture(windowCopy(), keys, id, { width: drawn.width, height: drawn.height, jpeg });
  return drawn;
}

async function draw(file: ExhibitFile, page: number, options: PageImageOptions): Promise<Raster> {
  if (file.type === null || isTypedFile(file.type)) throw new Error("a file without a type has no pages");
  const bytes = await original(file);
  return pageImage({ name: file.name, bytes }, file.type, page, await platform(), options);
}

function original(file: ExhibitFile): Promise<Bytes> {
  if (lastOriginal?.object !== file.object) {
    lastOriginal = { object: file.object, bytes: readOriginal(openKept(), file) };
  }
  return lastOriginal.bytes;
}

/** Which file a page of an exhibit is in, and which page of that file it is. */
function fileOfPage(exhibit: Exhibit, page: number): { readonly file: ExhibitFile; readonly page: number } | null {
  let before = 0;
  for (const file of exhibit.files) {
    if (page <= before + file.pageCount) return { file, page: page - before };
    before += file.pageCount;
  }
  return null;
}

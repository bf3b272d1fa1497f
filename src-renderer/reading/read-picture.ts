import type { PageWord } from "#core/model/page.ts";
import { after, quarterTurn } from "./clean-up/projection.ts";
import { quarterTurns } from "./images/turn.ts";
import type { CleanPage, GreyRaster, Raster, ReadingPlatform } from "./platform.ts";
import type { LevelPage } from "./read-page.ts";

/** What is read on a picture of a page. */
export interface PictureWords {
  /** with boxes on the page as it was read: level and upright */
  readonly words: readonly PageWord[];
  readonly level: LevelPage;
  /** 0–1 */
  readonly certainty: number;
  /** nothing is printed on it: the back of a letter */
  readonly blank: boolean;
}

/** Print that is the right way up reads at 0.7 and more; upside down it comes to 0.4 or so. */
const doubtful = 0.6;

/**
 * Cleans a page's picture up and reads it; where that gives little sense, also the other way up.
 * The picture's pixels are used up.
 */
export async function readPicture(
  picture: Raster,
  platform: ReadingPlatform,
  signal: AbortSignal,
): Promise<PictureWords> {
  const recogniser = await platform.recogniser();
  const clean = await platform.pixels.clean(picture, signal);
  const first = await recogniser.recognise(clean.page, signal);
  if (first.certainty >= doubtful) return { ...first, level: levelOf(clean), blank: false };
  if (isBlank(clean.page)) return { words: [], level: levelOf(clean), certainty: first.certainty, blank: true };
  const turned = upsideDown(clean);
  // A strip tells cheaply whether it is worth reading the whole page again: photographs of no letter at all are slow.
  const strip = await recogniser.recognise(fullestStrip(turned.page), signal);
  if (strip.certainty < first.certainty + 0.1) return { ...first, level: levelOf(clean), blank: false };
  const second = await recogniser.recognise(turned.page, signal);
  const [best, page] = second.certainty > first.certainty ? [second, turned] : [first, clean];
  return { ...best, level: levelOf(page), blank: false };
}

function upsideDown({ page, toPicture }: CleanPage): CleanPage {
  return { page: quarterTurns(page, 2), toPicture: after(toPicture, quarterTurn(2)) };
}

function levelOf({ page: { width, height }, toPicture }: CleanPage): LevelPage {
  return { width, height, toPicture };
}

/** The sixth of a page that has the most print on it. */
function fullestStrip({ width, height, data }: GreyRaster): GreyRaster {
  const rows = Math.max(1, Math.ceil(height / 6));
  let best = { ink: -1, strip: data };
  for (let top = 0; top < height; top += rows) {
    const strip = data.slice(top * width, Math.min(height, top + rows) * width);
    const ink = strip.reduce((count, shade) => count + (shade < 128 ? 1 : 0), 0);
    if (ink > best.ink) best = { ink, strip };
  }
  return { width, height: best.strip.length / width, data: best.strip };
}

/** Fewer dark pixels than a single line of print has. */
function isBlank({ data }: GreyRaster): boolean {
  let dark = 0;
  for (const shade of data) if (shade < 128) dark += 1;
  return dark < data.length * 0.001;
}

import type { Box, PageWord } from "#core/model/page.ts";
import { type CleanPage, cleanPage } from "./clean-up/clean-page.ts";
import { after, type Projection, project, quarterTurn } from "./clean-up/projection.ts";
import { quarterTurns } from "./images/turn.ts";
import type { GreyRaster, Raster, ReadingPlatform } from "./platform.ts";

/** The words on a picture of a page; boxes are fractions of the picture as given. */
export interface PictureWords {
  readonly words: readonly PageWord[];
  /** 0–1 */
  readonly certainty: number;
  /** nothing is printed on it: the back of a letter */
  readonly blank: boolean;
}

/** Print that is the right way up reads at 0.7 and more; upside down it comes to 0.4 or so. */
const doubtful = 0.6;

/** Cleans a page's picture up and reads it; where that gives little sense, also the other way up. */
export async function readPicture(
  picture: Raster,
  platform: ReadingPlatform,
  signal: AbortSignal,
): Promise<PictureWords> {
  const recogniser = await platform.recogniser();
  const clean = cleanPage(picture);
  const first = await recogniser.recognise(clean.page, signal);
  if (first.certainty >= doubtful) return { ...first, words: placed(first.words, clean), blank: false };
  if (isBlank(clean.page)) return { words: [], certainty: first.certainty, blank: true };
  const turned = upsideDown(clean);
  const second = await recogniser.recognise(turned.page, signal);
  const [best, page] = second.certainty > first.certainty ? [second, turned] : [first, clean];
  return { ...best, words: placed(best.words, page), blank: false };
}

function upsideDown({ page, toPicture }: CleanPage): CleanPage {
  return { page: quarterTurns(page, 2), toPicture: after(toPicture, quarterTurn(2)) };
}

/** Words back to where they stand in the picture that the person sees. */
function placed(words: readonly PageWord[], { toPicture }: CleanPage): readonly PageWord[] {
  return words.map((word) => ({ ...word, box: boxThrough(toPicture, word.box) }));
}

function boxThrough(projection: Projection, { left, top, width, height }: Box): Box {
  const corners = [
    { x: left, y: top },
    { x: left + width, y: top },
    { x: left + width, y: top + height },
    { x: left, y: top + height },
  ].map((corner) => project(projection, corner));
  const xs = corners.map(({ x }) => Math.min(1, Math.max(0, x)));
  const ys = corners.map(({ y }) => Math.min(1, Math.max(0, y)));
  const across = Math.min(...xs);
  const down = Math.min(...ys);
  return { left: across, top: down, width: Math.max(...xs) - across, height: Math.max(...ys) - down };
}

/** Fewer dark pixels than a single line of print has. */
function isBlank({ data }: GreyRaster): boolean {
  let dark = 0;
  for (const shade of data) if (shade < 128) dark += 1;
  return dark < data.length * 0.001;
}

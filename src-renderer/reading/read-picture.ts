import type { PageWord, QuarterTurns } from "#core/model/page.ts";
import { levelOf, turnedBy, uprightTurns } from "./clean-up/level-page.ts";
import { shrink } from "./clean-up/shrink.ts";
import type { CleanPage, GreyRaster, Raster, ReadingPlatform, Recognised, Recogniser } from "./platform.ts";
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
/** So many words that are surely words make a page of print; a landscape gives one or two by chance. */
const enoughWords = 5;
/** A line of print has more letters than this. */
const fewLetters = 12;
/** Long side of a page that is only looked at: print of 10 points can just be read, in a fifth of the time. */
const glanceLongSide = 1750;

/**
 * Cleans a page's picture up and reads it; where that gives little sense, also turned other ways.
 * What is no print at all (a landscape) gives no words. The picture's pixels are used up.
 */
export async function readPicture(
  picture: Raster,
  platform: ReadingPlatform,
  signal: AbortSignal,
): Promise<PictureWords> {
  const recogniser = await platform.recogniser();
  const { width, height } = picture;
  const clean = await platform.pixels.clean(picture, signal);
  // Fewer dark pixels than a single line of print has: the back of a letter.
  const blank = inkShare(clean.page) < 0.001;
  if (blank && clean.linedUp < 3) return { words: [], level: levelOf(clean, 0), certainty: 0, blank };
  const { page, read } = await readBestWay(clean, recogniser, signal);
  // Only print that is read well tells which way is up.
  const turns = isPrint(read) ? uprightTurns(page.toPicture, { width, height }) : 0;
  const level = levelOf(page, turns);
  if (isPrint(read) || hasSense(read)) return { ...read, level, blank: false };
  return { words: [], level, certainty: read.certainty, blank };
}

interface Tried {
  readonly page: CleanPage;
  readonly read: Recognised;
}

/** Reads the page as it lies; then, where that is hardly print, the way that a glance finds best. */
async function readBestWay(clean: CleanPage, recogniser: Recogniser, signal: AbortSignal): Promise<Tried> {
  let best: Tried = { page: clean, read: { words: [], certainty: 0 } };
  const isLettered = clean.linedUp >= fewLetters;
  // Where no letters stand in line, it is only glanced at first: reading a landscape through takes most of a minute.
  if (isLettered) best = { page: clean, read: await recogniser.recognise(clean.page, signal) };
  if (best.read.certainty >= doubtful) return best;
  const page = await bestWay(clean, isLettered ? [2, 1, 3] : [0], recogniser, signal);
  if (page === null) return best;
  const read = await recogniser.recognise(page.page, signal);
  return read.certainty > best.read.certainty ? { page, read } : best;
}

/** @returns null where a glance sees no print, whichever way the page is turned */
async function bestWay(
  clean: CleanPage,
  ways: readonly QuarterTurns[],
  recogniser: Recogniser,
  signal: AbortSignal,
): Promise<CleanPage | null> {
  for (const turns of ways) {
    const page = turnedBy(clean, turns);
    const glance = await recogniser.recognise(shrink(page.page, glanceLongSide), signal);
    if (isPrint(glance) || (ways.length === 1 && hasSense(glance))) return page;
  }
  return null;
}

/** Words that are surely words, and most of what was seen being words. */
function isPrint({ words, certainty }: Recognised): boolean {
  return certainty >= doubtful && words.filter(isWord).length >= enoughWords;
}

/** Something of it may be right: short notes, and print that can hardly be read. */
function hasSense({ words }: Recognised): boolean {
  return words.filter(isWord).length >= Math.min(enoughWords, Math.max(1, words.length / 4));
}

function isWord({ text, certainty }: PageWord): boolean {
  return certainty >= 0.8 && /\p{L}{3}|\d{2}/u.test(text);
}

function inkShare({ data }: GreyRaster): number {
  let dark = 0;
  for (const shade of data) if (shade < 128) dark += 1;
  return dark / data.length;
}

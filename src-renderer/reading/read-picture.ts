import type { PageWord } from "#core/model/page.ts";
import { evenLight } from "./clean-up/even-light.ts";
import { toGrey } from "./clean-up/grey.ts";
import type { GreyRaster, Raster, ReadingPlatform } from "./platform.ts";

/** The words on a picture of a page; boxes are fractions of the picture as given. */
export interface PictureWords {
  readonly words: readonly PageWord[];
  /** 0–1 */
  readonly certainty: number;
  /** nothing is printed on it: the back of a letter */
  readonly blank: boolean;
}

/** Cleans a page's picture up and reads it. */
export async function readPicture(
  picture: Raster,
  platform: ReadingPlatform,
  signal: AbortSignal,
): Promise<PictureWords> {
  const recogniser = await platform.recogniser();
  const page = evenLight(toGrey(picture));
  const { words, certainty } = await recogniser.recognise(page, signal);
  return { words, certainty, blank: words.length === 0 && isBlank(page) };
}

/** Fewer dark pixels than a single line of print has. */
function isBlank({ data }: GreyRaster): boolean {
  let dark = 0;
  for (const shade of data) if (shade < 128) dark += 1;
  return dark < data.length * 0.001;
}

import type { Bytes } from "#core/model/bytes.ts";
import { inTurn } from "../in-turn.ts";
import type { Limit } from "../limit.ts";
import type { PageSink } from "../page-sink.ts";
import type { ReadingPlatform } from "../platform.ts";
import { readPicture } from "../read-picture.ts";
import { type ImageType, openImage } from "./open-image.ts";

/**
 * Reads a picture file: one page a picture.
 * @throws {Problem} `file-damaged`, `image-too-large`, and the limit's own
 */
export async function readImage(
  bytes: Bytes,
  type: ImageType,
  platform: ReadingPlatform,
  limit: Limit,
  sink: PageSink,
): Promise<void> {
  const image = await limit.within(openImage(bytes, type, platform, limit.signal));
  sink.known(image.count);
  if (image.cutShort) sink.problem("pdf-page-damaged");
  const recogniser = await platform.recogniser();
  await inTurn(image.count, recogniser.workers, async (at) => {
    const picture = await limit.within(image.page(at));
    const { width, height } = picture;
    const seen = await limit.within(readPicture(picture, platform, limit.signal));
    if (seen.words.length === 0 && !seen.blank) sink.problem("text-not-read");
    sink.add({
      page: { number: at + 1, width, height, source: "ocr", words: seen.words, text: null },
      level: seen.level,
    });
  });
}

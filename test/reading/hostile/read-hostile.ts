import type { ReadingPlatform } from "../../../src-renderer/reading/platform.ts";
import { type ReadExhibit, readExhibit } from "../../../src-renderer/reading/read-exhibit.ts";
import { day } from "../../day.ts";
import type { HostileCase } from "./case.ts";
import { letterPdf } from "./pdf-writer.ts";

/** What reading made of a hostile file, and of a good letter read at the same time. */
export interface Outcome {
  readonly hostile: ReadExhibit;
  readonly good: ReadExhibit;
  readonly millis: number;
  /** the most memory the whole process held meanwhile, above what it held before */
  readonly extraBytes: number;
}

/** What unpacks to gigabytes gets no longer than this, so that the tests end; a minute is the rule elsewhere. */
export const shortLimit = process.env["FOLIO_LONG_TESTS"] === undefined ? 2500 : 60_000;

export async function readHostile(one: HostileCase, platform: ReadingPlatform): Promise<Outcome> {
  const file = { name: "letter.pdf", bytes: await one.make() };
  const today = day("2026-01-01");
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  const started = performance.now();
  try {
    const reading = readExhibit([file], platform, { today, ...(one.orTooSlow ? { limitMillis: shortLimit } : {}) });
    const good = await readExhibit([{ name: "good.pdf", bytes: letterPdf() }], platform, { today });
    const hostile = await reading;
    most = Math.max(most, process.memoryUsage.rss());
    return { hostile, good, millis: performance.now() - started, extraBytes: most - before };
  } finally {
    clearInterval(watch);
  }
}

/** All words of all pages, a blank between them. */
export function wordsOf({ pages }: ReadExhibit): string {
  const words = pages.flatMap((page) => page.text ?? page.words.map((word) => word.text));
  return words.join(" ").replace(/\s+/g, " ").trim();
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ReadForKeeping } from "#core/case-work/add-exhibit.ts";
import type { CalendarDay } from "#core/model/calendar-day.ts";
import type { ReadingPlatform } from "../../src-renderer/reading/platform.ts";
import { readExhibit } from "../../src-renderer/reading/read-exhibit.ts";

/** A rendering of a letter, as it was read. */
export type ReadWhole = Pick<ReadForKeeping, "pages" | "letter">;

/**
 * Reads a rendering's files as one letter, exactly as the app does.
 * @param kept where what was read is kept, and taken from the next time; null reads afresh
 */
export async function readWhole(
  { key, files }: { readonly key: string; readonly files: readonly string[] },
  folder: string,
  platform: ReadingPlatform,
  { today, kept }: { readonly today: CalendarDay; readonly kept: string | null },
): Promise<ReadWhole> {
  const path = kept === null ? null : join(kept, `${key}.json`);
  if (path !== null && existsSync(path)) return JSON.parse(readFileSync(path, "utf8"));
  const picked = await Promise.all(
    files.map(async (name) => ({ name, bytes: new Uint8Array(await readFile(join(folder, "files", name))) })),
  );
  const { pages, letter } = await readExhibit(picked, platform, { today, limitMillis: 600_000 });
  if (kept !== null && path !== null) {
    mkdirSync(kept, { recursive: true });
    writeFileSync(path, JSON.stringify({ pages, letter }));
  }
  return { pages, letter };
}

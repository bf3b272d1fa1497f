import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readFile as readBytes } from "node:fs/promises";
import { join } from "node:path";
import type { PageText } from "#core/model/page.ts";
import { detectType } from "../../src-renderer/reading/detect.ts";
import type { ReadingPlatform } from "../../src-renderer/reading/platform.ts";
import { readFile } from "../../src-renderer/reading/read-file.ts";
import { asLevel, type ReadPage } from "../../src-renderer/reading/read-page.ts";

/** One rendering of a letter: its files, in page order. */
export interface Entry {
  readonly key: string;
  readonly letter: string;
  readonly rendering: string;
  readonly files: readonly string[];
}

/** What reading gave, level and upright, as the date finders take it. */
export interface EntryPages {
  readonly pages: readonly PageText[];
  readonly millis: number;
}

/**
 * Reads a rendering's files as the app does, short of its dates. @param kept where pages are kept once read, so that rules
 * for dates can be measured again without reading again; null reads afresh
 */
export async function readEntry(
  { key, files }: Entry,
  folder: string,
  platform: ReadingPlatform,
  kept: string | null,
): Promise<EntryPages> {
  const path = kept === null ? null : join(kept, `${key}.json`);
  if (path !== null && existsSync(path)) return JSON.parse(readFileSync(path, "utf8"));
  const begun = performance.now();
  const pages: PageText[] = [];
  for (const name of files) {
    const bytes = new Uint8Array(await readBytes(join(folder, "files", name)));
    for (const page of await readOne(bytes, platform)) pages.push({ ...asLevel(page), number: pages.length + 1 });
  }
  const read: EntryPages = { pages, millis: Math.round(performance.now() - begun) };
  if (kept !== null && path !== null) {
    mkdirSync(kept, { recursive: true });
    writeFileSync(path, JSON.stringify(read));
  }
  return read;
}

async function readOne(bytes: Uint8Array<ArrayBuffer>, platform: ReadingPlatform): Promise<readonly ReadPage[]> {
  const detected = detectType(bytes);
  if (!detected.ok) throw new Error(detected.code);
  const pages: ReadPage[] = [];
  await readFile(
    bytes,
    detected.type,
    platform,
    { limitMillis: 600_000 },
    {
      known: () => undefined,
      add: (page) => void pages.push(page),
      problem: (code) => console.error(code),
    },
  );
  return pages.sort((one, other) => one.page.number - other.page.number);
}

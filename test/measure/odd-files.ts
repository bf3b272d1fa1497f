/**
 * Whether odd files made elsewhere are read, or refused, as their lists say.
 *
 * node test/measure/odd-files.ts [part of a file's name]
 *
 * They lie outside the project (../shared/peers/pdf and images, ../shared/letters/rogue); what isn't there is skipped.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Bytes } from "#core/model/bytes.ts";
import { nodePlatform } from "../../src-main/cli/reading-on-node.ts";
import { toPackPart } from "../../src-renderer/reading/pack-part.ts";
import { type ReadExhibit, readExhibit } from "../../src-renderer/reading/read-exhibit.ts";
import { day } from "../day.ts";

interface Listed {
  readonly file: string;
  /** PDFs: how many pages other tools see; null where there is no honest number */
  readonly pages?: number | null;
  readonly encrypted?: "none" | "owner" | "user";
  readonly textSample?: string;
  /** pictures: read or refuse; rogue files: a sentence */
  readonly expect?: string;
  readonly text?: string;
  readonly gps?: boolean;
  readonly width?: number | null;
  readonly height?: number | null;
  readonly frames?: number;
  readonly doubt?: string;
}

const shared = join(import.meta.dirname, "..", "..", "..", "shared");
const pick = process.argv[2] ?? "";
const platform = nodePlatform();
const sets = [
  { title: "odd PDFs", folder: join(shared, "peers", "pdf"), list: "index.json", judge: judgePdf },
  { title: "odd pictures", folder: join(shared, "peers", "images"), list: "index.json", judge: judgePicture },
  { title: "rogue files", folder: join(shared, "letters", "rogue"), list: "rogue.json", judge: judgeRogue },
] as const;

/** What rogue.json says in sentences. */
const rogue: Readonly<Record<string, (read: ReadExhibit) => boolean>> = {
  "truncated.pdf": (read) => codesOf(read).length > 0,
  "password.pdf": (read) => codesOf(read).includes("pdf-password"),
  "empty.pdf": (read) => codesOf(read).includes("file-empty"),
  "letter-photo.jpg": (read) => codesOf(read).includes("file-program") && read.pages.length === 0,
  "huge.png": (read) => codesOf(read).includes("image-too-large"),
  "active.pdf": (read) => wordsOf(read).includes("3 May 2024") && wordsOf(read).includes("31 May 2024"),
  "bundle-300-pages.pdf": (read) => read.pages.length === 300 && read.letter.mentions.length >= 300,
  "giant-page.pdf": (read) => read.pages.length === 1 && read.millis < 20_000,
};

for (const { title, folder, list, judge } of sets) {
  if (!existsSync(folder))
    console.log(`SKIPPED: the ${title} (${folder.slice(shared.length + 1)}) aren't on this computer.`);
  else await measure(title, folder, list, judge);
}
await platform.close();

type Judge = (listed: Listed, read: ReadExhibit, bytes: Bytes) => string | null | Promise<string | null>;

/** Prints what differs from the list, and one line of figures. */
async function measure(title: string, folder: string, list: string, judge: Judge): Promise<void> {
  const all: readonly Listed[] = JSON.parse(readFileSync(join(folder, list), "utf8"));
  const listed = all.filter(({ file }) => file.includes(pick));
  let agreed = 0;
  let slowest = { file: "", millis: 0 };
  let mostBytes = 0;
  for (const one of listed) {
    const bytes = new Uint8Array(readFileSync(join(folder, one.file)));
    const read = await readExhibit([{ name: one.file, bytes }], platform, { today: day("2026-01-01") });
    const wrong = await judge(one, read, bytes);
    if (read.millis > slowest.millis) slowest = { file: one.file, millis: read.millis };
    mostBytes = Math.max(mostBytes, process.memoryUsage.rss());
    if (wrong === null) agreed += 1;
    else console.log(`${one.file}: ${wrong}${one.doubt === undefined ? "" : ` (the list itself: ${one.doubt})`}`);
  }
  const most = Math.round(mostBytes / 1_000_000);
  console.log(
    `${title}: ${agreed} of ${listed.length} as listed; slowest ${slowest.file}, ${slowest.millis} ms; most memory ${most} MB`,
  );
  if (agreed < listed.length) process.exitCode = 1;
}

function judgePdf({ pages, encrypted, textSample = "" }: Listed, read: ReadExhibit): string | null {
  const codes = codesOf(read);
  if (encrypted === "user")
    return codes.includes("pdf-password") ? null : `wanted a password asked for, found ${codes}`;
  if (pages === null || pages === 0) return codes.length > 0 ? null : "wanted a reason, found none";
  if (read.pages.length !== pages) return `wanted ${pages} pages, found ${read.pages.length} (${codes})`;
  const wanted = wordList(textSample);
  const found = new Set(wordList(wordsOf(read)));
  const missing = wanted.filter((word) => !found.has(word));
  if (missing.length <= wanted.length * 0.2) return null;
  return `wanted the words, missing ${missing.length} of ${wanted.length}: ${missing.slice(0, 8).join(" ")} (${codes})`;
}

async function judgePicture(listed: Listed, read: ReadExhibit, bytes: Bytes): Promise<string | null> {
  const codes = codesOf(read);
  if (listed.expect === "refuse") return codes.length > 0 ? null : `wanted a reason, found none: ${wordsOf(read)}`;
  if (read.type === null || codes.includes("file-damaged")) return `wanted it read, found ${codes}`;
  const [page] = read.pages;
  if (page?.width !== listed.width || page?.height !== listed.height)
    return `wanted ${listed.width} × ${listed.height}, found ${page?.width} × ${page?.height}`;
  const found = wordsOf(read);
  const missing = wordList(listed.text ?? "").filter((word) => !wordList(found).includes(word));
  if (missing.length > 0) return `wanted "${listed.text}", found "${found.slice(0, 80)}" (${codes})`;
  return listed.gps === true ? placeKept(read, bytes) : null;
}

/** The camera's notes, where it stood among them, are to be in no picture of a pack. */
async function placeKept({ type, pages }: ReadExhibit, bytes: Bytes): Promise<string | null> {
  const part = await toPackPart({ name: "a.jpg", bytes }, type, pages, platform);
  if (part.kind !== "images") return `wanted a picture for the pack, found ${part.kind}`;
  const keeps = part.images.some(({ jpeg }) => Buffer.from(jpeg).includes("Exif") || Buffer.from(jpeg).includes("GPS"));
  return keeps ? "the camera's notes are in the pack's picture" : null;
}

function judgeRogue({ file, expect = "" }: Listed, read: ReadExhibit): string | null {
  const isRight = rogue[file];
  if (isRight === undefined) return `nobody here knows how to judge "${expect}"`;
  return isRight(read) ? null : `wanted "${expect}", found ${read.pages.length} pages (${codesOf(read)})`;
}

function codesOf({ problems }: ReadExhibit): readonly string[] {
  return problems.map(({ code }) => code);
}

function wordsOf({ pages }: ReadExhibit): string {
  return pages
    .flatMap((page) => page.text ?? page.words.map((word) => word.text))
    .join(" ")
    .replace(/\s+/g, " ");
}

/** Letters and figures only, so that marks, ligatures and the way they are joined don't count. */
function wordList(text: string): readonly string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { inflateRawSync, constants as zlib } from "node:zlib";

/**
 * Looks for words in every file under a folder, in every form that a program could have left them in: capitals or not,
 * one byte or two bytes a letter, base64 or hex, and inside whatever is deflated (gzip, zlib, zip, PDF streams).
 *
 * What LevelDB packs (snappy) needs no unpacking here: it copies only what stood before in the same 64 KB, so a word that
 * is like no other stands there in the open the first time.
 *
 * @returns where: files by their path from the folder, and what of their own names
 */
export async function findWords(folder: string, words: readonly string[]): Promise<FoundWords> {
  const needles = words.flatMap(formsOf);
  const found: string[] = [];
  let files = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const shown = path.slice(folder.length);
    if (holds(shown.toLowerCase(), needles)) found.push(`${shown} (its name)`);
    if (!entry.isFile()) continue;
    // A browser that is running deletes files while they are looked for.
    const bytes = await readFile(path).catch(() => Buffer.from(""));
    files += 1;
    if (holds(asText(bytes), needles)) found.push(shown);
    else if (unpacked(bytes).some((inside) => holds(asText(inside), needles))) found.push(`${shown} (packed)`);
  }
  return { found, files };
}

export interface FoundWords {
  readonly found: readonly string[];
  /** how many were looked at */
  readonly files: number;
}

/** Files and folders that another user of the computer could read or write. */
export async function openToOthers(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => !entry.isSymbolicLink()).map((entry) => join(entry.parentPath, entry.name));
  const modes = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        (one) => one.mode & 0o077,
        () => 0,
      ),
    ),
  );
  return paths.filter((_, at) => modes[at] !== 0).map((path) => path.slice(folder.length));
}

/** Two bytes a letter are one when the empty ones are left out. */
function asText(bytes: Buffer): string {
  return bytes.toString("latin1").replaceAll("\0", "").toLowerCase();
}

function formsOf(word: string): readonly string[] {
  const bytes = Buffer.from(word);
  // In base64 a word begins at one of three places; its first and last signs hold something of their neighbours.
  const base64 = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .slice(4, -4),
  );
  return [word, bytes.toString("hex"), ...base64].map((form) => form.toLowerCase());
}

function holds(text: string, needles: readonly string[]): boolean {
  return needles.some((needle) => text.includes(needle));
}

/** What could be unpacked at any place in a file that looks like the beginning of it. */
function unpacked(bytes: Buffer): readonly Buffer[] {
  const cut = { finishFlush: zlib.Z_SYNC_FLUSH, maxOutputLength: 2 ** 26 };
  const begins = (mark: readonly number[], header: number) =>
    startsOf(bytes, Buffer.from(mark)).map((at) => bytes.subarray(at + header));
  return [
    ...begins([0x1f, 0x8b, 0x08, 0x00], 10),
    ...[0x01, 0x5e, 0x9c, 0xda].flatMap((level) => begins([0x78, level], 2)),
    ...startsOf(bytes, Buffer.from("PK\u0003\u0004", "latin1")).map((at) => zipped(bytes, at)),
  ].flatMap((packed) => {
    try {
      return [inflateRawSync(packed, cut)];
    } catch {
      return [];
    }
  });
}

function zipped(bytes: Buffer, at: number): Buffer {
  if (bytes.length < at + 30) return Buffer.from("");
  return bytes.subarray(at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28));
}

function startsOf(bytes: Buffer, mark: Buffer): readonly number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) places.push(at);
  return places;
}

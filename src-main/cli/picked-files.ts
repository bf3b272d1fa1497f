import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";

/** The largest file taken in one piece: 200 MB. */
const maxFileBytes = 200_000_000;

/** A file from disk, as reading takes it. @throws {Problem} `file-unreadable`, `file-too-large` */
export async function pickFile(path: string): Promise<{ readonly name: string; readonly bytes: Bytes }> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new Problem("file-unreadable", "", { cause, where: [path] });
  });
  if (!found.isFile()) throw new Problem("file-unreadable", "not a file", { where: [path] });
  if (found.size > maxFileBytes) throw new Problem("file-too-large", "", { where: [path] });
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new Problem("file-unreadable", "", { cause, where: [path] });
  });
  return { name: basename(path), bytes: new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length) };
}

import { readFile } from "node:fs/promises";

/**
 * A text file that a person wrote, whatever their editor calls plain text: UTF-8, Windows' "Unicode" (UTF-16), or
 * else Windows' old western code page. A list of forbidden words that is read wrongly would forbid nothing.
 */
export async function readTextFile(path: string): Promise<string> {
  const bytes = await readFile(path);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

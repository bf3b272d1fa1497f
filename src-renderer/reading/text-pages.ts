import type { Bytes } from "#core/model/bytes.ts";
import type { PageText } from "#core/model/page.ts";

/** A4 in points: what a page of plain text is printed on. */
const A4 = { width: 595, height: 842 } as const;

/** The pages of a plain text file: a form feed begins a new one. */
export function textPages(bytes: Bytes): readonly PageText[] {
  const pages = readText(bytes).replace(/\r\n?/g, "\n").split("\f");
  if (pages.length > 1 && pages.at(-1)?.trim() === "") pages.pop();
  return pages.map(typedPage);
}

/** A page that is words only. @param at from 0 */
export function typedPage(text: string, at: number): PageText {
  return { number: at + 1, ...A4, source: "typed", words: [], text };
}

/** Whether bytes are writing in UTF-8, UTF-16 with its mark, or Windows-1252, without control characters. */
export function looksLikeText(bytes: Bytes): boolean {
  if (utf16Label(bytes) !== null) return bytes.length % 2 === 0 && !hasControls(readText(bytes));
  if (bytes.some((byte) => controlBytes.has(byte))) return false;
  if (decodeStrictly(bytes) !== null) return true;
  const outside = bytes.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  return outside <= bytes.length * 0.15 && !bytes.some((byte) => unusedIn1252.has(byte));
}

function readText(bytes: Bytes): string {
  const utf16 = utf16Label(bytes);
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes);
  return decodeStrictly(bytes) ?? new TextDecoder("windows-1252").decode(bytes);
}

function decodeStrictly(bytes: Bytes): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function utf16Label(bytes: Bytes): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

const allowedControls = new Set([0x09, 0x0a, 0x0c, 0x0d]);
const controlBytes = new Set([...Array(32).keys(), 0x7f].filter((byte) => !allowedControls.has(byte)));
const unusedIn1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

function hasControls(text: string): boolean {
  return [...text].some((letter) => controlBytes.has(letter.codePointAt(0) ?? 0));
}

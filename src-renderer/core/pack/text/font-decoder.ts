import { decodePDFRawStream, type PDFDict, PDFName, PDFRawStream } from "pdf-lib";
import { glyphCodes } from "../exhibits/glyph-codes.ts";
import { contentTokens, type Token } from "./content-tokens.ts";

/** Takes a string's bytes to the text they show. Codes that mean nothing readable give nothing. */
export type Decoder = (bytes: Uint8Array) => string;

/** How a font's strings are read: by its ToUnicode map, else by its encoding. */
export function fontDecoder(font: PDFDict): Decoder {
  const wide = font.lookup(PDFName.of("Subtype")) === PDFName.of("Type0");
  const map = font.lookup(PDFName.of("ToUnicode"));
  const unicode = map instanceof PDFRawStream ? readMap(map) : new Map<number, string>();
  const codes = wide ? [] : glyphCodes(font, "text");
  const text = (code: number) => unicode.get(code) ?? codes[code]?.character ?? "";
  return (bytes) => {
    let decoded = "";
    for (let at = 0; at < bytes.length; at += wide ? 2 : 1) {
      decoded += text(wide ? (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0) : (bytes[at] ?? 0));
    }
    return decoded;
  };
}

/** Most entries one map may have: enough for any real font. */
const mostEntries = 70_000;

function readMap(stream: PDFRawStream): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  let waiting: Uint8Array[] = [];
  for (const token of tokensOf(stream)) {
    if (token.kind === "string") waiting.push(token.bytes);
    else if (token.kind === "word") {
      if (token.word === "endbfchar") addCharacters(map, waiting);
      if (token.word === "endbfrange") addRanges(map, waiting);
      waiting = [];
    }
    if (map.size > mostEntries) break;
  }
  return map;
}

function tokensOf(stream: PDFRawStream): Iterable<Token> {
  try {
    return contentTokens(decodePDFRawStream(stream).decode());
  } catch {
    return [];
  }
}

function addCharacters(map: Map<number, string>, strings: readonly Uint8Array[]): void {
  for (let at = 0; at + 1 < strings.length; at += 2) map.set(numberOf(strings[at]), textOf(strings[at + 1]));
}

/** Ranges whose targets are listed one by one are read by their first three only: rare, and only a search is at stake. */
function addRanges(map: Map<number, string>, strings: readonly Uint8Array[]): void {
  for (let at = 0; at + 2 < strings.length; at += 3) {
    const from = numberOf(strings[at]);
    const to = Math.min(numberOf(strings[at + 1]), from + mostEntries);
    const start = textOf(strings[at + 2]);
    const last = start.charCodeAt(start.length - 1);
    for (let code = from; code <= to; code++) {
      map.set(code, start.slice(0, -1) + String.fromCharCode(last + code - from));
    }
  }
}

function numberOf(bytes: Uint8Array | undefined): number {
  return [...(bytes ?? [])].reduce((sum, byte) => sum * 256 + byte, 0);
}

function textOf(bytes: Uint8Array | undefined): string {
  let text = "";
  for (let at = 0; bytes !== undefined && at + 1 < bytes.length; at += 2) {
    text += String.fromCharCode((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0));
  }
  return text;
}

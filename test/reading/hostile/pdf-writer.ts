import { deflateSync } from "node:zlib";
import type { Bytes } from "#core/model/bytes.ts";
import { ascii, joined } from "../made.ts";

/** An object's body: its text, or a dictionary's inside with a stream. */
export type Body = string | { readonly dict: string; readonly stream: Uint8Array | string; readonly length?: string };
export type Objects = Readonly<Record<number, Body>>;

/** A letter of one page as plain objects: 1 catalogue, 2 pages, 3 page, 4 contents, 5 font. Any may be replaced. */
export const letterObjects: Objects = {
  1: "<</Type/Catalog/Pages 2 0 R>>",
  2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
  3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
  4: { dict: "", stream: letterContents() },
  5: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
};

/** Enough words for a page's own text to be taken for the whole page. */
export function letterContents(before = ""): string {
  const lines = Array.from(
    { length: 8 },
    (_, at) => `(Line ${at}: you must pay 38.25 every week until told.) Tj 0 -20 Td`,
  );
  return `${before} BT /F 12 Tf 60 780 Td (Date: 7 March 2024) Tj 0 -20 Td ${lines.join(" ")} ET`;
}

export interface PdfEnd {
  /** more entries of the trailer */
  readonly trailer?: string;
  /** null: no table of contents; a number: where it is said to be */
  readonly startxref?: number | null;
  /** between an object and the next */
  readonly endobj?: string;
  /** what is added to every offset in the table */
  readonly shift?: number;
}

/** The letter as a PDF, with objects added or replaced. */
export function letterPdf(changes: Objects = {}, end: PdfEnd = {}): Bytes {
  return pdfOf({ ...letterObjects, ...changes }, end);
}

export function pdfOf(
  objects: Objects,
  { trailer = "", startxref, endobj = "endobj\n", shift = 0 }: PdfEnd = {},
): Bytes {
  const parts: Uint8Array[] = [ascii("%PDF-1.7\n")];
  const offsets = new Map<number, number>();
  let at = parts[0]?.length ?? 0;
  for (const [id, body] of Object.entries(objects)) {
    offsets.set(Number(id), at);
    const part = joined(ascii(`${id} 0 obj\n`), written(body), ascii(`\n${endobj}`));
    parts.push(part);
    at += part.length;
  }
  if (startxref === null) return joined(...parts);
  const size = Math.max(...offsets.keys()) + 1;
  const rows = Array.from({ length: size }, (_, id) => {
    const offset = offsets.get(id);
    if (offset === undefined) return "0000000000 65535 f \n";
    return `${String(Math.max(0, offset + shift)).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${size}\n${rows.join("")}trailer\n<</Root 1 0 R/Size ${size}${trailer}>>\n`;
  return joined(...parts, ascii(`${table}startxref\n${startxref ?? at}\n%%EOF\n`));
}

function written(body: Body): Uint8Array {
  if (typeof body === "string") return ascii(body);
  const stream = typeof body.stream === "string" ? ascii(body.stream) : body.stream;
  const head = `<<${body.dict}/Length ${body.length ?? stream.length}>>\nstream\n`;
  return joined(ascii(head), stream, ascii("\nendstream"));
}

const MiB = 1024 * 1024;
const chunkBytes = 16 * MiB;

/**
 * A zlib stream that unpacks to one letter over and over, a thousandth of its length: deflate's blocks stand by
 * themselves after a full flush, so one block is written once and repeated.
 */
export function deflateBomb(mebibytes: number, letter = " "): Bytes {
  const code = letter.charCodeAt(0);
  const count = Math.max(1, Math.round(mebibytes / 16));
  // Z_FULL_FLUSH as the finishing flush: the block ends on a byte, and nothing says that it was the last.
  const block = deflateSync(new Uint8Array(chunkBytes).fill(code), { level: 9, finishFlush: 3 }).subarray(2);
  const check = new Uint8Array(4);
  new DataView(check.buffer).setUint32(0, adlerOf(code, BigInt(count) * BigInt(chunkBytes)));
  const blocks = Array.from({ length: count }, () => block);
  return joined(Uint8Array.of(0x78, 0xda), ...blocks, Uint8Array.of(0x03, 0x00), check);
}

/** Adler-32 of so many equal bytes. Source: RFC 1950, section 8.2. */
function adlerOf(code: number, count: bigint): number {
  const prime = 65521n;
  const a = (1n + count * BigInt(code)) % prime;
  const b = (count + (BigInt(code) * count * (count + 1n)) / 2n) % prime;
  return Number((b << 16n) | a);
}

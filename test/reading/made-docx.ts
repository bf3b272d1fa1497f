import { deflateRawSync } from "node:zlib";
import type { Bytes } from "#core/model/bytes.ts";
import { joined } from "./made.ts";

/** A ZIP file of the given entries, as Word writes it: deflated, with a list at the end. */
export function zipOf(entries: Readonly<Record<string, string | Uint8Array>>, flags = 0): Bytes {
  const files: Uint8Array[] = [];
  const list: Uint8Array[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(entries)) {
    const raw = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const packed = deflateRawSync(raw);
    const letters = new TextEncoder().encode(name);
    const sizes = [0, packed.length, raw.length, letters.length];
    const file = joined(header(0x04034b50, [20, flags, 8, 0, 0], sizes, [0]), letters, packed);
    files.push(file);
    list.push(joined(header(0x02014b50, [20, 20, flags, 8, 0, 0], sizes, [0, 0, 0, 0, 0, 0], at), letters));
    at += file.length;
  }
  const listBytes = joined(...list);
  const count = list.length;
  return joined(...files, listBytes, header(0x06054b50, [0, 0, count, count], [listBytes.length, at], [0]));
}

/** Mark, then 2-byte numbers, then 4-byte ones (the entry's name length is the exception), then 2-byte ones. */
function header(
  mark: number,
  shorts: readonly number[],
  longs: readonly number[],
  after: readonly number[],
  last?: number,
): Uint8Array {
  const bytes: number[] = [];
  const put = (value: number, size: number) => {
    for (let byte = 0; byte < size; byte += 1) bytes.push((value >>> (8 * byte)) & 0xff);
  };
  put(mark, 4);
  for (const value of shorts) put(value, 2);
  longs.forEach((value, position) => {
    put(value, position === 3 ? 2 : 4);
  });
  for (const value of after) put(value, 2);
  if (last !== undefined) put(last, 4);
  return Uint8Array.from(bytes);
}

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

export function partXml(content: string, root = "w:document"): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<${root} ${namespace}>${content}</${root}>`;
}

/** A paragraph of one run. */
export function paragraph(text: string): string {
  return `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A table of rows of cells of paragraphs. */
export function table(rows: readonly (readonly (readonly string[])[])[]): string {
  const cell = (lines: readonly string[]) =>
    `<w:tc><w:tcPr><w:tcW w:w="10"/></w:tcPr>${lines.map(paragraph).join("")}</w:tc>`;
  return `<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`;
}

/** A Word file of a body, and of whatever else is to be in it. */
export function docxOf(body: string, more: Readonly<Record<string, string | Uint8Array>> = {}): Bytes {
  return zipOf({
    "[Content_Types].xml": partXml("", "Types"),
    "word/document.xml": partXml(`<w:body>${body}<w:sectPr/></w:body>`),
    ...more,
  });
}

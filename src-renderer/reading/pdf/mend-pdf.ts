import type { Bytes } from "#core/model/bytes.ts";

/** Larger files are not searched: it takes as much memory again. */
const mostBytes = 64 * 1024 * 1024;

/** Whether a PDF ends as PDFs end; one that was cut off on its way does not. */
export function endsProperly(bytes: Bytes): boolean {
  return latin(bytes.subarray(-2048)).includes("startxref");
}

/**
 * A PDF that was cut off before its table of contents, with a plain one put at its end, so that the pages that did
 * arrive can be found.
 * @returns null where no list of pages arrived either
 */
export function mendPdf(bytes: Bytes): Bytes | null {
  if (bytes.length > mostBytes) return null;
  const root = pagesObject(latin(bytes));
  if (root === null) return null;
  const catalog = `\nendobj\n8388607 0 obj\n<</Type/Catalog/Pages ${root} R>>\nendobj\n`;
  const tail = new TextEncoder().encode(`${catalog}trailer\n<</Root 8388607 0 R/Size 8388608>>\nstartxref\n0\n%%EOF\n`);
  const mended = new Uint8Array(bytes.length + tail.length);
  mended.set(bytes);
  mended.set(tail, bytes.length);
  return mended;
}

/** No file has more lists of pages; each is looked through once. */
const mostLists = 2000;
/** A list's own entry is near its beginning. */
const listLetters = 100_000;

/** "4 0" of the object that lists all pages: the one that is in no other list. */
function pagesObject(text: string): string | null {
  let lists = 0;
  for (const found of text.matchAll(/\/Type\s*\/Pages\b/g)) {
    lists += 1;
    if (lists > mostLists) return null;
    const from = Math.max(0, found.index - listLetters);
    const around = text.slice(from, found.index + listLetters);
    const before = around.lastIndexOf(" obj", found.index - from);
    const id = /(\d+ \d+)$/.exec(around.slice(Math.max(0, before - 20), Math.max(0, before)))?.[1];
    const end = around.indexOf("endobj", found.index - from);
    if (id !== undefined && !around.slice(before, end < 0 ? undefined : end).includes("/Parent")) return id;
  }
  return null;
}

function latin(bytes: Bytes): string {
  return new TextDecoder("latin1").decode(bytes);
}

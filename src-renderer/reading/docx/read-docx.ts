import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";
import { docxText } from "./docx-text.ts";
import { unzip, type ZipEntry, zipEntries } from "./zip.ts";

/** A letter's own text is some 100 kB of XML; a book's 10 MB. */
const mostLetterBytes = 48 * 1024 * 1024;
const mostPartBytes = 4 * 1024 * 1024;
/** A section has at most three headers and three footers; letters have one section. */
const mostParts = 12;

/**
 * The text of a Word file (.docx), page by page: headers before it and footers after it, each once. Pictures, comments
 * and whatever else is packed with it are not opened; nothing in it is run.
 *
 * @throws {Problem} `file-damaged`
 */
export async function readDocx(bytes: Bytes): Promise<readonly string[]> {
  const entries = zipEntries(bytes) ?? [];
  const main = mainPart(entries);
  if (main === null) throw new Problem("file-damaged", "a Word file without its document");
  const pages = docxText(asText(await unzip(bytes, main, mostLetterBytes)));
  const heads = await partTexts(bytes, entries, /^word\/header\d*\.xml$/);
  const feet = await partTexts(bytes, entries, /^word\/(?:footnotes|endnotes|footer\d*)\.xml$/);
  const last = pages.length - 1;
  return pages.map((page, at) =>
    [...(at === 0 ? heads : []), page, ...(at === last ? feet : [])].filter((text) => text !== "").join("\n\n"),
  );
}

/** Word itself calls it document.xml, its web version now and then document2.xml. */
function mainPart(entries: readonly ZipEntry[]): ZipEntry | null {
  const found = entries.filter(({ name }) => mainName.test(name));
  return found.find(({ name }) => name === "word/document.xml") ?? found[0] ?? null;
}

const mainName = /^word\/document\d*\.xml$/;

async function partTexts(bytes: Bytes, entries: readonly ZipEntry[], name: RegExp): Promise<readonly string[]> {
  const texts = new Set<string>();
  for (const entry of entries.filter((one) => name.test(one.name)).slice(0, mostParts)) {
    texts.add(docxText(asText(await unzip(bytes, entry, mostPartBytes))).join("\n"));
  }
  texts.delete("");
  return [...texts];
}

/** UTF-8 or UTF-16, as XML without a declaration has to be. @throws {Problem} `file-damaged` */
function asText(bytes: Bytes): string {
  const label = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Problem("file-damaged", "XML in letters that are none", { cause });
  }
}

/**
 * What a ZIP file holds, from its list of names alone: a Word letter, one with macros, or something else. One that was
 * cut off has no list: its first entry says whether it was an Office file.
 */
export function docxKind(bytes: Bytes): "docx" | "macros" | null {
  const entries = zipEntries(bytes);
  if (entries === null) return firstName(bytes) === "[Content_Types].xml" ? "docx" : null;
  if (!entries.some(({ name }) => mainName.test(name))) return null;
  return entries.some(({ name }) => /(?:^|\/)vba(?:Project|Data)/i.test(name)) ? "macros" : "docx";
}

function firstName(bytes: Bytes): string {
  const length = (bytes[26] ?? 0) + (bytes[27] ?? 0) * 256;
  return new TextDecoder().decode(bytes.subarray(30, 30 + Math.min(length, 100)));
}

import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from "pdf-lib";
import type { Bytes } from "../model/bytes.ts";
import { Problem } from "../problems.ts";
import { forbiddenWords, squash } from "./forbidden.ts";
import { paper } from "./page/paper.ts";
import { newTextReader, textOfPage } from "./text/page-text.ts";

/** What a finished pack was found to hold when it was opened again. */
export interface CheckedPack {
  /** text of each page, seen and unseen */
  readonly texts: readonly string[];
}

interface Wanted {
  readonly pageCount: number;
  readonly forbid: readonly string[];
}

/**
 * The product's own checks on a finished pack, opened again from its bytes: as many pages as planned, all upright
 * A4, each ending with its own number; every link and bookmark leads to a page; nothing that acts, plays, asks or
 * is attached; none of the forbidden words in any text or string.
 *
 * @throws {Problem} `pack-check-failed` naming the checks, `forbidden-words-found` with the pages in `where`
 */
export async function checkPack(pdf: Bytes, { pageCount, forbid }: Wanted): Promise<CheckedPack> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: 2000 });
  const pages = document.getPages().map(({ node }): PDFDict => node);
  const reader = newTextReader(document.context);
  const texts = pages.map((page) => textOfPage(reader, page));
  const found = inside(document);
  const failed = [
    ...(pages.length === pageCount ? [] : ["page count"]),
    ...(pages.every(isPlainSheet) ? [] : ["page size"]),
    ...(texts.every((text, index) => text.trimEnd().endsWith(String(index + 1))) ? [] : ["page numbers"]),
    ...(linksLand(pages) ? [] : ["links"]),
    ...found.active,
  ];
  if (failed.length > 0) throw new Problem("pack-check-failed", failed.join(", "));
  refuseWords(forbid, texts, found.strings);
  return { texts };
}

function refuseWords(forbid: readonly string[], texts: readonly string[], strings: readonly string[]): void {
  const words = forbiddenWords(forbid);
  if (words.length === 0) return;
  const packed = [
    ...texts.map((text, index) => ({ where: `page ${index + 1}`, text: squash(text) })),
    ...strings.map((text) => ({ where: "the file’s own descriptions", text: squash(text) })),
  ];
  const found = packed.flatMap(({ where, text }) =>
    words.filter(({ squashed }) => text.includes(squashed)).map(({ word }) => `${where}: “${word}”`),
  );
  if (found.length > 0) {
    throw new Problem("forbidden-words-found", `${found.length} places`, { where: [...new Set(found)] });
  }
}

function isPlainSheet(page: PDFDict): boolean {
  const box = page.lookup(PDFName.of("MediaBox"));
  const [left, bottom, right, top] = box instanceof PDFArray ? box.asArray().map(value) : [];
  const turned = page.has(PDFName.of("Rotate")) || page.has(PDFName.of("CropBox"));
  return !turned && left === 0 && bottom === 0 && right === paper.width && top === paper.height;
}

function value(object: PDFObject): number {
  return object instanceof PDFNumber ? object.asNumber() : Number.NaN;
}

/** Every annotation is a link to a page of this file, with words for those who can't see it. */
function linksLand(pages: readonly PDFDict[]): boolean {
  const known = new Set(pages);
  return pages.every((page) => {
    const annotations = page.lookup(PDFName.of("Annots"));
    if (!(annotations instanceof PDFArray)) return true;
    return annotations.asArray().every((_, position) => {
      const annotation = annotations.lookup(position);
      if (!(annotation instanceof PDFDict) || !annotation.has(PDFName.of("Contents"))) return false;
      const destination = annotation.lookup(PDFName.of("Dest"));
      const target = destination instanceof PDFArray ? destination.lookup(0) : undefined;
      return (
        annotation.lookup(PDFName.of("Subtype")) === PDFName.of("Link") &&
        target instanceof PDFDict &&
        known.has(target)
      );
    });
  });
}

const activeKinds = new Set([
  "JavaScript",
  "Launch",
  "SubmitForm",
  "ImportData",
  "GoToE",
  "GoToR",
  "URI",
  "Rendition",
  "Movie",
  "Sound",
]);
const activeTypes = new Set(["EmbeddedFile", "Filespec"]);
/** What only a document that acts has in its catalogue. */
const catalogueKeys = ["AcroForm", "AA", "Names", "JavaScript"];

interface Inside {
  readonly active: readonly string[];
  readonly strings: readonly string[];
}

/** Goes through every object, however deep, for what must not be there, and for its text strings. */
function inside(document: PDFDocument): Inside {
  const active = new Set<string>();
  const strings: string[] = [];
  const waiting: PDFObject[] = document.context.enumerateIndirectObjects().map(([, object]) => object);
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    if (object instanceof PDFString || object instanceof PDFHexString) strings.push(object.decodeText());
    else if (object instanceof PDFArray) waiting.push(...object.asArray().filter(isDirect));
    else if (object instanceof PDFDict || object instanceof PDFRawStream) {
      const dict = object instanceof PDFDict ? object : object.dict;
      if (acts(dict)) active.add("active content");
      waiting.push(...dict.values().filter(isDirect));
    }
  }
  if (catalogueKeys.some((key) => document.catalog.has(PDFName.of(key)))) active.add("active content");
  return { active: [...active], strings };
}

function isDirect(object: PDFObject): boolean {
  return !(object instanceof PDFRef);
}

function acts(dict: PDFDict): boolean {
  const [kind, type, subtype] = ["S", "Type", "Subtype"].map((key) => {
    const name = dict.get(PDFName.of(key));
    return name instanceof PDFName ? name.decodeText() : "";
  });
  return activeKinds.has(kind ?? "") || activeTypes.has(type ?? "") || subtype === "Widget";
}

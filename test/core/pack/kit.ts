import { readFileSync } from "node:fs";
import { PDFDocument } from "pdf-lib";
import type { CaseFile } from "#core/model/case-file.ts";
import { emptyCase } from "#core/model/change.ts";
import type { Exhibit } from "#core/model/exhibit.ts";
import type { PageText, PageWord } from "#core/model/page.ts";
import type { PackExhibit, PackFonts, PackOrder, PackPart } from "#core/pack/order.ts";
import { day } from "../../day.ts";
import { exhibit as exhibitNumbered, letter } from "../exhibits.ts";

/** What the tests of packs are made from: small invented exhibits, and the shipped typeface. */
export const fonts: PackFonts = { regular: font("Regular"), bold: font("Bold"), italic: font("Italic") };

function font(cut: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(`../../../resources/fonts/OpenSans-${cut}.ttf`, import.meta.url)));
}

export function exhibitOf(number: number, parts: readonly PackPart[], more: Partial<Exhibit> = {}): PackExhibit {
  const exhibit: Exhibit = {
    ...exhibitNumbered(number, letter("2026-03-04")),
    title: `Letter number ${number} about the arrears`,
    ...more,
  };
  return { exhibit, parts };
}

export function orderOf(exhibits: readonly PackExhibit[], more: Partial<PackOrder> = {}): PackOrder {
  const caseFile: CaseFile = { ...emptyCase, exhibits: exhibits.map(({ exhibit }) => exhibit) };
  return { caseFile, recipient: "ice", madeOn: day("2026-11-22"), exhibits, forbid: [], fonts, ...more };
}

/** A part from a PDF made by `draw`, with the words that reading would find on it. */
export async function pdfPart(
  draw: (document: PDFDocument) => Promise<void> | void,
  pages: readonly PageText[] = [],
): Promise<PackPart> {
  const document = await PDFDocument.create();
  await draw(document);
  return { kind: "pdf", name: "letter.pdf", bytes: new Uint8Array(await document.save()), pages };
}

/** A page of text as reading gives it, its words side by side on one line. */
export function pageText(text: string, source: PageText["source"] = "layer"): PageText {
  const words = text.split(" ").map(
    (word, position): PageWord => ({
      text: word,
      certainty: 1,
      box: { left: 0.1 + position * 0.1, top: 0.1, width: 0.08, height: 0.02 },
    }),
  );
  return { number: 1, width: 595, height: 842, source, words, text: null };
}

/** Text of each page of a finished pack, with where each piece stands, as pdf.js reads it. */
export async function readPack(pdf: Uint8Array): Promise<readonly ReadPage[]> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const loading = getDocument({ data: pdf.slice(), verbosity: 0 });
  const document = await loading.promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const pieces = items.flatMap((item) =>
      "str" in item && item.str.trim() !== "" ? [{ text: item.str, at: item.transform as number[] }] : [],
    );
    pages.push({ pieces, text: pieces.map(({ text }) => text).join(" ") });
  }
  await loading.destroy();
  return pages;
}

export interface ReadPage {
  readonly pieces: readonly { readonly text: string; readonly at: readonly number[] }[];
  readonly text: string;
}

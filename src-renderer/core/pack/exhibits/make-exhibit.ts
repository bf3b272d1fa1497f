import type { PDFDocument, PDFRef } from "pdf-lib";
import { Problem, type ProblemCode } from "../../problems.ts";
import type { PackExhibit, PackPart } from "../order.ts";
import type { Typeface } from "../page/typeface.ts";
import type { FontStandIn } from "./copier.ts";
import { imageSheet } from "./image-part.ts";
import type { MadeSheet } from "./made-sheet.ts";
import { pdfSheets } from "./pdf-part.ts";
import { refusedSheets, textSheets } from "./words-part.ts";

export interface MadeExhibit {
  readonly source: PackExhibit;
  /** never empty */
  readonly sheets: readonly MadeSheet[];
  readonly warnings: readonly string[];
}

/** What exhibits are made with. */
export interface Workshop {
  readonly target: PDFDocument;
  readonly typeface: Typeface;
  readonly standIn: FontStandIn;
  /** layers that exhibits keep switched off */
  readonly hiddenLayers: PDFRef[];
}

/** Makes every file of an exhibit ready. One that can't be copied becomes a page that says so, and a warning. */
export async function makeExhibit(source: PackExhibit, workshop: Workshop): Promise<MadeExhibit> {
  const sheets: MadeSheet[] = [];
  const warnings: string[] = [];
  let pagesBefore = 0;
  for (const part of source.parts) {
    const made = await tryPart(part, pagesBefore, workshop);
    sheets.push(...made.sheets);
    if (made.refused !== null) {
      warnings.push(`“${part.name}” (exhibit ${source.exhibit.number}) is in the pack only as a page that says why.`);
    }
    pagesBefore += part.kind === "refused" ? 0 : part.pages.length;
  }
  if (sheets.length === 0) {
    sheets.push(...refusedSheets(source.exhibit.title, "object-missing", workshop.typeface));
    warnings.push(`Exhibit ${source.exhibit.number} holds no file.`);
  }
  return { source, sheets, warnings };
}

interface TriedPart {
  readonly sheets: readonly MadeSheet[];
  readonly refused: ProblemCode | null;
}

async function tryPart(part: PackPart, pagesBefore: number, workshop: Workshop): Promise<TriedPart> {
  if (part.kind === "refused") return refuse(part.name, part.problem, workshop);
  try {
    const sheets = await partSheets(part, pagesBefore, workshop);
    return sheets.length === 0 ? refuse(part.name, "file-empty", workshop) : { sheets, refused: null };
  } catch (cause) {
    return refuse(part.name, cause instanceof Problem ? cause.code : "file-damaged", workshop);
  }
}

function refuse(name: string, problem: ProblemCode, { typeface }: Workshop): TriedPart {
  return { sheets: refusedSheets(name, problem, typeface), refused: problem };
}

async function partSheets(
  part: Exclude<PackPart, { kind: "refused" }>,
  pagesBefore: number,
  { target, typeface, standIn, hiddenLayers }: Workshop,
): Promise<readonly MadeSheet[]> {
  if (part.kind === "pdf")
    return pdfSheets(target, { bytes: part.bytes, pages: part.pages, pagesBefore, standIn, hiddenLayers });
  if (part.kind === "text") {
    return part.pages.flatMap((text, position) =>
      textSheets(text, { name: part.name, type: part.type, page: pagesBefore + position + 1 }, typeface),
    );
  }
  return part.images.map((image, position) =>
    imageSheet(target, image, part.pages[position], pagesBefore + position + 1),
  );
}

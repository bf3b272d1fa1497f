import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFRef } from "pdf-lib";
import { apply, type Edges, type Matrix } from "../page/placement.ts";
import type { Copier } from "./copier.ts";
import { plainLook } from "./plain-look.ts";
import { edges, type SourcePage } from "./source-pdf.ts";

/** What an annotation or form field looks like, and where on the source page it is drawn. */
export interface Appearance {
  readonly form: PDFRef;
  readonly matrix: Matrix;
}

/** Kinds that lead somewhere, hold something or play: they are never copied, nor is what hides behind a mark. */
const leftOut = new Set([
  "Link",
  "Popup",
  "FileAttachment",
  "Screen",
  "Movie",
  "Sound",
  "RichMedia",
  "3D",
  "TrapNet",
  "PrinterMark",
]);

const HIDDEN = 2;
const NO_VIEW = 32;

/** The looks of a page's visible annotations and form fields, to be drawn over it: the marks stay, the fields go. */
export function appearancesOf(page: SourcePage, copier: Copier): readonly Appearance[] {
  const annotations = page.dict.lookup(PDFName.of("Annots"));
  if (!(annotations instanceof PDFArray)) return [];
  return annotations.asArray().flatMap((entry) => {
    const annotation = copier.source.lookup(entry);
    return annotation instanceof PDFDict && shows(annotation) ? appearanceOf(annotation, copier) : [];
  });
}

function shows(annotation: PDFDict): boolean {
  const subtype = annotation.lookup(PDFName.of("Subtype"));
  const flags = annotation.lookup(PDFName.of("F"));
  const bits = flags instanceof PDFNumber ? flags.asNumber() : 0;
  return !(subtype instanceof PDFName && leftOut.has(subtype.decodeText())) && (bits & (HIDDEN | NO_VIEW)) === 0;
}

function appearanceOf(annotation: PDFDict, copier: Copier): readonly Appearance[] {
  const stream = normalLook(annotation);
  const rect = edges(annotation.lookup(PDFName.of("Rect")));
  if (rect === null) return [];
  if (stream === null) {
    const plain = annotation.has(PDFName.of("AP")) ? null : plainLook(annotation, rect, copier);
    return plain === null ? [] : [{ form: plain, matrix: [1, 0, 0, 1, 0, 0] }];
  }
  const box = edges(stream.dict.lookup(PDFName.of("BBox")));
  if (box === null) return [];
  const copied = copier.copy(stream);
  if (!(copied instanceof PDFRawStream)) return [];
  copied.dict.set(PDFName.of("Type"), PDFName.of("XObject"));
  copied.dict.set(PDFName.of("Subtype"), PDFName.of("Form"));
  const form = copier.target.register(copied);
  return [{ form, matrix: fitTo(box, matrixOf(stream.dict), rect) }];
}

/** The look of the annotation at rest, in the state it is in. */
function normalLook(annotation: PDFDict): PDFRawStream | null {
  const looks = annotation.lookup(PDFName.of("AP"));
  const normal = looks instanceof PDFDict ? looks.lookup(PDFName.of("N")) : undefined;
  if (normal instanceof PDFRawStream) return normal;
  const state = annotation.lookup(PDFName.of("AS"));
  if (!(normal instanceof PDFDict) || !(state instanceof PDFName)) return null;
  const look = normal.lookup(state);
  return look instanceof PDFRawStream ? look : null;
}

function matrixOf(dict: PDFDict): Matrix {
  const value = dict.lookup(PDFName.of("Matrix"));
  if (!(value instanceof PDFArray) || value.size() !== 6) return [1, 0, 0, 1, 0, 0];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = value.asArray().map((_, position) => {
    const entry = value.lookup(position);
    return entry instanceof PDFNumber ? entry.asNumber() : 0;
  });
  return [a, b, c, d, e, f];
}

/** Source: ISO 32000-1, 12.5.5, algorithm 8.1: the look's box, through its own matrix, is fitted to the rectangle. */
function fitTo(box: Edges, matrix: Matrix, rect: Edges): Matrix {
  const corners = [
    apply(matrix, box.left, box.bottom),
    apply(matrix, box.right, box.bottom),
    apply(matrix, box.left, box.top),
    apply(matrix, box.right, box.top),
  ];
  const left = Math.min(...corners.map(([x]) => x));
  const right = Math.max(...corners.map(([x]) => x));
  const bottom = Math.min(...corners.map(([, y]) => y));
  const top = Math.max(...corners.map(([, y]) => y));
  const across = right > left ? (rect.right - rect.left) / (right - left) : 1;
  const up = top > bottom ? (rect.top - rect.bottom) / (top - bottom) : 1;
  return [across, 0, 0, up, rect.left - left * across, rect.bottom - bottom * up];
}

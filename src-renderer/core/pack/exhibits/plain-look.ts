import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, type PDFObject, type PDFRef, PDFString } from "pdf-lib";
import { Encodings } from "pdf-lib/standard-fonts";
import type { Edges } from "../page/placement.ts";
import type { Copier } from "./copier.ts";

/**
 * A plain look for marks and fields that a program left for the viewer to draw: a highlighted line, a filled-in
 * field. Without one they would be lost, and with them what the person marked or wrote.
 * @returns null for kinds that need none
 */
export function plainLook(annotation: PDFDict, rect: Edges, copier: Copier): PDFRef | null {
  const subtype = nameOf(annotation.lookup(PDFName.of("Subtype")));
  const content = marks[subtype]?.(annotation) ?? "";
  if (content !== "") return writeForm(copier, rect, `/G gs ${colourOf(annotation)} ${content}`);
  const text =
    subtype === "Widget" ? fieldText(annotation) : subtype === "FreeText" ? textAt(annotation, "Contents") : "";
  return text === "" ? null : writeForm(copier, rect, textContent(text, rect, subtype === "Widget"));
}

type MarkContent = (annotation: PDFDict) => string;

const marks: Readonly<Record<string, MarkContent>> = {
  Highlight: (annotation) => quads(annotation).map(quadFill).join(" "),
  Underline: (annotation) =>
    quads(annotation)
      .map((quad) => quadLine(quad, 0.08))
      .join(" "),
  Squiggly: (annotation) =>
    quads(annotation)
      .map((quad) => quadLine(quad, 0.08))
      .join(" "),
  StrikeOut: (annotation) =>
    quads(annotation)
      .map((quad) => quadLine(quad, 0.45))
      .join(" "),
  Ink: (annotation) => strokes(annotation),
  Line: (annotation) => polyline(numbers(annotation.lookup(PDFName.of("L")))),
};

/** Left, bottom, right and top of each marked stretch of a line. */
function quads(annotation: PDFDict): readonly Edges[] {
  const points = numbers(annotation.lookup(PDFName.of("QuadPoints")));
  return Array.from({ length: Math.floor(points.length / 8) }, (_, position) => {
    const quad = points.slice(position * 8, position * 8 + 8);
    const xs = quad.filter((_value, index) => index % 2 === 0);
    const ys = quad.filter((_value, index) => index % 2 === 1);
    return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
  });
}

function quadFill({ left, bottom, right, top }: Edges): string {
  return `${left} ${bottom} ${right - left} ${top - bottom} re f`;
}

function quadLine({ left, bottom, right, top }: Edges, share: number): string {
  const y = bottom + (top - bottom) * share;
  return `1 w ${left} ${y} m ${right} ${y} l S`;
}

function strokes(annotation: PDFDict): string {
  const lists = annotation.lookup(PDFName.of("InkList"));
  if (!(lists instanceof PDFArray)) return "";
  return lists
    .asArray()
    .map((_, position) => polyline(numbers(lists.lookup(position))))
    .join(" ");
}

function polyline(points: readonly number[]): string {
  if (points.length < 4) return "";
  const steps = Array.from({ length: Math.floor(points.length / 2) }, (_, position) => {
    const point = `${points[position * 2]} ${points[position * 2 + 1]}`;
    return `${point} ${position === 0 ? "m" : "l"}`;
  });
  return `1 w ${steps.join(" ")} S`;
}

function colourOf(annotation: PDFDict): string {
  const colour = numbers(annotation.lookup(PDFName.of("C")));
  const fill = { 1: "g", 3: "rg", 4: "k" }[colour.length];
  if (fill === undefined) return "1 0.9 0.2 rg 0.2 0.2 0.2 RG";
  const values = colour.join(" ");
  return `${values} ${fill} ${values} ${fill.toUpperCase()}`;
}

/** The value of a text or choice field, which its parents may hold; never that of a password field. */
function fieldText(widget: PDFDict): string {
  let field: PDFDict | undefined = widget;
  let kind = "";
  let value = "";
  for (let depth = 0; field !== undefined && depth < 20; depth++) {
    const flags = field.lookup(PDFName.of("Ff"));
    if (flags instanceof PDFNumber && (flags.asNumber() & PASSWORD) !== 0) return "";
    if (kind === "") kind = nameOf(field.lookup(PDFName.of("FT")));
    if (value === "") value = textAt(field, "V");
    const parent: PDFObject | undefined = field.lookup(PDFName.of("Parent"));
    field = parent instanceof PDFDict ? parent : undefined;
  }
  return kind === "Tx" || kind === "Ch" ? value : "";
}

const PASSWORD = 1 << 13;
const size = 10;

function textContent(text: string, rect: Edges, oneLine: boolean): string {
  const lines = text.split(/\r\n?|\n/);
  const middle = (rect.bottom + rect.top) / 2 - size * 0.35;
  const first = oneLine && lines.length === 1 ? middle : rect.top - size * 1.2;
  const shown = lines.map((line) => `(${winAnsi(line)}) Tj T*`).join(" ");
  return `0 0 0 rg BT /F ${size} Tf ${size * 1.2} TL ${rect.left + 2} ${first} Td ${shown} ET`;
}

function winAnsi(text: string): string {
  return [...text]
    .map((character) => {
      const point = character.codePointAt(0) ?? 63;
      const code = Encodings.WinAnsi.canEncodeUnicodeCodePoint(point)
        ? Encodings.WinAnsi.encodeUnicodeCodePoint(point).code
        : 63;
      return `\\${code.toString(8).padStart(3, "0")}`;
    })
    .join("");
}

function writeForm(copier: Copier, rect: Edges, content: string): PDFRef {
  const { target } = copier;
  const helvetica = { Type: "Font", Subtype: "Type1", BaseFont: "Helvetica", Encoding: "WinAnsiEncoding" };
  const font = copier.standIn(target.obj(helvetica));
  return target.register(
    target.flateStream(content, {
      Type: "XObject",
      Subtype: "Form",
      BBox: [rect.left - 2, rect.bottom - 2, rect.right + 2, rect.top + 2],
      Resources: { ExtGState: { G: { BM: "Multiply" } }, Font: font === null ? {} : { F: font } },
    }),
  );
}

function numbers(value: PDFObject | undefined): readonly number[] {
  if (!(value instanceof PDFArray)) return [];
  return value.asArray().map((_, position) => {
    const entry = value.lookup(position);
    return entry instanceof PDFNumber && Math.abs(entry.asNumber()) < 1e6
      ? Math.round(entry.asNumber() * 1000) / 1000
      : 0;
  });
}

function nameOf(value: PDFObject | undefined): string {
  return value instanceof PDFName ? value.decodeText() : "";
}

function textAt(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : "";
}

import type { PDFRef } from "pdf-lib";
import type { Ink, Place } from "./ink.ts";
import { band, type Colour, colours, paper } from "./paper.ts";
import type { Matrix } from "./placement.ts";
import type { Tag } from "./tag.ts";
import { type Typeface, type Weight, weights } from "./typeface.ts";

/** One page of the pack while it is drawn. `index` counts from 0. */
export interface Sheet {
  readonly index: number;
  readonly typeface: Typeface;
  readonly content: string[];
  /** forms and pictures drawn, by the name the content calls them */
  readonly pictures: Map<string, PDFRef>;
  readonly links: SheetLink[];
  /** the tag of each marked stretch, by its number */
  readonly marks: Tag[];
  open: Tag | "artefact" | null;
}

export interface SheetLink {
  readonly rect: readonly [number, number, number, number];
  readonly to: Place;
  readonly says: string;
  readonly tag: Tag;
}

/** The name of each cut of the typeface in page resources. */
export const fontNames: Readonly<Record<Weight, string>> = { regular: "FR", bold: "FB", italic: "FI" };
export const fontResources = weights.map((weight) => [fontNames[weight], weight] as const);

export function newSheet(index: number, typeface: Typeface): Sheet {
  return { index, typeface, content: [], pictures: new Map(), links: [], marks: [], open: null };
}

/** Draws text, boxes and links; stretches with the same tag become one marked stretch. */
export function drawInk(sheet: Sheet, inks: readonly Ink[]): void {
  for (const ink of inks) {
    if (ink.kind === "text") {
      mark(sheet, ink.tag);
      sheet.content.push(showText(sheet.typeface, ink));
    } else if (ink.kind === "box") {
      mark(sheet, null);
      const box = [ink.x, ink.y, ink.width, ink.height].map(number).join(" ");
      sheet.content.push(`${rgb(ink.colour)} rg ${box} re f`);
    } else {
      const rect = [ink.x, ink.y, ink.x + ink.width, ink.y + ink.height] as const;
      sheet.links.push({ rect, to: ink.to, says: ink.says, tag: ink.tag });
    }
  }
}

/** Draws a form or picture through a transformation, as the content of a tag. */
export function drawPicture(sheet: Sheet, picture: PDFRef, matrix: Matrix, tag: Tag): void {
  const name = `X${sheet.pictures.size}`;
  sheet.pictures.set(name, picture);
  mark(sheet, tag);
  sheet.content.push(`q ${matrix.map(number).join(" ")} cm /${name} Do Q`);
}

/** Adds operators of one's own as the content of a tag. */
export function drawOperators(sheet: Sheet, operators: string, tag: Tag): void {
  mark(sheet, tag);
  sheet.content.push(operators);
}

/**
 * Stamps the page's number, always in the same place at the foot on the right: what the page is called on paper, in
 * the index and in the reader's page box alike.
 */
export function stamp(sheet: Sheet): void {
  const text = String(sheet.index + 1);
  const width = sheet.typeface.measure(text, "bold", band.stampSize);
  drawInk(sheet, [
    {
      kind: "text",
      x: paper.width - band.sideMargin - width,
      baseline: band.baseline,
      text,
      weight: "bold",
      size: band.stampSize,
      colour: colours.ink,
      tag: null,
    },
  ]);
}

/** The finished content stream. */
export function finishContent(sheet: Sheet): string {
  closeMark(sheet);
  return sheet.content.join("\n");
}

function mark(sheet: Sheet, tag: Tag | null): void {
  const wanted = tag ?? "artefact";
  if (sheet.open === wanted) return;
  closeMark(sheet);
  sheet.open = wanted;
  if (tag === null) {
    sheet.content.push("/Artifact BMC");
    return;
  }
  const id = sheet.marks.length;
  sheet.marks.push(tag);
  tag.kids.push({ kind: "content", page: sheet.index, id });
  sheet.content.push(`/${tag.role} <</MCID ${id}>> BDC`);
}

function closeMark(sheet: Sheet): void {
  if (sheet.open !== null) sheet.content.push("EMC");
  sheet.open = null;
}

function showText(typeface: Typeface, ink: Extract<Ink, { kind: "text" }>): string {
  const place = `1 0 0 1 ${number(ink.x)} ${number(ink.baseline)} Tm`;
  const font = `/${fontNames[ink.weight]} ${number(ink.size)} Tf`;
  return `BT ${rgb(ink.colour)} rg ${font} ${place} <${typeface.encode(ink.text, ink.weight)}> Tj ET`;
}

function rgb(colour: Colour): string {
  return colour.map(number).join(" ");
}

/** A number as PDF writes it: no exponent, four decimals at most. */
export function number(value: number): string {
  return String(Math.round(value * 10000) / 10000);
}

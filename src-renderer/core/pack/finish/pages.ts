import { type PDFContext, PDFHexString, PDFName, type PDFRef } from "pdf-lib";
import type { Place } from "../page/ink.ts";
import { paper } from "../page/paper.ts";
import { finishContent, fontResources, type Sheet, type SheetLink } from "../page/sheet.ts";
import type { Tag } from "../page/tag.ts";
import type { Typeface } from "../page/typeface.ts";

/** A link whose target is known only when all pages are drawn. */
interface OpenLink extends SheetLink {
  readonly page: number;
  readonly ref: PDFRef;
}

/** The pack's pages as they are written, one by one, so that a drawn page needs no memory but its packed content. */
export interface PageWriter {
  readonly refs: PDFRef[];
  readonly marks: (readonly Tag[])[];
  readonly links: OpenLink[];
  readonly typeface: Typeface;
}

export function newPageWriter(typeface: Typeface): PageWriter {
  return { refs: [], marks: [], links: [], typeface };
}

/** Where a link leads: page from 0, and how far up the sheet. */
export interface Destination {
  readonly page: number;
  readonly top: number;
}

/** Writes a drawn sheet as the next page. */
export function writePage(context: PDFContext, writer: PageWriter, sheet: Sheet, parent: PDFRef): void {
  const links = sheet.links.map((link): OpenLink => ({ ...link, page: sheet.index, ref: context.nextRef() }));
  for (const link of links)
    link.tag.kids.push({ kind: "annotation", page: sheet.index, id: writer.links.push(link) - 1 });
  const fonts = fontResources.map(([name, weight]) => [name, writer.typeface.refs[weight]] as const);
  const page = context.obj({
    Type: "Page",
    Parent: parent,
    MediaBox: [0, 0, paper.width, paper.height],
    Resources: {
      Font: Object.fromEntries(fonts),
      XObject: Object.fromEntries(sheet.pictures),
    },
    Contents: context.register(context.flateStream(finishContent(sheet))),
    StructParents: sheet.index,
    Tabs: "S",
    Annots: links.length === 0 ? undefined : links.map(({ ref }) => ref),
  });
  writer.refs.push(context.register(page));
  writer.marks.push(sheet.marks);
}

/** Writes the links' annotations, now that every place has its page. They keep the reader's zoom. */
export function writeLinks(context: PDFContext, writer: PageWriter, whereIs: (place: Place) => Destination): void {
  for (const [id, link] of writer.links.entries()) {
    const { page, top } = whereIs(link.to);
    const annotation = context.obj({
      Type: "Annot",
      Subtype: "Link",
      Rect: [...link.rect],
      Border: [0, 0, 0],
      F: 4,
      P: writer.refs[link.page],
      Contents: PDFHexString.fromText(link.says),
      StructParent: writer.refs.length + id,
    });
    annotation.set(PDFName.of("Dest"), context.obj([writer.refs[page], "XYZ", 0, top, null]));
    context.assign(link.ref, annotation);
  }
}

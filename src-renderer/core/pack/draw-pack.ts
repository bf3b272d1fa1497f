import { type PDFDocument, PDFName, PDFString } from "pdf-lib";
import { type Bytes, sha256 } from "../model/bytes.ts";
import { drawExhibitPage } from "./exhibits/exhibit-page.ts";
import type { MadeExhibit } from "./exhibits/make-exhibit.ts";
import { type PackFacts, writeMetadata } from "./finish/metadata.ts";
import { type Bookmark, writeOutline } from "./finish/outline.ts";
import { type Destination, newPageWriter, type PageWriter, writeLinks, writePage } from "./finish/pages.ts";
import { writeStructure } from "./finish/structure.ts";
import { sweep } from "./finish/sweep.ts";
import type { FrontMatter } from "./front-matter/front-matter.ts";
import { indexPlace } from "./front-matter/sections.ts";
import { exhibitPlace } from "./numbering.ts";
import type { PackOrder } from "./order.ts";
import type { Place } from "./page/ink.ts";
import { paper } from "./page/paper.ts";
import { drawInk, newSheet, stamp } from "./page/sheet.ts";
import { tagUnder } from "./page/tag.ts";
import type { Typeface } from "./page/typeface.ts";
import { pause } from "./pause.ts";
import { type PackPlan, printedExhibits } from "./plan.ts";

/** Everything a pack is drawn from. */
export interface ReadyPack {
  readonly order: PackOrder;
  readonly plan: PackPlan;
  readonly front: FrontMatter;
  readonly made: readonly MadeExhibit[];
  readonly typeface: Typeface;
  /** layers that exhibits keep switched off, and that stay so */
  readonly hiddenLayers: readonly Ref[];
}

/** Sheets drawn before everything else gets a turn. */
const sheetsAtOnce = 50;

/** Draws every page and writes the document round them. */
export async function drawPack(document: PDFDocument, ready: ReadyPack): Promise<Bytes> {
  const { context } = document;
  const writer = newPageWriter(ready.typeface);
  const pagesRef = context.nextRef();
  drawFront(document, writer, ready, pagesRef);
  await drawExhibits(document, writer, ready, pagesRef);
  context.assign(pagesRef, context.obj({ Type: "Pages", Kids: writer.refs, Count: writer.refs.length }));
  writeLinks(context, writer, (place) => whereIs(ready, place));
  await writeCatalogue(document, writer, ready, pagesRef);
  await document.flush();
  sweep(context);
  const bytes = await document.save({ addDefaultPage: false, updateFieldAppearances: false, useObjectStreams: true });
  return new Uint8Array(bytes);
}

type Ref = ReturnType<PDFDocument["context"]["nextRef"]>;

function drawFront(document: PDFDocument, writer: PageWriter, { front, typeface }: ReadyPack, parent: Ref): void {
  for (const [index, inks] of front.pages.entries()) {
    const sheet = newSheet(index, typeface);
    drawInk(sheet, inks);
    stamp(sheet);
    writePage(document.context, writer, sheet, parent);
  }
}

async function drawExhibits(document: PDFDocument, writer: PageWriter, ready: ReadyPack, parent: Ref): Promise<void> {
  const { plan, front, made, typeface } = ready;
  const byNumber = new Map(made.map((one) => [one.source.exhibit.number, one]));
  const indexPage = front.numbering.pageOf(indexPlace) ?? 1;
  for (const planned of printedExhibits(plan)) {
    const tag = tagUnder(front.root, "Sect", { title: planned.exhibit.title });
    for (const [position, sheetMade] of (byNumber.get(planned.exhibit.number)?.sheets ?? []).entries()) {
      const sheet = newSheet(writer.refs.length, typeface);
      drawExhibitPage(sheet, { planned, position, made: sheetMade, indexPage }, tag);
      stamp(sheet);
      writePage(document.context, writer, sheet, parent);
      if (writer.refs.length % sheetsAtOnce === 0) await pause(ready.order.signal);
    }
  }
}

/** The page of a place from 0 and its height; a place the pack lacks is a bug of ours. */
function whereIs({ front }: ReadyPack, place: Place): Destination {
  const spot = front.spots.get(place);
  if (spot !== undefined) return { page: spot.page, top: Math.min(paper.height, spot.top + 12) };
  const page = front.numbering.pageOf(place);
  if (page === null) throw new Error("a link leads to a place that isn't in the pack");
  return { page: page - 1, top: paper.height };
}

async function writeCatalogue(document: PDFDocument, writer: PageWriter, ready: ReadyPack, pages: Ref): Promise<void> {
  const { context, catalog } = document;
  const { plan, front } = ready;
  const structure = writeStructure(context, front.root, {
    pageRefs: writer.refs,
    annotationRefs: writer.links.map(({ ref }) => ref),
    marksOfPages: writer.marks,
  });
  const facts: PackFacts = { title: plan.title, author: plan.author, madeOn: plan.madeOn, id: await fileId(ready) };
  const entries = context.obj({
    Pages: pages,
    Lang: PDFString.of("en-GB"),
    MarkInfo: { Marked: true },
    StructTreeRoot: structure,
    Metadata: writeMetadata(context, facts),
    Outlines: writeOutline(context, bookmarks(ready), writer.refs),
    PageMode: "UseOutlines",
    PageLabels: { Nums: [0, { S: "D", St: 1 }] },
    ViewerPreferences: { DisplayDocTitle: true },
    OpenAction: [writer.refs[0], "XYZ", 0, paper.height, 1],
  });
  if (ready.hiddenLayers.length > 0) {
    const off = [...ready.hiddenLayers];
    entries.set(PDFName.of("OCProperties"), context.obj({ OCGs: off, D: { OFF: off, Locked: off, Order: [] } }));
  }
  for (const [key, value] of entries.entries()) catalog.set(key, value);
  catalog.delete(PDFName.of("AcroForm"));
}

function bookmarks({ plan, front }: ReadyPack): readonly Bookmark[] {
  const page = (place: Place) => (front.numbering.pageOf(place) ?? 1) - 1;
  const entry = (title: string, at: number, below: readonly Bookmark[] = []): Bookmark => ({
    title: `${title} (page ${at + 1})`,
    page: at,
    top: paper.height,
    below,
  });
  return [
    entry("Front page", 0),
    ...front.sections.map(({ title, place }) => entry(title, page(place))),
    ...plan.sections.map(({ title, exhibits }) => {
      const below = exhibits.map(({ exhibit }) =>
        entry(`${exhibit.number}. ${exhibit.title}`, page(exhibitPlace(exhibit.number))),
      );
      return entry(title, below[0]?.page ?? 0, below);
    }),
  ];
}

/** The same order always gives the same ID: a digest of what the pack is made from. */
async function fileId({ order, plan }: ReadyPack): Promise<string> {
  const what = JSON.stringify([
    plan.title,
    plan.author,
    order.madeOn,
    order.caseFile.calls,
    order.caseFile.costs,
    order.exhibits.map(({ exhibit }) => exhibit.files.map(({ sha256 }) => sha256)),
  ]);
  return (await sha256(new TextEncoder().encode(what))).slice(0, 32);
}

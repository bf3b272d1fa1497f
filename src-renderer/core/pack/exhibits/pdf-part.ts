import {
  decodePDFRawStream,
  PDFArray,
  type PDFDict,
  type PDFDocument,
  PDFName,
  PDFRawStream,
  type PDFRef,
} from "pdf-lib";
import { type Bytes, joinBytes } from "../../model/bytes.ts";
import type { PageText, QuarterTurns } from "../../model/page.ts";
import { exhibitArea } from "../page/paper.ts";
import { type Frame, type Matrix, multiply, type Placement, place } from "../page/placement.ts";
import { drawPicture } from "../page/sheet.ts";
import { tagUnder } from "../page/tag.ts";
import { appearancesOf } from "./annotations.ts";
import { type Copier, type FontStandIn, newCopier } from "./copier.ts";
import { hiddenLayers } from "./hidden-layers.ts";
import { drawHiddenWords } from "./hidden-words.ts";
import type { MadeSheet } from "./made-sheet.ts";
import { openPdf, pagesOf, type SourcePage } from "./source-pdf.ts";
import { filterNames, rawBytes } from "./stream-bytes.ts";

interface PdfPart {
  readonly bytes: Bytes;
  readonly pages: readonly PageText[];
  /** the exhibit's page number before this file's first */
  readonly pagesBefore: number;
  readonly standIn: FontStandIn;
  /** layers switched off are added here, for the pack's catalogue */
  readonly hiddenLayers: PDFRef[];
}

/**
 * Copies a PDF's pages into the pack, each as one form: as they are, never rendered anew.
 * @throws {Problem} `pdf-password`, `file-damaged`
 */
export async function pdfSheets(target: PDFDocument, part: PdfPart): Promise<readonly MadeSheet[]> {
  const source = await openPdf(part.bytes);
  const copier = newCopier(source.context, target.context, part.standIn);
  const sheets = pagesOf(source).map((page, position) => {
    return pageSheet(page, { copier, text: part.pages[position], sourcePage: part.pagesBefore + position + 1 });
  });
  part.hiddenLayers.push(...hiddenLayers(source, copier));
  return sheets;
}

interface PageCopy {
  readonly copier: Copier;
  readonly text: PageText | undefined;
  readonly sourcePage: number;
}

function pageSheet(page: SourcePage, { copier, text, sourcePage }: PageCopy): MadeSheet {
  const placement = place(turned(page.frame, text?.quarterTurns ?? 0), exhibitArea);
  const form = pageForm(page, copier);
  const over = appearancesOf(page, copier);
  const words = text?.words ?? [];
  const read = text?.source === "ocr" ? words : [];
  return {
    sourcePage,
    words: words.map((word) => word.text),
    draw: (sheet, parent, alt) => {
      const picture = text === undefined || read.length > 0 || words.length === 0;
      const tag = picture ? tagUnder(parent, "Figure", { alt }) : tagUnder(parent, "P");
      drawPicture(sheet, form, placement.source, tag);
      for (const { form: appearance, matrix } of over) {
        drawPicture(sheet, appearance, onSheet(matrix, placement), tag);
      }
      if (read.length > 0) drawHiddenWords(sheet, read, placement, tagUnder(parent, "P"));
    },
  };
}

/** A scan that was put in sideways is shown upright. */
function turned(frame: Frame, turns: QuarterTurns): Frame {
  const angles = [0, 90, 180, 270] as const;
  return { ...frame, rotate: angles[(frame.rotate / 90 + turns) % 4] ?? 0 };
}

function onSheet(matrix: Matrix, placement: Placement): Matrix {
  return multiply(matrix, placement.source);
}

function pageForm(page: SourcePage, copier: Copier): PDFRef {
  const { box } = page.frame;
  const group = page.dict.lookup(PDFName.of("Group"));
  const dict = copier.target.obj({
    Type: "XObject",
    Subtype: "Form",
    FormType: 1,
    BBox: [box.left, box.bottom, box.right, box.top],
    Resources: copier.copyResources(page.resources),
  });
  if (group !== undefined) dict.set(PDFName.of("Group"), copier.copy(group));
  return copier.target.register(contentStream(page.dict, dict, copier));
}

/** The page's content as one stream: untouched where it is one already, joined where it is several. */
function contentStream(page: PDFDict, dict: PDFDict, copier: Copier): PDFRawStream {
  const contents = page.lookup(PDFName.of("Contents"));
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((ref) => copier.source.lookup(ref)) : [contents];
  const raw = streams.filter((stream) => stream instanceof PDFRawStream);
  const [only] = raw;
  if (raw.length === 1 && only !== undefined && filterNames(only.dict).every((name) => plainFilters.has(name))) {
    for (const key of ["Filter", "DecodeParms"]) {
      const value = only.dict.get(PDFName.of(key));
      if (value !== undefined) dict.set(PDFName.of(key), copier.copy(value));
    }
    return PDFRawStream.of(dict, rawBytes(only));
  }
  const decoded = raw.map((stream) => decodePDFRawStream(stream).decode());
  const joined = copier.target.flateStream(joinBytes(decoded.flatMap((part) => [part, lineFeed])));
  dict.set(PDFName.of("Filter"), PDFName.of("FlateDecode"));
  return PDFRawStream.of(dict, joined.contents);
}

/** Keeps the last word of one stream apart from the first of the next. */
const lineFeed = Uint8Array.of(10);

const plainFilters = new Set(["FlateDecode", "LZWDecode", "ASCII85Decode", "ASCIIHexDecode", "RunLengthDecode"]);

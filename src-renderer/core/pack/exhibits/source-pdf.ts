import { EncryptedPDFError, PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFObject } from "pdf-lib";
import type { Bytes } from "../../model/bytes.ts";
import { Problem } from "../../problems.ts";
import type { Edges, Frame } from "../page/placement.ts";

/** A page of a PDF that is being copied, with what it inherits from the page tree. */
export interface SourcePage {
  readonly dict: PDFDict;
  readonly resources: PDFDict | undefined;
  readonly frame: Frame;
}

/** Most pages one file may bring: far above any real exhibit, far below what would stop the computer. */
export const mostPages = 5000;

/**
 * Opens a PDF; one that is only locked against changes is opened with the empty password.
 * @throws {Problem} `pdf-password` where it needs one, `file-damaged` where it isn't a PDF that can be opened
 */
export async function openPdf(bytes: Bytes): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { password: "", updateMetadata: false, parseSpeed: 2000 });
  } catch (cause) {
    if (saysPassword(cause)) throw new Problem("pdf-password", "", { cause });
    throw new Problem("file-damaged", "", { cause });
  }
}

function saysPassword(cause: unknown): boolean {
  return cause instanceof EncryptedPDFError || (cause instanceof Error && /password/i.test(cause.message));
}

/**
 * The pages in order. Loops in the page tree, pages that aren't there and counts that lie do no harm.
 * @throws {Problem} `file-damaged` where there is no page at all, `file-too-large` beyond 5,000
 */
export function pagesOf(document: PDFDocument): readonly SourcePage[] {
  const root = document.catalog instanceof PDFDict ? document.catalog.lookup(PDFName.of("Pages")) : undefined;
  const pages: SourcePage[] = [];
  const seenTrees = new Set<PDFDict>();
  const waiting: Node[] = root instanceof PDFDict ? [{ dict: root, inherited: new Map() }] : [];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const inherited = inherit(node);
    const kids = node.dict.lookup(PDFName.of("Kids"));
    if (kids instanceof PDFArray) {
      if (seenTrees.has(node.dict)) continue;
      seenTrees.add(node.dict);
      for (let position = kids.size() - 1; position >= 0; position--) {
        const kid = kids.lookup(position);
        if (kid instanceof PDFDict) waiting.push({ dict: kid, inherited });
      }
    } else if (looksLikePage(node.dict)) pages.push(pageOf(node.dict, inherited));
    if (pages.length > mostPages) throw new Problem("file-too-large", "too many pages");
  }
  if (pages.length === 0) throw new Problem("file-damaged", "no pages");
  return pages;
}

function looksLikePage(dict: PDFDict): boolean {
  const type = dict.lookup(PDFName.of("Type"));
  if (type instanceof PDFName) return type.decodeText() === "Page" || dict.has(PDFName.of("Contents"));
  return dict.has(PDFName.of("Contents")) || dict.has(PDFName.of("MediaBox"));
}

interface Node {
  readonly dict: PDFDict;
  readonly inherited: ReadonlyMap<string, PDFObject>;
}

const inheritable = ["Resources", "MediaBox", "CropBox", "Rotate"];

function inherit({ dict, inherited }: Node): ReadonlyMap<string, PDFObject> {
  const own = inheritable.flatMap((key) => {
    const value = dict.lookup(PDFName.of(key));
    return value === undefined ? [] : [[key, value] as const];
  });
  return new Map([...inherited, ...own]);
}

function pageOf(dict: PDFDict, inherited: ReadonlyMap<string, PDFObject>): SourcePage {
  const resources = inherited.get("Resources");
  const unit = dict.lookup(PDFName.of("UserUnit"));
  return {
    dict,
    resources: resources instanceof PDFDict ? resources : undefined,
    frame: {
      box: shownBox(inherited.get("MediaBox"), inherited.get("CropBox")),
      rotate: quarterTurns(inherited.get("Rotate")),
      unit: unit instanceof PDFNumber && unit.asNumber() > 0 ? unit.asNumber() : 1,
    },
  };
}

/** The crop box within the media box; US letter where a page has no box of any size, as viewers take it. */
function shownBox(media: PDFObject | undefined, crop: PDFObject | undefined): Edges {
  const whole = edges(media) ?? { left: 0, bottom: 0, right: 612, top: 792 };
  const wanted = edges(crop);
  if (wanted === null) return whole;
  const both = {
    left: Math.max(whole.left, wanted.left),
    bottom: Math.max(whole.bottom, wanted.bottom),
    right: Math.min(whole.right, wanted.right),
    top: Math.min(whole.top, wanted.top),
  };
  return both.right - both.left > 0.5 && both.top - both.bottom > 0.5 ? both : whole;
}

/** A rectangle's edges, whichever corners it names; null where it isn't one. */
export function edges(value: PDFObject | undefined): Edges | null {
  if (!(value instanceof PDFArray) || value.size() < 4) return null;
  const [a = 0, b = 0, c = 0, d = 0] = [0, 1, 2, 3].map((position) => {
    const entry = value.lookup(position);
    return entry instanceof PDFNumber ? entry.asNumber() : Number.NaN;
  });
  const box = { left: Math.min(a, c), bottom: Math.min(b, d), right: Math.max(a, c), top: Math.max(b, d) };
  const sound = Object.values(box).every((edge) => Number.isFinite(edge) && Math.abs(edge) < 1e7);
  return sound && box.right - box.left > 0.01 && box.top - box.bottom > 0.01 ? box : null;
}

function quarterTurns(value: PDFObject | undefined): Frame["rotate"] {
  const degrees = value instanceof PDFNumber ? value.asNumber() : 0;
  const turned = (((Math.round(degrees / 90) * 90) % 360) + 360) % 360;
  return turned === 90 || turned === 180 || turned === 270 ? turned : 0;
}

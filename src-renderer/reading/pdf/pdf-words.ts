import type { PDFPageProxy } from "pdfjs-dist";
import type { Box, PageWord } from "#core/model/page.ts";
import { splitWords, type TextRun } from "./split-words.ts";

/** The words of a PDF page's own text, in its own order, with boxes on the upright page. */
export async function pdfWords(page: PDFPageProxy): Promise<readonly PageWord[]> {
  const content = await page.getTextContent();
  const view = page.getViewport({ scale: 1 });
  const runs = content.items.filter((item): item is typeof item & TextRun => "str" in item);
  return splitWords(runs)
    .map(({ text, corners }) => ({ text, box: boxOnPage(corners, view), certainty: 1 }))
    .filter(({ box }) => onPage(box));
}

interface View {
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
}

/** Corners in the PDF's space, through the page's turning, cropping and unit, to fractions of the upright page. */
function boxOnPage(corners: readonly (readonly [number, number])[], view: View): Box {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view.transform;
  const across = corners.map(([x, y]) => (a * x + c * y + e) / view.width);
  const down = corners.map(([x, y]) => (b * x + d * y + f) / view.height);
  const left = Math.min(...across);
  const top = Math.min(...down);
  return { left, top, width: Math.max(...across) - left, height: Math.max(...down) - top };
}

/** Text whose middle lies outside the page's visible part is not on the page. */
function onPage({ left, top, width, height }: Box): boolean {
  const x = left + width / 2;
  const y = top + height / 2;
  return x >= 0 && x <= 1 && y >= 0 && y <= 1;
}

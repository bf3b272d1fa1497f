/**
 * Where something stands on a page: left, top, width and height as fractions (0–1) of the upright page,
 * from its top left corner. Fractions, so that one box fits the PDF page, the scan and the screen alike.
 */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A word as it stands on a page. `certainty` is 0–1: 1 for a PDF's own text, the engine's own figure for OCR. */
export interface PageWord {
  readonly text: string;
  readonly box: Box;
  readonly certainty: number;
}

/** A page's number, shape and where its words came from. */
export interface PageShape {
  /** from 1 */
  readonly number: number;
  /** Size of the upright page; PDF points for PDFs, pixels for images. Only the ratio matters. */
  readonly width: number;
  readonly height: number;
  readonly source: "layer" | "ocr" | "typed";
  /**
   * Clockwise quarter turns that bring the page's picture upright, on top of what its file says of itself. Size and
   * boxes are the upright page's. Missing, as in pages kept before this was known: none.
   */
  readonly quarterTurns?: QuarterTurns;
  /** What the page says it is, "Page 2 of 3". Missing, as in pages kept before this was read: it says nothing. */
  readonly printed?: PrintedNumber;
}

/** A page's number as it is printed on it. */
export interface PrintedNumber {
  /** from 1 */
  readonly number: number;
  /** null where no total is printed */
  readonly of: number | null;
}

export type QuarterTurns = 0 | 1 | 2 | 3;

/** What was read on one page, before anybody asks what it means. */
export interface PageText extends PageShape {
  /** In reading order where the source gives one. Empty for plain text files, which have `text` only. */
  readonly words: readonly PageWord[];
  /** Set for plain text, where there is no layout to work from; otherwise made from `words`. */
  readonly text: string | null;
}

/** The smallest box around all of them; null for none. */
export function boxAround(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.left + box.width));
  const bottom = Math.max(...boxes.map((box) => box.top + box.height));
  return { left, top, width: right - left, height: bottom - top };
}

/** A page as a picture, upright and free of camera data, ready to be put into a pack. */
export interface PageImage {
  readonly jpeg: Uint8Array<ArrayBuffer>;
  /** pixels */
  readonly width: number;
  readonly height: number;
}

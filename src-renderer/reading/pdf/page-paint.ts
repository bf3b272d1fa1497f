import type { PDFPageProxy } from "pdfjs-dist";

/** What a page is painted with besides text. */
export interface Painted {
  /** how much of the page its largest picture covers, 0–1 */
  readonly imageShare: number;
  /** number of painted shapes */
  readonly curves: number;
}

type Matrix = readonly [number, number, number, number, number, number];

/** Looks through a page's drawing orders for pictures and shapes, without drawing them. */
export async function pagePaint(page: PDFPageProxy, pdfjs: typeof import("pdfjs-dist")): Promise<Painted> {
  const { OPS } = pdfjs;
  const images = new Set<number>([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.paintImageXObjectRepeat,
    OPS.paintImageMaskXObjectRepeat,
    OPS.paintImageMaskXObjectGroup,
    OPS.paintInlineImageXObjectGroup,
  ]);
  const { fnArray, argsArray } = await page.getOperatorList();
  const view = page.getViewport({ scale: 1 });
  const pageArea = (view.width * view.height) / page.userUnit ** 2;
  const kept: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let imageShare = 0;
  let curves = 0;
  fnArray.forEach((order, at) => {
    const values: unknown = argsArray[at];
    if (order === OPS.save) kept.push(matrix);
    else if (order === OPS.restore) matrix = kept.pop() ?? matrix;
    else if (order === OPS.paintFormXObjectBegin) {
      kept.push(matrix);
      matrix = times(matrix, matrixIn(Array.isArray(values) ? values[0] : null));
    } else if (order === OPS.paintFormXObjectEnd) matrix = kept.pop() ?? matrix;
    else if (order === OPS.transform) matrix = times(matrix, matrixIn(values));
    else if (images.has(order)) imageShare = Math.max(imageShare, share(matrix, pageArea));
    else if (order === OPS.constructPath) curves += 1;
  });
  return { imageShare, curves };
}

/** A picture fills the unit square of its space. */
function share([a, b, c, d]: Matrix, pageArea: number): number {
  return pageArea > 0 ? Math.min(1, Math.abs(a * d - b * c) / pageArea) : 0;
}

function matrixIn(values: unknown): Matrix {
  const numbers = (Array.isArray(values) || ArrayBuffer.isView(values) ? [...Object.values(values)] : []).map(Number);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers;
  return [a, b, c, d, e, f];
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

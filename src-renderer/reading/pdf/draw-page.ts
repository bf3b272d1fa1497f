import type { PDFPageProxy, RenderTask } from "pdfjs-dist";
import type { QuarterTurns } from "#core/model/page.ts";
import type { Raster, ReadingPlatform } from "../platform.ts";

/** 300 dots an inch: what print is scanned at, and what OCR reads best. */
const dotsPerPoint = 300 / 72;

/** However large a page says it is, its picture stays within these. */
const most = { longSide: 3500, pixels: 12_000_000 } as const;

export interface DrawOptions {
  /** pixels across; 300 dpi unless told, and always within the bounds */
  readonly width?: number;
  /** clockwise, on top of the page's own turning; `width` is the turned page's */
  readonly quarterTurns?: QuarterTurns;
  /** "read" shows what is printed, and goes on while the window is hidden; "show" is for the screen */
  readonly purpose: "read" | "show";
  readonly signal?: AbortSignal | undefined;
}

/** Draws a PDF page upright on white. @throws whatever pdf.js makes of a damaged page */
export async function drawPage(page: PDFPageProxy, platform: ReadingPlatform, options: DrawOptions): Promise<Raster> {
  const rotation = (page.rotate + 90 * (options.quarterTurns ?? 0)) % 360;
  const natural = page.getViewport({ scale: 1, rotation });
  const wanted = options.width === undefined ? dotsPerPoint : options.width / natural.width;
  const viewport = page.getViewport({ scale: boundedScale(natural, wanted), rotation });
  const canvas = platform.canvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  try {
    const task = page.render({
      // pdf.js names the window's own canvas types; a platform's canvas does the same work.
      canvas: canvas.canvas as HTMLCanvasElement,
      canvasContext: canvas.context as CanvasRenderingContext2D,
      viewport,
      // Drawing for the screen waits for frames, which a hidden window never gets.
      intent: options.purpose === "read" ? "print" : "display",
    });
    await finished(task, options.signal);
    return canvas.raster();
  } finally {
    canvas.release();
  }
}

export function boundedScale({ width, height }: { width: number; height: number }, wanted: number): number {
  return Math.min(wanted, most.longSide / Math.max(width, height), Math.sqrt(most.pixels / (width * height)));
}

async function finished(task: RenderTask, signal: AbortSignal | undefined): Promise<void> {
  const cancel = () => task.cancel();
  signal?.addEventListener("abort", cancel, { once: true });
  try {
    await task.promise;
  } finally {
    signal?.removeEventListener("abort", cancel);
  }
}

import type { PDFWorker } from "pdfjs-dist";
import type { Bytes } from "#core/model/bytes.ts";
import type { PageWord } from "#core/model/page.ts";
import type { Projection } from "./clean-up/projection.ts";
import type { TypedLetter } from "./typed-letter.ts";

/** Pixels of one page: RGBA, 8 bits each, row by row from the top left. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** Shades of one page: a byte a pixel, 0 is black, row by row from the top left. What OCR is given. */
export interface GreyRaster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** What OCR gave for one picture; boxes are fractions of it. */
export interface Recognised {
  readonly words: readonly PageWord[];
  /** 0–1, the engine's own mean */
  readonly certainty: number;
}

/** Takes pictures of pages to words. Its workers start when first needed and stay warm until `close`. */
export interface Recogniser {
  /** how many pictures are worked on at once; more wait their turn */
  readonly workers: number;
  /** @throws the signal's reason when stopped; the worker that was at it is ended */
  recognise(page: GreyRaster, signal?: AbortSignal): Promise<Recognised>;
  close(): Promise<void>;
}

/** A page ready for OCR. */
export interface CleanPage {
  readonly page: GreyRaster;
  /** Fractions of the clean page to fractions of the picture it was made from. */
  readonly toPicture: Projection;
  /** how many letters were seen to stand in lines, before anything is read: 0–100 */
  readonly linedUp: number;
}

/** How many pages a TIFF has, and whether it is cut off before others. */
export interface TiffPages {
  readonly count: number;
  readonly cutShort: boolean;
}

/**
 * Long work on pixels and on formats that only JavaScript or wasm decodes: done away from the window's own thread,
 * and ended with the signal whatever it is at.
 */
export interface PixelWork {
  /** The picture made flat, level, evenly lit. Its pixels may be taken away: it can't be used afterwards. */
  clean(picture: Raster, signal?: AbortSignal): Promise<CleanPage>;
  /** The picture made smaller, on white. Its pixels may be taken away: it can't be used afterwards. */
  scaleDown(picture: Raster, size: { width: number; height: number }, signal?: AbortSignal): Promise<Raster>;
  /** @throws {Problem} `file-damaged`, `image-too-large` */
  tiffPages(bytes: Bytes, signal?: AbortSignal): Promise<TiffPages>;
  /** @param at from 0 @returns upright, on white @throws {Problem} `file-damaged` */
  tiffPage(bytes: Bytes, at: number, signal?: AbortSignal): Promise<Raster>;
  /** A HEIC file's main picture, upright, on white. @throws {Problem} `file-damaged`, `image-too-large` */
  heicPage(bytes: Bytes, signal?: AbortSignal): Promise<Raster>;
  /** The words of an e-mail or a Word file. @throws {Problem} `file-damaged` */
  typedLetter(bytes: Bytes, type: "email" | "docx", signal?: AbortSignal): Promise<TypedLetter>;
}

/** A pdf.js worker of its own for one document: ended with it, so that no hostile file outlives its limit. */
export interface PdfWorkerHandle {
  readonly worker: PDFWorker;
  close(): void;
}

/**
 * What reading needs of the place it runs in: the window (workers, OffscreenCanvas) or Node (a native canvas).
 * Everything else is the same code.
 */
export interface ReadingPlatform {
  readonly pdfjs: () => Promise<typeof import("pdfjs-dist")>;
  readonly pdfWorker: () => Promise<PdfWorkerHandle>;
  /** Options for pdf.js's getDocument that differ by place (fonts, wasm, character maps, canvas). */
  readonly pdfOptions: Readonly<Record<string, unknown>>;
  /** A white canvas for pdf.js to draw a page on, and its pixels afterwards. */
  readonly canvas: (width: number, height: number) => PageCanvas;
  /**
   * Decodes JPEG, PNG, GIF (first frame) or WebP, scaled down to `size`, on white. The bytes say no orientation
   * by the time they come here. @throws if they can't be decoded
   */
  readonly decode: (bytes: Bytes, mime: string, size: { width: number; height: number }) => Promise<Raster>;
  /** @param quality 0–1 */
  readonly encodeJpeg: (page: Raster, quality: number) => Promise<Bytes>;
  readonly pixels: PixelWork;
  /** The one recogniser of this place, started when first asked for. */
  readonly recogniser: () => Promise<Recogniser>;
  /** Ends the workers that are kept warm. Nothing more is to be read here. */
  readonly close: () => Promise<void>;
}

export interface PageCanvas {
  /** what pdf.js draws on */
  readonly canvas: unknown;
  readonly context: unknown;
  raster(): Raster;
  release(): void;
}

import type { Bytes } from "#core/model/bytes.ts";
import type { PageWord } from "#core/model/page.ts";

/** Pixels of one page: RGBA, 8 bits each, row by row from the top left. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** What OCR gave for one picture; boxes are fractions of it. */
export interface Recognised {
  readonly words: readonly PageWord[];
  /** 0–1, the engine's own mean */
  readonly certainty: number;
}

/** Takes pictures of pages to words. One per core; `close` ends the workers. */
export interface Recogniser {
  recognise(page: Raster, signal?: AbortSignal): Promise<Recognised>;
  close(): Promise<void>;
}

/**
 * What reading needs of the place it runs in: the window (workers, OffscreenCanvas) or Node (a native canvas).
 * Everything else is the same code.
 */
export interface ReadingPlatform {
  /** pdf.js, set up with its worker, fonts and character maps. */
  readonly pdfjs: () => Promise<typeof import("pdfjs-dist")>;
  /** Options for pdf.js's getDocument that differ by place (fonts, wasm, character maps, canvas). */
  readonly pdfOptions: Readonly<Record<string, unknown>>;
  /** A canvas for pdf.js to draw a page on, and its pixels afterwards. */
  readonly canvas: (width: number, height: number) => PageCanvas;
  /** Decodes JPEG, PNG, GIF or WebP; EXIF orientation is NOT applied. @throws if the bytes can't be decoded */
  readonly decode: (bytes: Bytes, mime: string) => Promise<Raster>;
  readonly encodeJpeg: (page: Raster, quality: number) => Promise<Bytes>;
  /** libheif's wasm, as a separate file. */
  readonly heif: () => Promise<unknown>;
  readonly recogniser: () => Promise<Recogniser>;
}

export interface PageCanvas {
  readonly canvas: unknown;
  readonly context: unknown;
  raster(): Raster;
  release(): void;
}

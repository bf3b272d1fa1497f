import "./older-chromium.ts";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";
import { type PixelAnswer, type PixelThread, pixelWork } from "./pixel-jobs.ts";
import type { PdfWorkerHandle, Raster, ReadingPlatform, Recogniser } from "./platform.ts";
import { createRecogniser, type OcrWorker, quietly } from "./recogniser.ts";

/**
 * Reading in the window: OffscreenCanvas, the browser's own picture decoders, pdf.js and OCR in workers. Everything is
 * loaded from the folder that the window itself came from (`src-main/launch/shipped-files.ts` puts it there).
 *
 * Once it is closed, as at lock, whoever still works on a page finds no worker any more: `reading-stopped`.
 */
export function windowPlatform(): ReadingPlatform {
  let recogniser: Recogniser | null = null;
  let pixels: ReturnType<typeof pixelWork> | null = null;
  let isClosed = false;
  const unlessClosed = () => {
    if (isClosed) throw new Problem("reading-stopped");
  };
  const cores = Math.max(1, navigator.hardwareConcurrency);
  return {
    pdfjs,
    async pdfWorker() {
      unlessClosed();
      return pdfWorker();
    },
    pdfOptions: {
      cMapUrl: shipped("/pdfjs/cmaps/"),
      standardFontDataUrl: shipped("/pdfjs/standard_fonts/"),
      wasmUrl: shipped("/pdfjs/wasm/"),
      iccUrl: shipped("/pdfjs/iccs/"),
      // The worker may fetch from its own origin itself; a custom scheme counts as one only if said so.
      useWorkerFetch: true,
      useSystemFonts: false,
    },
    canvas: pageCanvas,
    decode,
    encodeJpeg,
    get pixels() {
      unlessClosed();
      pixels ??= pixelWork(Math.min(2, cores), startPixelThread);
      return pixels;
    },
    async recogniser() {
      unlessClosed();
      recogniser ??= createRecogniser(cores, startOcr);
      return recogniser;
    },
    async close() {
      isClosed = true;
      await Promise.all([recogniser, pixels].map((one) => one?.close()));
    },
  };
}

/** An address beside the window's own page: never another origin. */
function shipped(path: string): string {
  return new URL(path, location.href).href;
}

const pdfjs = () => import("pdfjs-dist/legacy/build/pdf.mjs");

async function pdfWorker(): Promise<PdfWorkerHandle> {
  const { PDFWorker } = await pdfjs();
  const port = new Worker(new URL("./pdf.worker.ts", import.meta.url), { type: "module", name: "folio-pdf" });
  return { worker: PDFWorker.create({ port }), close: () => port.terminate() };
}

function pageCanvas(width: number, height: number) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("this window can't draw");
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  return {
    canvas,
    context,
    raster: (): Raster => ({ width, height, data: context.getImageData(0, 0, width, height).data }),
    release() {
      canvas.width = 1;
      canvas.height = 1;
    },
  };
}

async function decode(bytes: Bytes, mime: string, size: { width: number; height: number }): Promise<Raster> {
  const bitmap = await createImageBitmap(new Blob([bytes], { type: mime }));
  const page = pageCanvas(size.width, size.height);
  try {
    page.context.imageSmoothingQuality = "high";
    page.context.drawImage(bitmap, 0, 0, size.width, size.height);
    return page.raster();
  } finally {
    bitmap.close();
    page.release();
  }
}

async function encodeJpeg({ width, height, data }: Raster, quality: number): Promise<Bytes> {
  const page = pageCanvas(width, height);
  try {
    page.context.putImageData(new ImageData(data, width, height), 0, 0);
    const blob = await page.canvas.convertToBlob({ type: "image/jpeg", quality });
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    page.release();
  }
}

async function startPixelThread(): Promise<PixelThread> {
  const worker = new Worker(new URL("./pixel.worker.ts", import.meta.url), { type: "module", name: "folio-pixels" });
  return {
    ask: (job, transfer) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<PixelAnswer>) => resolve(data);
        worker.onerror = () => reject(new Error("the pixel worker failed"));
        worker.postMessage(job, transfer);
      }),
    terminate: () => worker.terminate(),
  };
}

async function startOcr(): Promise<OcrWorker> {
  const { default: tesseract } = await import("tesseract.js");
  const worker = await tesseract.createWorker("eng", tesseract.OEM.LSTM_ONLY, {
    workerPath: shipped("/ocr/worker.min.js"),
    corePath: shipped("/ocr/core"),
    langPath: shipped("/ocr/lang"),
    gzip: true,
    cacheMethod: "none",
    workerBlobURL: false,
    // Without one, tesseract.js throws where nobody can catch it.
    errorHandler: () => {},
  });
  await worker.setParameters(quietly);
  return {
    recognize: (image, options, output) => worker.recognize(new Blob([image]), options, output),
    terminate: () => worker.terminate(),
  };
}

import type { Bytes } from "#core/model/bytes.ts";
import type { HeifModule, PdfWorkerHandle, Raster, ReadingPlatform, Recogniser } from "./platform.ts";
import { createRecogniser, type OcrWorker } from "./recogniser.ts";

/**
 * Reading in the window: OffscreenCanvas, the browser's own picture decoders, pdf.js and OCR in workers. Everything is
 * loaded from the folder that the window itself came from (`src-main/launch/shipped-files.ts` puts it there).
 */
export function windowPlatform(): ReadingPlatform {
  let recogniser: Recogniser | null = null;
  let heif: Promise<HeifModule> | null = null;
  return {
    pdfjs,
    pdfWorker,
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
    heif() {
      heif ??= loadHeif();
      return heif;
    },
    async recogniser() {
      recogniser ??= createRecogniser(Math.max(1, navigator.hardwareConcurrency), startOcr);
      return recogniser;
    },
    async close() {
      const ending = recogniser;
      recogniser = null;
      await ending?.close();
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

/** The wasm file is fetched by itself, so that anybody may put another build of libheif in its place (LGPL). */
async function loadHeif(): Promise<HeifModule> {
  const [{ default: make }, answer] = await Promise.all([
    import("libheif-js/libheif-wasm/libheif.js"),
    fetch(shipped("/heif/libheif.wasm")),
  ]);
  if (!answer.ok) throw new Error("libheif.wasm is not beside the window");
  const made: unknown = make({ wasmBinary: new Uint8Array(await answer.arrayBuffer()) });
  if (!isHeif(made)) throw new Error("libheif.js is not the build that is known here");
  return made;
}

function isHeif(made: unknown): made is HeifModule {
  return typeof made === "object" && made !== null && "HeifDecoder" in made;
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
  return {
    recognize: (image, options, output) => worker.recognize(new Blob([image]), options, output),
    terminate: () => worker.terminate(),
  };
}

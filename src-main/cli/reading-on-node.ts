import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { MessageChannel, Worker } from "node:worker_threads";
import { createCanvas, ImageData, loadImage } from "@napi-rs/canvas";
import type { Bytes } from "#core/model/bytes.ts";
import { type PixelThread, pixelWork } from "../../src-renderer/reading/pixel-jobs.ts";
import type { PdfWorkerHandle, Raster, ReadingPlatform, Recogniser } from "../../src-renderer/reading/platform.ts";
import { createRecogniser, type OcrWorker, quietly } from "../../src-renderer/reading/recogniser.ts";

/** Packages are found from here, wherever the command is called from. */
const require = createRequire(import.meta.url);

/** Reading on Node: a native canvas, pdf.js and OCR in worker threads, everything from the project's own packages. */
export function nodePlatform(): ReadingPlatform {
  let recogniser: Recogniser | null = null;
  let pixels: ReturnType<typeof pixelWork> | null = null;
  const pdfFolder = dirname(require.resolve("pdfjs-dist/package.json"));
  return {
    pdfjs,
    pdfWorker,
    pdfOptions: {
      cMapUrl: `${join(pdfFolder, "cmaps")}/`,
      standardFontDataUrl: `${join(pdfFolder, "standard_fonts")}/`,
      wasmUrl: `${join(pdfFolder, "wasm")}/`,
      iccUrl: `${join(pdfFolder, "iccs")}/`,
      useSystemFonts: false,
    },
    canvas: pageCanvas,
    decode,
    encodeJpeg,
    get pixels() {
      pixels ??= pixelWork(Math.min(2, availableParallelism()), startPixelThread);
      return pixels;
    },
    async recogniser() {
      recogniser ??= createRecogniser(availableParallelism(), startOcr);
      return recogniser;
    },
    async close() {
      const ending = [recogniser, pixels];
      recogniser = null;
      pixels = null;
      await Promise.all(ending.map((one) => one?.close()));
    },
  };
}

const pdfjs = () => import("pdfjs-dist/legacy/build/pdf.mjs");

/** pdf.js has no worker of its own on Node: its worker code is run in a thread, which can be ended. */
async function pdfWorker(): Promise<PdfWorkerHandle> {
  const { PDFWorker } = await pdfjs();
  const module = pathToFileURL(require.resolve("pdfjs-dist/legacy/build/pdf.worker.mjs")).href;
  const { port1, port2 } = new MessageChannel();
  const thread = new Worker(new URL("./pdf-thread.ts", import.meta.url), {
    workerData: { module, port: port2 },
    transferList: [port2],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  });
  // A crash in there (memory, a bug) shows as a document that never answers: the limit ends that.
  thread.on("error", () => port1.close());
  const worker = PDFWorker.create({ port: port1 });
  return {
    worker,
    close() {
      port1.close();
      void thread.terminate();
    },
  };
}

function pageCanvas(width: number, height: number) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  return {
    canvas,
    context,
    raster: (): Raster => ({
      width,
      height,
      data: new Uint8ClampedArray(context.getImageData(0, 0, width, height).data),
    }),
    release() {
      canvas.width = 1;
      canvas.height = 1;
    },
  };
}

async function decode(bytes: Bytes, _mime: string, size: { width: number; height: number }): Promise<Raster> {
  const image = await loadImage(bytes);
  const page = pageCanvas(size.width, size.height);
  try {
    page.context.imageSmoothingQuality = "high";
    page.context.drawImage(image, 0, 0, size.width, size.height);
    return page.raster();
  } finally {
    page.release();
  }
}

async function encodeJpeg({ width, height, data }: Raster, quality: number): Promise<Bytes> {
  const canvas = createCanvas(width, height);
  canvas.getContext("2d").putImageData(new ImageData(data, width, height), 0, 0);
  return new Uint8Array(await canvas.encode("jpeg", Math.round(quality * 100)));
}

async function startPixelThread(): Promise<PixelThread> {
  // libheif writes to standard output, which is for results: the thread's own is read and dropped.
  const thread = new Worker(new URL("./pixel-thread.ts", import.meta.url), { stdout: true, stderr: true });
  thread.stdout.resume();
  thread.stderr.resume();
  return {
    ask: (job, transfer) =>
      new Promise((resolve, reject) => {
        thread.removeAllListeners();
        thread.once("message", resolve);
        thread.once("error", reject);
        thread.postMessage(job, transfer);
      }),
    terminate: () => thread.terminate(),
  };
}

async function startOcr(): Promise<OcrWorker> {
  const { default: tesseract } = await import("tesseract.js");
  const worker = await tesseract.createWorker("eng", tesseract.OEM.LSTM_ONLY, {
    langPath: join(dirname(require.resolve("@tesseract.js-data/eng/package.json")), "4.0.0_best_int"),
    gzip: true,
    cacheMethod: "none",
    // Without one, tesseract.js throws where nobody can catch it.
    errorHandler: () => {},
  });
  await worker.setParameters(quietly);
  return worker;
}

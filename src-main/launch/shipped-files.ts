import { cpSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/**
 * What the window loads besides its own code, from the folder it is served from and never from a network:
 * the OCR engine and its language data, pdf.js's fonts and decoders, the typeface, the sample case, licences.
 */
const shipped: readonly (readonly [from: string, to: string])[] = [
  ["node_modules/tesseract.js/dist/worker.min.js", "ocr/worker.min.js"],
  ["node_modules/tesseract.js-core/tesseract-core-lstm.wasm.js", "ocr/core/tesseract-core-lstm.wasm.js"],
  ["node_modules/tesseract.js-core/tesseract-core-simd-lstm.wasm.js", "ocr/core/tesseract-core-simd-lstm.wasm.js"],
  [
    "node_modules/tesseract.js-core/tesseract-core-relaxedsimd-lstm.wasm.js",
    "ocr/core/tesseract-core-relaxedsimd-lstm.wasm.js",
  ],
  ["node_modules/@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz", "ocr/lang/eng.traineddata.gz"],
  ["node_modules/pdfjs-dist/cmaps", "pdfjs/cmaps"],
  ["node_modules/pdfjs-dist/standard_fonts", "pdfjs/standard_fonts"],
  ["node_modules/pdfjs-dist/wasm", "pdfjs/wasm"],
  ["node_modules/pdfjs-dist/iccs", "pdfjs/iccs"],
  ["node_modules/libheif-js/libheif-wasm/libheif.wasm", "heif/libheif.wasm"],
  ["resources/fonts", "fonts"],
  ["resources/sample-case", "sample-case"],
  ["resources/licences", "licences"],
];

/** Copies them beside the built window. A missing one fails the build, never the user. */
export function shippedFiles(outDir = "out/renderer") {
  return {
    name: "folio-shipped-files",
    apply: "build" as const,
    closeBundle() {
      for (const [from, to] of shipped) {
        const target = resolve(outDir, to);
        if (!existsSync(from)) throw new Error(`cannot ship ${from}: it is not there`);
        mkdirSync(dirname(target), { recursive: true });
        cpSync(from, join(target), { recursive: true });
      }
    },
  };
}

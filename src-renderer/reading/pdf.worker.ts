/* pdf.js's own worker: a file of ours only so that the bundler makes it one of its outputs. */
import "./older-chromium.ts";
import "./pdf/bounded-bytes.ts";
import "pdfjs-dist/legacy/build/pdf.worker.mjs";

import type { PDFPageProxy } from "pdfjs-dist";
import type { Bytes } from "#core/model/bytes.ts";
import type { PageText, PageWord } from "#core/model/page.ts";
import { Problem } from "#core/problems.ts";
import { mostPages } from "../bounded-sink.ts";
import { inTurn } from "../in-turn.ts";
import type { Limit } from "../limit.ts";
import { type PageSink, unreadPage } from "../page-sink.ts";
import type { ReadingPlatform } from "../platform.ts";
import type { ReadPage } from "../read-page.ts";
import { readPicture } from "../read-picture.ts";
import { drawPage } from "./draw-page.ts";
import { openPdf } from "./open-pdf.ts";
import { pagePaint } from "./page-paint.ts";
import { pdfWords } from "./pdf-words.ts";
import { needsOcr, weighLayer, wholePageLetters } from "./text-layer.ts";

/**
 * Reads a PDF: each page by its own text where that can be trusted, and off its picture otherwise.
 * @throws {Problem} `pdf-password`, `file-damaged`, and the limit's own
 */
export async function readPdf(bytes: Bytes, platform: ReadingPlatform, limit: Limit, into: PageSink): Promise<void> {
  const sink = neverSilent(into);
  const pdf = await limit.within(openPdf(bytes, platform, limit.signal));
  try {
    if (pdf.count < 1) throw new Problem("file-damaged", "no pages");
    sink.known(pdf.count);
    if (pdf.mended) sink.problem("pdf-page-damaged");
    const recogniser = await platform.recogniser();
    await inTurn(Math.min(pdf.count, mostPages), recogniser.workers, async (at) => {
      const number = at + 1;
      try {
        const page = await limit.within(pdf.page(number));
        sink.add(await limit.within(readPage(page, platform, limit.signal, sink)));
        page.cleanup();
      } catch {
        limit.signal.throwIfAborted();
        sink.problem("pdf-page-damaged");
        sink.add(unreadPage(number));
      }
    });
    sink.end();
  } finally {
    pdf.close();
  }
}

/** A file on which nothing was read says so, whatever pdf.js passed over in it: pictures, contents, whole pages. */
function neverSilent(sink: PageSink): PageSink & { end(): void } {
  let isSilent = true;
  return {
    known: sink.known,
    add(page) {
      if (page.page.words.length > 0) isSilent = false;
      sink.add(page);
    },
    problem(code) {
      isSilent = false;
      sink.problem(code);
    },
    end() {
      if (isSilent) sink.problem("text-not-read");
    },
  };
}

async function readPage(
  page: PDFPageProxy,
  platform: ReadingPlatform,
  signal: AbortSignal,
  sink: PageSink,
): Promise<ReadPage> {
  const { width, height } = page.getViewport({ scale: 1 });
  if (!Number.isFinite(width * height)) throw new Error("a page of no size that can be drawn");
  const words = await pdfWords(page);
  const layer = weighLayer(words);
  if (layer.letters >= wholePageLetters && !layer.junk) return layerPage(page, words);
  const painted = await pagePaint(page, await platform.pdfjs());
  if (!needsOcr(layer, painted)) return layerPage(page, words);
  const seen = await readPicture(await drawPage(page, platform, { purpose: "read", signal }), platform, signal);
  // Another script than ours reads as rubbish: then the page's own text is the better of the two.
  if (layer.letters > 0 && seen.certainty < 0.5) return layerPage(page, words);
  if (seen.words.length === 0 && !seen.blank) sink.problem("text-not-read");
  return { page: pageOf(page, seen.words, "ocr"), level: seen.level };
}

function layerPage(page: PDFPageProxy, words: readonly PageWord[]): ReadPage {
  return { page: pageOf(page, words, "layer"), level: null };
}

function pageOf(page: PDFPageProxy, words: readonly PageWord[], source: "layer" | "ocr"): PageText {
  const { width, height } = page.getViewport({ scale: 1 });
  return { number: page.pageNumber, width, height, source, words, text: null };
}

import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";
import type { ReadingPlatform } from "../platform.ts";

export interface OpenPdf {
  readonly count: number;
  /** @param number from 1 @throws whatever pdf.js makes of a damaged page */
  page(number: number): Promise<PDFPageProxy>;
  /** Ends the document and its worker; the worker is ended even if it hangs. */
  close(): void;
}

/**
 * Opens a PDF in a worker of its own. Nothing in it runs: no scripts, no forms' scripts, no fetching.
 * @throws {Problem} `pdf-password`, `file-damaged`
 */
export async function openPdf(bytes: Bytes, platform: ReadingPlatform, signal?: AbortSignal): Promise<OpenPdf> {
  const pdfjs = await platform.pdfjs();
  const handle = await platform.pdfWorker();
  const task = pdfjs.getDocument({
    ...platform.pdfOptions,
    // pdf.js takes the bytes away to its worker: it is given a copy.
    data: bytes.slice(),
    worker: handle.worker,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: 100_000_000,
    disableAutoFetch: true,
    disableStream: true,
    verbosity: 0,
  });
  const close = () => {
    void task.destroy().catch(() => {});
    handle.close();
  };
  signal?.addEventListener("abort", close, { once: true });
  try {
    return opened(await task.promise, () => {
      signal?.removeEventListener("abort", close);
      close();
    });
  } catch (cause) {
    close();
    const name = cause instanceof Error ? cause.name : "";
    throw new Problem(name === "PasswordException" ? "pdf-password" : "file-damaged", name, { cause });
  }
}

function opened(document: PDFDocumentProxy, close: () => void): OpenPdf {
  return { count: document.numPages, page: (number) => document.getPage(number), close };
}

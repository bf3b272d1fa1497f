import type { PDFPageProxy } from "pdfjs-dist";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";
import type { ReadingPlatform } from "../platform.ts";
import { endsProperly, mendPdf } from "./mend-pdf.ts";

export interface OpenPdf {
  readonly count: number;
  /** the file was cut off: its pages may lack much */
  readonly mended: boolean;
  /** @param number from 1 @throws whatever pdf.js makes of a damaged page */
  page(number: number): Promise<PDFPageProxy>;
  /** Ends the document and its worker; the worker is ended even if it hangs. */
  close(): void;
}

/**
 * Opens a PDF in a worker of its own. Nothing in it runs: no scripts, no forms' scripts, no fetching.
 * One that was cut off is mended as far as its pages arrived.
 * @throws {Problem} `pdf-password`, `file-damaged`
 */
export async function openPdf(bytes: Bytes, platform: ReadingPlatform, signal?: AbortSignal): Promise<OpenPdf> {
  try {
    return await openWhole(bytes, platform, signal, false);
  } catch (problem) {
    const damaged = problem instanceof Problem && problem.code === "file-damaged";
    const mended = damaged && !endsProperly(bytes) ? mendPdf(bytes) : null;
    if (mended === null) throw problem;
    return openWhole(mended, platform, signal, true);
  }
}

async function openWhole(
  bytes: Bytes,
  platform: ReadingPlatform,
  signal: AbortSignal | undefined,
  mended: boolean,
): Promise<OpenPdf> {
  signal?.throwIfAborted();
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
  const end = () => {
    signal?.removeEventListener("abort", end);
    void task.destroy().catch(() => {});
    handle.close();
  };
  signal?.addEventListener("abort", end, { once: true });
  try {
    const document = await task.promise;
    return { count: document.numPages, mended, page: (number) => document.getPage(number), close: end };
  } catch (cause) {
    end();
    const name = cause instanceof Error ? cause.name : "";
    throw new Problem(name === "PasswordException" ? "pdf-password" : "file-damaged", name, { cause });
  }
}

import type { Bytes } from "#core/model/bytes.ts";
import { Problem, type ProblemCode, problemCodes } from "#core/problems.ts";
import { cleanPage } from "./clean-up/clean-page.ts";
import { type HeifModule, heicPage } from "./images/heic.ts";
import type { PixelSize } from "./images/image-file.ts";
import { scaleDown } from "./images/scale.ts";
import { tiffPage, tiffPages } from "./images/tiff.ts";
import type { CleanPage, PixelWork, Raster, TiffPages } from "./platform.ts";
import type { TypedLetter } from "./typed-letter.ts";
import { createPool, type PoolWorker } from "./worker-pool.ts";

/** What is asked of a pixel worker. */
export type PixelJob =
  | { readonly kind: "clean"; readonly picture: Raster }
  | { readonly kind: "scaleDown"; readonly picture: Raster; readonly size: PixelSize }
  | { readonly kind: "tiffPages"; readonly bytes: Bytes }
  | { readonly kind: "tiffPage"; readonly bytes: Bytes; readonly at: number }
  | { readonly kind: "heicPage"; readonly bytes: Bytes }
  | { readonly kind: "typedLetter"; readonly bytes: Bytes; readonly type: "email" | "docx" };

export type PixelResult = CleanPage | Raster | TypedLetter | TiffPages;

/** Errors lose their kind on the way between threads: a problem crosses as its code. */
export type PixelAnswer =
  | { readonly ok: true; readonly result: PixelResult }
  | { readonly ok: false; readonly code: ProblemCode | null; readonly detail: string };

/** Does a job; in a worker. */
export async function answerJob(job: PixelJob, heif: () => Promise<HeifModule>): Promise<PixelAnswer> {
  try {
    return { ok: true, result: await resultOf(job, heif) };
  } catch (cause) {
    const code = cause instanceof Problem ? cause.code : null;
    return { ok: false, code, detail: cause instanceof Error ? cause.message : "unknown" };
  }
}

async function resultOf(job: PixelJob, heif: () => Promise<HeifModule>): Promise<PixelResult> {
  if (job.kind === "clean") return cleanPage(job.picture);
  if (job.kind === "scaleDown") return scaleDown(job.picture, job.size);
  if (job.kind === "tiffPages") return tiffPages(job.bytes);
  if (job.kind === "tiffPage") return tiffPage(job.bytes, job.at);
  if (job.kind === "heicPage") return heicPage(job.bytes, await heif());
  const { readTypedLetter } = await import("./typed-letter.ts");
  return readTypedLetter(job.bytes, job.type);
}

/** The pixels in an answer: given away to the other thread instead of copied. */
export function toTransfer(answer: PixelAnswer): ArrayBuffer[] {
  if (!answer.ok || "pages" in answer.result || "count" in answer.result) return [];
  return ["page" in answer.result ? answer.result.page.data.buffer : answer.result.data.buffer];
}

/** A thread that does one job at a time. */
export interface PixelThread extends PoolWorker {
  /** @param transfer what is given away with the job */
  ask(job: PixelJob, transfer: ArrayBuffer[]): Promise<PixelAnswer>;
}

/** Pixel work over a number of threads. */
export function pixelWork(threads: number, start: () => Promise<PixelThread>): PixelWork & { close(): Promise<void> } {
  const pool = createPool(threads, start);
  const ask = async (job: PixelJob, signal: AbortSignal | undefined, transfer: ArrayBuffer[] = []) => {
    const answer = await pool.use((thread) => thread.ask(job, transfer), signal);
    if (answer.ok) return answer.result;
    throw isCode(answer.code) ? new Problem(answer.code, answer.detail) : new Error(answer.detail);
  };
  return {
    clean: async (picture, signal) => asClean(await ask({ kind: "clean", picture }, signal, [picture.data.buffer])),
    scaleDown: async (picture, size, signal) =>
      asRaster(await ask({ kind: "scaleDown", picture, size }, signal, [picture.data.buffer])),
    tiffPages: async (bytes, signal) => asTiffPages(await ask({ kind: "tiffPages", bytes }, signal)),
    tiffPage: async (bytes, at, signal) => asRaster(await ask({ kind: "tiffPage", bytes, at }, signal)),
    heicPage: async (bytes, signal) => asRaster(await ask({ kind: "heicPage", bytes }, signal)),
    typedLetter: async (bytes, type, signal) => asTyped(await ask({ kind: "typedLetter", bytes, type }, signal)),
    close: () => pool.close(),
  };
}

function isCode(code: ProblemCode | null): code is ProblemCode {
  return code !== null && problemCodes.includes(code);
}

function asClean(result: PixelResult): CleanPage {
  if (!("page" in result)) throw new Error("a clean page was asked for");
  return result;
}

function asRaster(result: PixelResult): Raster {
  if (!("data" in result)) throw new Error("a picture was asked for");
  return result;
}

function asTiffPages(result: PixelResult): TiffPages {
  if (!("count" in result)) throw new Error("a TIFF's pages were asked for");
  return result;
}

function asTyped(result: PixelResult): TypedLetter {
  if (!("pages" in result)) throw new Error("a letter's words were asked for");
  return result;
}

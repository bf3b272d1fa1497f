import type { Bytes } from "#core/model/bytes.ts";
import type { FileType } from "#core/model/exhibit.ts";
import { Problem } from "#core/problems.ts";
import { readImage } from "./images/read-image.ts";
import { startLimit } from "./limit.ts";
import type { PageSink } from "./page-sink.ts";
import { readPdf } from "./pdf/read-pdf.ts";
import type { ReadingPlatform } from "./platform.ts";
import { textPages } from "./text-pages.ts";

export interface FileLimits {
  readonly signal?: AbortSignal | undefined;
  readonly limitMillis: number;
}

/**
 * Reads one file of a known type into the sink. Whatever is wrong with it becomes a problem in the sink.
 * @throws {Problem} `reading-stopped`, when the signal says so
 */
export async function readFile(
  bytes: Bytes,
  type: FileType,
  platform: ReadingPlatform,
  { signal, limitMillis }: FileLimits,
  sink: PageSink,
): Promise<void> {
  const limit = startLimit(limitMillis, signal);
  try {
    limit.signal.throwIfAborted();
    if (type === "pdf") await readPdf(bytes, platform, limit, sink);
    else if (type === "text") readText(bytes, sink);
    else await readImage(bytes, type, platform, limit, sink);
  } catch (cause) {
    const problem = limit.signal.aborted ? limit.signal.reason : cause;
    if (!(problem instanceof Problem) || problem.code === "reading-stopped") throw problem;
    sink.problem(problem.code);
  } finally {
    limit.end();
  }
}

function readText(bytes: Bytes, sink: PageSink): void {
  const pages = textPages(bytes);
  sink.known(pages.length);
  for (const page of pages) sink.add({ page, level: null });
}

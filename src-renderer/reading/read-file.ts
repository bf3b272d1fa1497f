import type { Bytes } from "#core/model/bytes.ts";
import type { FileType } from "#core/model/exhibit.ts";
import { Problem } from "#core/problems.ts";
import { boundedSink } from "./bounded-sink.ts";
import { readImage } from "./images/read-image.ts";
import { type Limit, startLimit } from "./limit.ts";
import type { PageSink } from "./page-sink.ts";
import { readPdf } from "./pdf/read-pdf.ts";
import type { ReadingPlatform } from "./platform.ts";
import { textPages, typedPage } from "./text-pages.ts";

export interface FileLimits {
  readonly signal?: AbortSignal | undefined;
  readonly limitMillis: number;
}

/**
 * What each page that OCR has read adds to a file's time: about twice what one takes on a slow machine. A long scan
 * is read to its end; a file whose pages are slower than that is one that was made to be slow.
 */
const millisAPage = 20_000;

/**
 * Reads one file of a known type into the sink. Whatever is wrong with it becomes a problem in the sink, also what
 * its decoder never foresaw: one bad file takes nothing else down.
 *
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
    const timed = withMoreTime(boundedSink(sink), limit);
    if (type === "pdf") await readPdf(bytes, platform, limit, timed);
    else if (type === "text") readText(bytes, timed);
    else if (type === "email" || type === "docx") await readTyped(bytes, type, platform, limit, timed);
    else await readImage(bytes, type, platform, limit, timed);
  } catch (cause) {
    const problem: unknown = limit.signal.aborted ? limit.signal.reason : cause;
    if (problem instanceof Problem && problem.code === "reading-stopped") throw problem;
    sink.problem(problem instanceof Problem ? problem.code : "file-damaged");
  } finally {
    limit.end();
  }
}

function withMoreTime(sink: PageSink, limit: Limit): PageSink {
  return {
    ...sink,
    add(page) {
      if (page.page.source === "ocr") limit.extend(millisAPage);
      sink.add(page);
    },
  };
}

function readText(bytes: Bytes, sink: PageSink): void {
  const pages = textPages(bytes);
  sink.known(pages.length);
  for (const page of pages) sink.add({ page, level: null });
}

async function readTyped(
  bytes: Bytes,
  type: "email" | "docx",
  platform: ReadingPlatform,
  limit: Limit,
  sink: PageSink,
): Promise<void> {
  const { pages, problems } = await limit.within(platform.pixels.typedLetter(bytes, type, limit.signal));
  sink.known(pages.length);
  pages.forEach((text, at) => {
    sink.add({ page: typedPage(text, at), level: null });
  });
  for (const code of problems) sink.problem(code);
}

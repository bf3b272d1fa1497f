import { createTarDecoder, createTarPacker } from "modern-tar";
import { Problem } from "../../problems.ts";
import { type Parts, streamOf } from "./streams.ts";

/** A file on its way into a tar or a bag. Its size is told before its parts, and they are asked for once. */
export interface OutFile {
  /** from the bag's own folder, with "/" */
  readonly path: string;
  readonly sizeBytes: number;
  /** what its parts have to come to, where that is known before; hex */
  readonly sha256?: string;
  parts(): Parts;
}

/** An entry as it stands in a tar. */
export interface TarEntry {
  readonly path: string;
  readonly kind: "file" | "folder" | "other";
  readonly sizeBytes: number;
  /** to be read before the next entry is asked for; what is left unread then is passed over */
  parts(): Parts;
}

/** More entries than this are refused: a case of 40,000 letters has 80,000. */
export const mostEntries = 100_000;
/** Paths longer than this, in UTF-8, are refused: Linux and Windows can't name them either. */
export const mostPathBytes = 1_024;

/**
 * One tar (POSIX ustar, with pax records for long names) of files inside one top folder. Nobody's user name and no
 * time but `at` go into it.
 * @throws {Problem} whatever a file's parts fail with, from the stream
 */
export function tarOf(top: string, files: AsyncIterable<OutFile>, at: Date): ReadableStream<Uint8Array> {
  const { readable, controller } = createTarPacker();
  const header = { mtime: at, mode: 0o644, uid: 0, gid: 0 };
  const fill = async () => {
    for await (const { path, sizeBytes, parts } of files) {
      const entry = controller.add({ ...header, name: `${top}/${path}`, size: sizeBytes });
      await streamOf(parts()).pipeTo(entry);
    }
    controller.finalize();
  };
  fill().catch((cause) => controller.error(cause));
  return readable;
}

/**
 * The entries of a tar, in order, checked strictly: header checksums, sizes, padding, the end.
 * @throws {Problem} `bag-wrong` where it is no sound tar, or holds more than `mostEntries`; what the stream itself fails with
 */
export async function* readTar(tar: ReadableStream<Uint8Array>): AsyncGenerator<TarEntry, void> {
  let count = 0;
  try {
    for await (const { header, body } of entriesOf(tar)) {
      count += 1;
      if (count > mostEntries) throw new Problem("bag-wrong", "too many entries");
      yield {
        path: header.name,
        kind: header.type === "file" ? "file" : header.type === "directory" ? "folder" : "other",
        sizeBytes: header.size,
        parts: () => bodyOf(body),
      };
      for await (const _unread of bodyOf(body));
    }
  } catch (cause) {
    throw cause instanceof Problem ? cause : new Problem("bag-wrong", "not a sound tar", { cause });
  }
}

/**
 * What is left of an entry's body. It is never cancelled: in modern-tar 0.8.6, cancelling a body that came whole takes
 * the next entry's body away, whose reader then waits for ever.
 */
async function* bodyOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}

async function* entriesOf(tar: ReadableStream<Uint8Array>) {
  const reader = tar.pipeThrough(createTarDecoder({ strict: true })).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

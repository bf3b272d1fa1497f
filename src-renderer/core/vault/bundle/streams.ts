import { type Bytes, joinBytes } from "../../model/bytes.ts";

/** Bytes that come one part after the other: what the parts of an object, a file or a bundle are. */
export type Parts = AsyncIterable<Uint8Array>;

/** A bundle as it was picked: it can be streamed more than once. */
export interface BundleSource {
  readonly sizeBytes: number;
  stream(): ReadableStream<Uint8Array>;
}

/** The parts of a stream. Leaving the loop early cancels the stream. (Streams can't be looped over in every window.) */
export async function* partsOf<T extends Uint8Array>(stream: ReadableStream<T>): AsyncGenerator<T, void> {
  const reader = stream.getReader();
  let ended = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        ended = true;
        return;
      }
      yield value;
    }
  } catch (cause) {
    ended = true;
    throw cause;
  } finally {
    if (!ended) await reader.cancel().catch(() => undefined);
    reader.releaseLock();
  }
}

/** A stream of parts, which are asked for as they are read. */
export function streamOf(parts: Parts): ReadableStream<Uint8Array> {
  const iterator = parts[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

/** Parts of exactly `size` bytes, the last one shorter; none is empty. */
export async function* inPartsOf(size: number, parts: Parts): AsyncGenerator<Bytes, void> {
  let gathered = new Uint8Array(size);
  let used = 0;
  for await (const part of parts) {
    for (let at = 0; at < part.length; ) {
      const more = part.subarray(at, at + size - used);
      gathered.set(more, used);
      used += more.length;
      at += more.length;
      if (used < size) continue;
      yield gathered;
      gathered = new Uint8Array(size);
      used = 0;
    }
  }
  if (used > 0) yield gathered.slice(0, used);
}

/** All of the parts in one, or null where they are more than `mostBytes`. */
export async function wholeOf(parts: Parts, mostBytes: number): Promise<Bytes | null> {
  const kept: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const part of parts) {
    sizeBytes += part.length;
    if (sizeBytes > mostBytes) return null;
    kept.push(part);
  }
  return joinBytes(kept);
}

/** A list of parts as parts that come. */
export async function* partsFrom(list: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void> {
  for (const part of list) yield part;
}

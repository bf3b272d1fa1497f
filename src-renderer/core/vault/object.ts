import { type Bytes, joinBytes } from "../model/bytes.ts";
import { Problem } from "../problems.ts";
import { ahead } from "./ahead.ts";
import { importAes } from "./derive.ts";
import { u64 } from "./line.ts";
import { bucketOf } from "./pad.ts";
import { aesOpen, aesSeal, ivBytes, joinAad, tagBytes } from "./seal.ts";
import { idBytes } from "./text-codes.ts";

/** Where an object is stored and under which key. */
export interface ObjectKey {
  /** the name of its file: 32 hex digits */
  readonly stored: string;
  /** 32 random bytes, for this object alone */
  readonly key: Bytes;
}

/** A sealed chunk on disk: 1 MiB, as much as crosses the wire in one call. */
export const chunkBytes = 1_048_576;
/** What a whole chunk holds. */
const plainBytes = chunkBytes - tagBytes;
const lengthBytes = 8;

/**
 * Seals an object: `length u64 | content | zeros` up to its bucket, in chunks of 1 MiB, each bound to the object, its
 * place and whether it is the last (FORMAT.md, "Objects"). Never more than a few chunks are held.
 *
 * @param sizeBytes what the parts come to. @throws {Error} where they come to something else
 */
export async function* sealObject(
  place: ObjectKey,
  sizeBytes: number,
  parts: AsyncIterable<Uint8Array>,
): AsyncGenerator<Bytes> {
  const aes = await importAes(place.key);
  const total = bucketOf(lengthBytes + sizeBytes);
  let number = 0;
  for await (const plain of ahead(inChunks(padded(sizeBytes, total, parts)))) {
    const isLast = (number + 1) * plainBytes >= total;
    yield aesSeal(aes, chunkIv(number), chunkAad(place, number, isLast), plain);
    number += 1;
  }
}

/** How large an object of this many bytes is on disk. */
export function sealedSize(sizeBytes: number): number {
  const total = bucketOf(lengthBytes + sizeBytes);
  return total + tagBytes * Math.ceil(total / plainBytes);
}

/**
 * Opens an object from its chunks as they are on disk.
 * @param readChunk the chunk that begins at this place of the file; shorter, or empty, at its end
 * @throws {Problem} `object-damaged`, perhaps after some parts were given
 */
export async function* openObject(
  place: ObjectKey,
  readChunk: (offset: number) => Promise<Bytes>,
): AsyncGenerator<Bytes> {
  const aes = await importAes(place.key);
  let length: number | null = null;
  let seen = 0;
  for await (const { number, sealed, isLast } of ahead(chunks(readChunk))) {
    const plain = await aesOpen(aes, chunkIv(number), chunkAad(place, number, isLast), sealed);
    if (plain === null) throw new Problem("object-damaged");
    length ??= readLength(plain);
    const from = number === 0 ? lengthBytes : 0;
    const to = Math.max(from, Math.min(plain.length, lengthBytes + length - seen));
    seen += plain.length;
    if (isLast && seen !== bucketOf(lengthBytes + length)) throw new Problem("object-damaged");
    if (to > from) yield plain.subarray(from, to);
  }
}

/** How many bytes an object has, from its first chunk. @throws {Problem} `object-damaged` */
export async function openedSize(place: ObjectKey, readChunk: (offset: number) => Promise<Bytes>): Promise<number> {
  const aes = await importAes(place.key);
  const sealed = await readChunk(0);
  for (const isLast of [sealed.length < chunkBytes, sealed.length === chunkBytes]) {
    const plain = await aesOpen(aes, chunkIv(0), chunkAad(place, 0, isLast), sealed);
    if (plain !== null) return readLength(plain);
  }
  throw new Problem("object-damaged");
}

/** Chunks one after the other; the next is read before one is given, which tells whether it is the last. */
async function* chunks(
  readChunk: (offset: number) => Promise<Bytes>,
): AsyncGenerator<{ readonly number: number; readonly sealed: Bytes; readonly isLast: boolean }> {
  let sealed = await readChunk(0);
  for (let number = 0; ; number += 1) {
    const next = sealed.length < chunkBytes ? new Uint8Array(0) : await readChunk((number + 1) * chunkBytes);
    yield { number, sealed, isLast: next.length === 0 };
    if (next.length === 0) return;
    sealed = next;
  }
}

function readLength(plain: Bytes): number {
  if (plain.length < lengthBytes) throw new Problem("object-damaged");
  const length = new DataView(plain.buffer, plain.byteOffset).getBigUint64(0, true);
  if (length > BigInt(Number.MAX_SAFE_INTEGER)) throw new Problem("object-damaged");
  return Number(length);
}

async function* padded(sizeBytes: number, total: number, parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield u64(sizeBytes);
  let seen = 0;
  for await (const part of parts) {
    seen += part.length;
    if (seen > sizeBytes) break;
    yield part;
  }
  if (seen !== sizeBytes) throw new Error("an object's parts must come to its size");
  for (let left = total - lengthBytes - sizeBytes; left > 0; left -= plainBytes) {
    yield new Uint8Array(Math.min(left, plainBytes));
  }
}

/** The same bytes cut into whole chunks, the last one shorter. */
async function* inChunks(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Bytes> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const part of parts) {
    for (let at = 0; at < part.length; ) {
      const take = part.subarray(at, at + plainBytes - size);
      held.push(take);
      size += take.length;
      at += take.length;
      if (size < plainBytes) continue;
      yield joinBytes(held);
      held = [];
      size = 0;
    }
  }
  if (size > 0) yield joinBytes(held);
}

function chunkIv(number: number): Bytes {
  const iv = new Uint8Array(ivBytes);
  new DataView(iv.buffer).setBigUint64(4, BigInt(number), false);
  return iv;
}

function chunkAad(place: ObjectKey, number: number, isLast: boolean): Bytes {
  return joinAad("folio/object/v1", idBytes(place.stored), u64(number), Uint8Array.of(isLast ? 1 : 0));
}

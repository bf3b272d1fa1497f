import { readFileSync, statSync } from "node:fs";
import { type FileHandle, open, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Bytes } from "#core/model/bytes.ts";
import { cutSegment, frameHeaderBytes, headerAt, isHeaderBegun, isUnfilled, unfilledFrom } from "#core/vault/frame.ts";
import { namesIn } from "./folders.ts";
import { readAt } from "./read-part.ts";
import { writeWhole } from "./safe-write.ts";

/*
 * Ends of segments that a crash cut short (FORMAT.md, "Reading a segment"). Only frames' headers are looked at; what
 * lies behind them is sealed, and none of the host's business.
 */

/**
 * Sets the incomplete end of a segment aside as `<writer>.<n>.torn`, on disk before the segment is cut. A frame that
 * is whole is never touched, and neither is damage. Nobody may be writing to the segment. Errors are the system's own.
 */
export async function setTornEndAside(folder: string, writer: string): Promise<void> {
  const handle = await open(join(folder, `${writer}.seg`), "r+");
  try {
    const { size } = await handle.stat();
    const end = await wholeEnd(handle, size);
    if (end === size) return;
    await keepTail(folder, writer, await readAt(handle, end, size - end));
    await handle.truncate(end);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Whether a small segment ends with a whole frame, told at once: each launch leaves one, and asking the system's
 * threads four times for each of thousands would take longer than reading them all. False where it takes more.
 */
export function isWholeAndSmall(path: string): boolean {
  if (statSync(path).size > blockBytes) return false;
  return cutSegment(new Uint8Array(readFileSync(path))).torn === null;
}

/** A crash between keeping an end and cutting it off finds the same end again: it is kept once. */
async function keepTail(folder: string, writer: string, tail: Bytes): Promise<void> {
  const numbers = (await namesIn(folder)).flatMap((name) => {
    const found = tornName.exec(name);
    return found?.[1] === writer ? [Number(found[2])] : [];
  });
  const last = Math.max(0, ...numbers);
  if (last > 0 && (await holds(join(folder, `${writer}.${last}.torn`), tail))) return;
  await writeWhole(join(folder, `${writer}.${last + 1}.torn`), tail);
}

export const tornName = /^([0-9a-f]{32})\.([1-9][0-9]{0,8})\.torn$/;

async function holds(path: string, tail: Bytes): Promise<boolean> {
  return (await stat(path)).size === tail.length && (await readFile(path)).equals(tail);
}

const blockBytes = 256 * 1024;

/**
 * Where the segment's incomplete end begins; its size where there is none. One that follows damage directly stays
 * with it: were it cut off, the damage would stand at the end, and might pass for an end itself.
 */
async function wholeEnd(handle: FileHandle, size: number): Promise<number> {
  const bytesAt = blockReader(handle);
  const unfilled = await zerosFrom(bytesAt, size);
  let [at, afterDamage] = [0, false];
  while (at < size) {
    const header = await bytesAt(at, frameHeaderBytes);
    if (isHeaderBegun(header, 0)) return at;
    const length = headerAt(viewOf(header), 0);
    if (length !== null && at + frameHeaderBytes + length <= size) {
      if (isUnfilled(at, length, unfilled)) return afterDamage ? size : at;
      at += frameHeaderBytes + length;
      afterDamage = false;
      continue;
    }
    const next = await nextSound(bytesAt, at + 1, size);
    // A sound header whose frame goes past the end, or room that was never filled, and nothing sound behind it: what
    // was being written.
    if (next === null && (length !== null || at >= unfilled)) return afterDamage ? size : at;
    at = next ?? size;
    afterDamage = true;
  }
  return size;
}

/** The next place from which a header holds; null where there is none. */
async function nextSound(bytesAt: BytesAt, from: number, size: number): Promise<number | null> {
  for (let at = from; at + frameHeaderBytes <= size; at += blockBytes - frameHeaderBytes + 1) {
    const view = viewOf(await bytesAt(at, blockBytes));
    for (let inside = 0; inside + frameHeaderBytes <= view.byteLength; inside += 1) {
      if (headerAt(view, inside) !== null) return at + inside;
    }
  }
  return null;
}

/** Where the zero bytes at the end begin; the size where there are none. */
async function zerosFrom(bytesAt: BytesAt, size: number): Promise<number> {
  for (let end = size; end > 0; ) {
    const start = Math.max(0, end - blockBytes);
    const from = start + unfilledFrom(await bytesAt(start, end - start));
    if (from > start) return from;
    end = start;
  }
  return 0;
}

function viewOf(bytes: Bytes): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

type BytesAt = (at: number, sizeBytes: number) => Promise<Bytes>;

/** Reads in blocks, so that ten thousand small frames aren't ten thousand reads; less than asked for at the end. */
function blockReader(handle: FileHandle): BytesAt {
  let [start, block]: [number, Bytes] = [0, new Uint8Array()];
  return async (at, sizeBytes) => {
    if (at < start || at + sizeBytes > start + block.length) {
      [start, block] = [at, await readAt(handle, at, Math.max(blockBytes, sizeBytes))];
    }
    return block.subarray(at - start, at - start + sizeBytes);
  };
}

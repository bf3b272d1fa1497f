import { type FileHandle, open, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Bytes } from "#core/model/bytes.ts";
import { namesIn } from "./folders.ts";
import { readAt } from "./read-part.ts";
import { writeWhole } from "./safe-write.ts";

/*
 * Ends of segments that a crash cut short (FORMAT.md, "Reading a segment"). Only a frame's header is looked at:
 * marker 4 | length u32 | crc u32. What lies behind it is sealed, and none of the host's business.
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

const headerBytes = 12;
const marker = Uint8Array.of(0x46, 0x6c, 0x69, 0x6f);
const [leastLength, mostLength] = [28, 16 * 1024 * 1024];
const blockBytes = 256 * 1024;

/** Where the segment's incomplete end begins; its size where there is none. */
async function wholeEnd(handle: FileHandle, size: number): Promise<number> {
  const bytesAt = blockReader(handle);
  let at = 0;
  while (at < size) {
    const header = await bytesAt(at, headerBytes);
    if (header.length < headerBytes) return beginsHeader(header) ? at : size;
    const length = soundLength(header);
    if (length !== null && at + headerBytes + length <= size) {
      at += headerBytes + length;
      continue;
    }
    const next = await nextSound(bytesAt, at + 1, size);
    // A sound header whose frame goes past the end, and nothing sound behind it: the frame that was being written.
    if (length !== null && next === null) return at;
    at = next ?? (await lastBeginning(bytesAt, at + 1, size));
  }
  return size;
}

/** The next place from which a header holds; null where there is none. */
async function nextSound(bytesAt: BytesAt, from: number, size: number): Promise<number | null> {
  for (let at = from; at + headerBytes <= size; at += blockBytes - headerBytes + 1) {
    const block = await bytesAt(at, blockBytes);
    for (let inside = 0; inside + headerBytes <= block.length; inside += 1) {
      if (block[inside] !== marker[0]) continue;
      if (soundLength(block.subarray(inside, inside + headerBytes)) !== null) return at + inside;
    }
  }
  return null;
}

/** After damage to the very end: where the beginning of a header stands alone at the end; the size where none does. */
async function lastBeginning(bytesAt: BytesAt, from: number, size: number): Promise<number> {
  for (let at = Math.max(from, size - headerBytes + 1); at < size; at += 1) {
    if (size - at >= marker.length && beginsHeader(await bytesAt(at, headerBytes))) return at;
  }
  return size;
}

/** The length a header tells, or null where marker, length or checksum isn't right. */
function soundLength(header: Uint8Array): number | null {
  if (!beginsHeader(header)) return null;
  const view = new DataView(header.buffer, header.byteOffset, headerBytes);
  const length = view.getUint32(4, true);
  if (length < leastLength || length > mostLength) return null;
  return view.getUint32(8, true) === crc32(header.subarray(0, 8)) ? length : null;
}

function beginsHeader(bytes: Uint8Array): boolean {
  return marker.every((byte, at) => at >= bytes.length || bytes[at] === byte);
}

/** CRC-32 (IEEE 802.3), bit by bit: eight bytes need no table. Node has its own only since 22. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
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

import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";

/** A file within a ZIP file, as its list at the end says. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly packedBytes: number;
  /** where its own header begins */
  readonly at: number;
}

const endMark = 0x06054b50;
const listMark = 0x02014b50;
const fileMark = 0x04034b50;
/** The end record, and the longest comment after it. */
const longestEnd = 22 + 65_535;
/** A Word file has some twenty, and one for each picture. */
const mostEntries = 10_000;

/** The entries of a ZIP file; null where its list is missing, cut off or not to be believed. */
export function zipEntries(bytes: Bytes): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > mostEntries) return null;
  const entries: ZipEntry[] = [];
  for (let done = 0; done < count; done += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== listMark) return null;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      flags: view.getUint16(at + 8, true),
      packedBytes: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endOf(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - longestEnd); at -= 1) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  return null;
}

/**
 * Unpacks an entry, and stops as soon as it is larger than it may be: what its header says of its size isn't believed.
 * @throws {Problem} `file-damaged`, also for one that is locked or too large
 */
export async function unzip(bytes: Bytes, entry: ZipEntry, mostBytes: number): Promise<Bytes> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { at, method, flags, packedBytes } = entry;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== fileMark) throw new Problem("file-damaged", "no entry");
  if ((flags & 1) === 1) throw new Problem("file-damaged", "a locked entry");
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const packed = bytes.subarray(from, from + packedBytes);
  if (packed.length !== packedBytes) throw new Problem("file-damaged", "an entry cut short");
  if (method === 0 && packed.length <= mostBytes) return packed;
  if (method !== 8) throw new Problem("file-damaged", "packed in another way, or too large");
  return inflate(packed, mostBytes);
}

async function inflate(packed: Bytes, mostBytes: number): Promise<Bytes> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      length += read.value.length;
      if (length > mostBytes) throw new Problem("file-damaged", "too large when unpacked");
      parts.push(read.value);
    }
  } catch (cause) {
    reader.cancel().catch(() => undefined);
    throw cause instanceof Problem ? cause : new Problem("file-damaged", "an entry that can't be unpacked", { cause });
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

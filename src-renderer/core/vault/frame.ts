import type { Bytes } from "../model/bytes.ts";

/**
 * One line of the journal on disk: marker 4 | length u32 | header checksum u32 | payload | payload checksum u32,
 * all numbers little-endian, checksums CRC-32 (IEEE 802.3).
 *
 * The marker and the header's own checksum tell a bad length from a cut-off end, and let reading find the next
 * frame after damage. The payload is JSON as UTF-8 for now; the vault seals it.
 */
const marker = 0x6f696c46; // "Flio"
const headerBytes = 12;
const trailerBytes = 4;

/** The largest payload a frame holds: 64 MiB. Anything larger in a header is damage. */
export const maxPayloadBytes = 64 * 1024 * 1024;

/** What a segment holds. Payloads are in order; `torn` and `damagedBytes` say what could not be read. */
export interface SegmentContents {
  readonly payloads: readonly Bytes[];
  /** the last frame was cut short: the write it belongs to was never acknowledged */
  readonly torn: boolean;
  /** bytes passed over because they are no frame, or one that does not match its checksum */
  readonly damagedBytes: number;
}

/** A payload as a frame, ready to be appended. */
export function encodeFrame(payload: Bytes): Bytes {
  if (payload.length > maxPayloadBytes) throw new RangeError("a journal frame holds at most 64 MiB");
  const frame = new Uint8Array(headerBytes + payload.length + trailerBytes);
  const view = new DataView(frame.buffer);
  view.setUint32(0, marker, true);
  view.setUint32(4, payload.length, true);
  view.setUint32(8, crc32(frame.subarray(0, 8)), true);
  frame.set(payload, headerBytes);
  view.setUint32(headerBytes + payload.length, crc32(payload), true);
  return frame;
}

/** Reads a segment to its end, whatever is wrong with it. */
export function decodeSegment(segment: Bytes): SegmentContents {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength);
  const payloads: Bytes[] = [];
  let damagedBytes = 0;
  let at = 0;
  while (at < segment.length) {
    const length = headerAt(view, at);
    if (length === null) {
      const next = nextHeader(view, at + 1);
      if (next === null) return { payloads, ...ending(view, at, damagedBytes) };
      damagedBytes += next - at;
      at = next;
      continue;
    }
    const end = at + headerBytes + length + trailerBytes;
    if (end > segment.length) {
      const next = nextHeader(view, at + headerBytes);
      if (next === null) return { payloads, torn: true, damagedBytes };
      damagedBytes += next - at;
      at = next;
      continue;
    }
    const payload = segment.slice(at + headerBytes, end - trailerBytes);
    if (crc32(payload) === view.getUint32(end - trailerBytes, true)) payloads.push(payload);
    else damagedBytes += end - at;
    at = end;
  }
  return { payloads, torn: false, damagedBytes };
}

/** A header cut short at the very end is a torn write; anything longer that is no frame is damage. */
function ending(view: DataView, at: number, damagedBytes: number): Pick<SegmentContents, "torn" | "damagedBytes"> {
  const left = view.byteLength - at;
  return left < headerBytes ? { torn: true, damagedBytes } : { torn: false, damagedBytes: damagedBytes + left };
}

/** The payload length of a sound header at this place, or null. */
function headerAt(view: DataView, at: number): number | null {
  if (at + headerBytes > view.byteLength || view.getUint32(at, true) !== marker) return null;
  const length = view.getUint32(at + 4, true);
  const header = new Uint8Array(view.buffer, view.byteOffset + at, 8);
  return length <= maxPayloadBytes && crc32(header) === view.getUint32(at + 8, true) ? length : null;
}

function nextHeader(view: DataView, from: number): number | null {
  for (let at = from; at + headerBytes <= view.byteLength; at += 1) {
    if (headerAt(view, at) !== null) return at;
  }
  return null;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

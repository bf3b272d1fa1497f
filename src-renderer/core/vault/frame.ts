import { type Bytes, joinBytes } from "../model/bytes.ts";

/**
 * Frames as they stand in a segment: `marker 4 | length u32 | crc u32 | iv 12 | ciphertext | tag 16` (FORMAT.md,
 * "Journal"). Numbers are little-endian; `crc` is CRC-32 (IEEE 802.3) over marker and length.
 *
 * The marker and the header's own checksum tell a bad length from a cut-off end, and let reading find the next
 * frame after damage.
 */
const marker = 0x6f696c46; // "Flio"
const markerBytes = [0x46, 0x6c, 0x69, 0x6f];
export const frameHeaderBytes = 12;
const tagBytes = 16;

/** iv, an empty ciphertext and tag. */
const minSealedBytes = 28;
/** The most that iv, ciphertext and tag of one frame take: 16 MiB. Anything larger in a header is damage. */
export const maxSealedBytes = 16 * 1024 * 1024;

/** Some bytes of a segment. */
export interface Stretch {
  readonly at: number;
  readonly sizeBytes: number;
}

/** A segment cut into what it is made of, in order; nothing is opened yet. */
export interface CutSegment {
  readonly pieces: readonly (Stretch & { readonly kind: "frame" | "damage" })[];
  /** the end, where it was cut short: that write was never acknowledged */
  readonly torn: Stretch | null;
}

/** `iv | ciphertext | tag` as a frame, ready to be appended. */
export function encodeFrame(sealed: Uint8Array): Bytes {
  if (sealed.length < minSealedBytes || sealed.length > maxSealedBytes) throw new RangeError("no size for a frame");
  const header = new Uint8Array(frameHeaderBytes);
  const view = new DataView(header.buffer);
  view.setUint32(0, marker, true);
  view.setUint32(4, sealed.length, true);
  view.setUint32(8, crc32(header.subarray(0, 8)), true);
  return joinBytes([header, sealed]);
}

/** Cuts a segment into frames, whatever is wrong with it. */
export function cutSegment(segment: Bytes): CutSegment {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength);
  const pieces: (Stretch & { kind: "frame" | "damage" })[] = [];
  const unfilled = unfilledFrom(segment);
  let at = 0;
  while (at < segment.length) {
    const length = headerAt(view, at);
    if (length !== null && at + frameHeaderBytes + length <= segment.length) {
      if (isUnfilled(at, length, unfilled)) return { pieces, torn: { at, sizeBytes: segment.length - at } };
      pieces.push({ kind: "frame", at, sizeBytes: frameHeaderBytes + length });
      at += frameHeaderBytes + length;
      continue;
    }
    const rest = { at, sizeBytes: segment.length - at };
    if (isHeaderBegun(segment, at)) return { pieces, torn: rest };
    const next = nextHeader(view, at + 1);
    if (next === null) {
      if (length !== null || at >= unfilled) return { pieces, torn: rest };
      pieces.push({ kind: "damage", ...rest });
      break;
    }
    pieces.push({ kind: "damage", at, sizeBytes: next - at });
    at = next;
  }
  return { pieces, torn: null };
}

/** Where the zero bytes at the end of a stretch begin; its size where it ends with another. */
export function unfilledFrom(bytes: Uint8Array): number {
  let from = bytes.length;
  while (from > 0 && bytes[from - 1] === 0) from -= 1;
  return from;
}

/**
 * Whether a frame's whole tag lies in the zero bytes at the end: a power cut can leave a file as long as it was to be
 * without all that was to be in it. (A tag that is zero by chance is one in 2¹²⁸.)
 */
export function isUnfilled(at: number, length: number, unfilled: number): boolean {
  return at + frameHeaderBytes + length - tagBytes >= unfilled;
}

/** Fewer bytes than a header to the end, those of the marker being right. */
export function isHeaderBegun(segment: Bytes, at: number): boolean {
  const left = segment.length - at;
  return left < frameHeaderBytes && markerBytes.every((byte, index) => index >= left || segment[at + index] === byte);
}

/** What a sound header at this place says of its frame's length, or null. */
export function headerAt(view: DataView, at: number): number | null {
  if (at + frameHeaderBytes > view.byteLength || view.getUint32(at, true) !== marker) return null;
  const length = view.getUint32(at + 4, true);
  if (length < minSealedBytes || length > maxSealedBytes) return null;
  const header = new Uint8Array(view.buffer, view.byteOffset + at, 8);
  return crc32(header) === view.getUint32(at + 8, true) ? length : null;
}

function nextHeader(view: DataView, from: number): number | null {
  for (let at = from; at + frameHeaderBytes <= view.byteLength; at += 1) {
    if (headerAt(view, at) !== null) return at;
  }
  return null;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

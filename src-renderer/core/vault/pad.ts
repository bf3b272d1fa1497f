import type { Bytes } from "../model/bytes.ts";

/**
 * The size that `size` bytes are padded to, so that sizes on disk say little about what is in them.
 *
 * The smallest multiple of 256 up to 4 KiB; above, with e = the exponent of the highest set bit of the size, the
 * smallest multiple of 2^(e−3): at most one eighth more.
 */
export function bucketOf(size: number): number {
  let step = 256;
  // 2^(e−3) while 2^(e+1) = 16 steps is not above the size; counted, since logarithms round near powers of two
  if (size > 4096) for (step = 512; 16 * step <= size; step *= 2);
  return Math.ceil(size / step) * step;
}

/** `length u32 | content | zeros` up to its bucket. */
export function padContent(content: Uint8Array): Bytes {
  const padded = new Uint8Array(bucketOf(4 + content.length));
  new DataView(padded.buffer).setUint32(0, content.length, true);
  padded.set(content, 4);
  return padded;
}

/** The content of what `padContent` gave; null for anything that it doesn't write. */
export function unpadContent(padded: Bytes): Bytes | null {
  if (padded.length < 4) return null;
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0, true);
  if (padded.length !== bucketOf(4 + length)) return null;
  if (padded.subarray(4 + length).some((byte) => byte !== 0)) return null;
  return padded.slice(4, 4 + length);
}

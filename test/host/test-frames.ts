import { crc32 } from "node:zlib";
import type { Bytes } from "#core/model/bytes.ts";

/** A frame as the host sees one: right marker, length and checksum, and something opaque inside (28 bytes or more). */
export function testFrame(inside: Uint8Array): Bytes {
  const frame = Buffer.alloc(12 + inside.length);
  frame.write("Flio", 0, "latin1");
  frame.writeUInt32LE(inside.length, 4);
  frame.writeUInt32LE(crc32(frame.subarray(0, 8)), 8);
  frame.set(inside, 12);
  return new Uint8Array(frame);
}

/** The same byte so many times, as a frame. */
export function filledFrame(sizeInside: number, byte: number): Bytes {
  return testFrame(new Uint8Array(sizeInside).fill(byte));
}

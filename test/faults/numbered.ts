import type { Bytes } from "#core/model/bytes.ts";
import { filledFrame, testFrame } from "../host/test-frames.ts";

/*
 * Frames, objects and small files whose number can be told from their bytes, so that loss, doubling and mixing all
 * show. Opaque to the host: only marker, length and checksum of the frames are right.
 */
export const caseId = "c".repeat(32);

/** Each round's program writes under a writer of its own, as each launch does. */
export function writerOf(round: number): string {
  return round.toString(16).padStart(32, "0");
}

/** Of a length that depends on the number, up to 3,000 bytes, its number first; never zeros, which would be no frame. */
export function frame(number: number): Bytes {
  const inside = new Uint8Array(28 + ((number * 7919) % 2972)).fill(1 + (number % 250));
  new DataView(inside.buffer).setUint32(0, number, true);
  return testFrame(inside);
}

export function objectIdOf(round: number, number: number): string {
  return `${round.toString(16).padStart(16, "0")}${number.toString(16).padStart(16, "0")}`;
}

/** 1 to 5 MB, by its number, in parts of at most 1 MiB. */
export function objectParts(round: number, number: number): Bytes[] {
  const sizeBytes = 1_000_000 + (((round * 31 + number) * 1_299_709) % 4_000_000);
  const whole = new Uint8Array(sizeBytes).fill((round + number) % 251);
  new DataView(whole.buffer).setUint32(0, number, true);
  return Array.from({ length: Math.ceil(sizeBytes / partBytes) }, (_, part) =>
    whole.slice(part * partBytes, (part + 1) * partBytes),
  );
}

const partBytes = 1_048_576;

/** What stands in a head, a draft, or a key file of a number. */
export function small(number: number): Bytes {
  return filledFrame(400, number % 251);
}

/** How many frames, from number 0 on, a segment begins with; what follows the last whole one. */
export function countFrames(segment: Uint8Array): { readonly whole: number; readonly leftBytes: number } {
  let [whole, at] = [0, 0];
  for (;;) {
    const next = frame(whole);
    const found = Buffer.from(segment.buffer, segment.byteOffset + at, Math.min(next.length, segment.length - at));
    if (!found.equals(next)) return { whole, leftBytes: segment.length - at };
    at += next.length;
    whole += 1;
  }
}

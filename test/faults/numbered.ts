/** Frames and objects whose number can be told from their bytes, so that loss, doubling and mixing all show. */
export const caseId = "c".repeat(32);
export const writer = "d".repeat(32);

/** "<number>:" and then a filling of a length that depends on the number, up to 3,000 bytes, and a newline. */
export function frame(number: number): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${number}:${"x".repeat((number * 7919) % 3000)}\n`);
}

export function objectIdOf(number: number): string {
  return number.toString(16).padStart(32, "0");
}

/** A fourth of an object: 64 KiB of its number's last byte. */
export function objectPart(number: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(65_536).fill(number % 256);
}

/** How many frames, from number 0 on, a segment begins with; what follows the last whole one is a torn tail. */
export function countFrames(segment: Uint8Array): { readonly whole: number; readonly tornBytes: number } {
  let [whole, at] = [0, 0];
  for (;;) {
    const next = frame(whole);
    const found = Buffer.from(segment.buffer, segment.byteOffset + at, Math.min(next.length, segment.length - at));
    if (!found.equals(next)) return { whole, tornBytes: segment.length - at };
    at += next.length;
    whole += 1;
  }
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { bucketOf, padContent, unpadContent } from "#core/vault/pad.ts";

test.each([
  [0, 0],
  [1, 256],
  [256, 256],
  [257, 512],
  [4095, 4096],
  [4096, 4096],
  [4097, 4608],
  [8191, 8192],
  [8192, 8192],
  [8193, 9216],
  [1_048_576, 1_048_576],
  [1_048_577, 1_179_648],
  [2 ** 40, 2 ** 40],
  [2 ** 40 + 1, 2 ** 40 + 2 ** 37],
  [2 ** 48 - 1, 2 ** 48],
])("%i bytes are padded to %i", (size, bucket) => {
  expect(bucketOf(size)).toBe(bucket);
});

test("a bucket is never too small, never more than an eighth too large above 4 KiB, and a bucket of itself", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.nat({ max: 70_000 }),
        fc.maxSafeNat().map((n) => Math.floor(n / 2)),
      ),
      (size) => {
        const bucket = bucketOf(size);
        expect(bucket).toBeGreaterThanOrEqual(size);
        expect(bucket - size).toBeLessThan(size > 4096 ? size / 8 : 256);
        expect(bucketOf(bucket)).toBe(bucket);
      },
    ),
  );
});

test("a larger size never has a smaller bucket", () => {
  for (let size = 0; size < 40_000; size += 1) {
    if (bucketOf(size + 1) < bucketOf(size)) throw new Error(`${size}`);
  }
  expect(bucketOf(40_000)).toBe(40_960);
});

test("content comes back from its padding, whatever its size", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 6000 }), (content) => {
      const padded = padContent(content);
      expect(padded.length).toBe(bucketOf(content.length + 4));
      expect(unpadContent(padded)).toEqual(new Uint8Array(content));
    }),
  );
});

test("padding that isn't zeros, a wrong length and a wrong size are refused", () => {
  const padded = padContent(Uint8Array.of(1, 2, 3));
  expect(unpadContent(padded.with(255, 1))).toBeNull();
  expect(unpadContent(padded.with(1, 1))).toBeNull();
  expect(unpadContent(padded.with(3, 255))).toBeNull();
  expect(unpadContent(padded.slice(0, 255))).toBeNull();
  expect(unpadContent(new Uint8Array(512))).toBeNull();
  expect(unpadContent(new Uint8Array(3))).toBeNull();
});

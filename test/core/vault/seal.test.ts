import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { importAes, importKey } from "#core/vault/derive.ts";
import { aesOpen, aesSeal, joinAad, openWithIv, sealWithIv, smallSealer } from "#core/vault/seal.ts";
import { toHex, utf8 } from "#core/vault/text-codes.ts";
import { flipped } from "./key-disk.ts";

const raw = new Uint8Array(32).fill(7);
const plain = utf8("what was said on the phone");
const aad = utf8("case 1");

describe("AES-256-GCM", () => {
  test("what is sealed opens under the same key, IV and AAD, and under no other", async () => {
    const aes = await importAes(raw);
    const iv = new Uint8Array(12).fill(1);
    const sealed = await aesSeal(aes, iv, aad, plain);
    expect(sealed.length).toBe(plain.length + 16);
    expect(await aesOpen(aes, iv, aad, sealed)).toEqual(plain);
    expect(await aesOpen(await importAes(raw.with(0, 8)), iv, aad, sealed)).toBeNull();
    expect(await aesOpen(aes, iv.with(0, 2), aad, sealed)).toBeNull();
    expect(await aesOpen(aes, iv, utf8("case 2"), sealed)).toBeNull();
  });

  test("what is too short to have been sealed is refused, not thrown", async () => {
    const aes = await importAes(raw);
    for (let size = 0; size < 40; size += 1) {
      expect(await openWithIv(aes, aad, new Uint8Array(size))).toBeNull();
    }
  });

  test("an IV is drawn for each seal", async () => {
    const aes = await importAes(raw);
    expect(toHex(await sealWithIv(aes, aad, plain))).not.toBe(toHex(await sealWithIv(aes, aad, plain)));
  });

  test("a key of another size is a bug, not a problem", async () => {
    await expect(importAes(new Uint8Array(16))).rejects.toThrow("32 bytes");
    await expect(importKey(new Uint8Array(33))).rejects.toThrow("32 bytes");
  });

  test("a key can't be read back out", async () => {
    await expect(crypto.subtle.exportKey("raw", await importAes(raw))).rejects.toThrow();
    await expect(crypto.subtle.exportKey("raw", await importKey(raw))).rejects.toThrow();
  });
});

describe("the small seal", () => {
  const sealer = async (purpose = "folio/draft/v1") => smallSealer(await importKey(raw), purpose);

  test("any content comes back, in the next launch too", async () => {
    const now = await sealer();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (content) => {
        const sealed = await now.seal(aad, content);
        expect(await now.open(aad, sealed)).toEqual(new Uint8Array(content));
        expect(await (await sealer()).open(aad, sealed)).toEqual(new Uint8Array(content));
      }),
      { numRuns: 30 },
    );
  });

  test("one changed bit anywhere keeps it shut", async () => {
    const one = await sealer();
    const sealed = await one.seal(aad, plain);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) expect(await one.open(aad, flipped(sealed, bit))).toBeNull();
  });

  test("cut short anywhere it stays shut", async () => {
    const one = await sealer();
    const sealed = await one.seal(aad, plain);
    for (let size = 0; size < sealed.length; size += 1) expect(await one.open(aad, sealed.slice(0, size))).toBeNull();
  });

  test("another purpose, place or key keeps it shut", async () => {
    const sealed = await (await sealer()).seal(aad, plain);
    expect(await (await sealer("folio/head/v1")).open(aad, sealed)).toBeNull();
    expect(await (await sealer()).open(utf8("case 2"), sealed)).toBeNull();
    const other = smallSealer(await importKey(raw.with(31, 0)), "folio/draft/v1");
    expect(await other.open(aad, sealed)).toBeNull();
  });

  test("a launch draws one salt, and an IV for each seal", async () => {
    const one = await sealer();
    const [first, second] = [await one.seal(aad, plain), await one.seal(aad, plain)];
    const third = await (await sealer()).seal(aad, plain);
    expect(toHex(first.slice(1, 17))).toBe(toHex(second.slice(1, 17)));
    expect(toHex(first.slice(17, 29))).not.toBe(toHex(second.slice(17, 29)));
    expect(toHex(first.slice(1, 17))).not.toBe(toHex(third.slice(1, 17)));
  });

  test("texts of a few letters and of 200 can't be told apart by size", async () => {
    const one = await sealer();
    const sizes = [1, 200].map(async (size) => (await one.seal(aad, new Uint8Array(size))).length);
    expect(new Set(await Promise.all(sizes)).size).toBe(1);
  });

  test("what was sealed in a hundred launches opens, and in any order", async () => {
    const all = await Promise.all(Array.from({ length: 100 }, async () => (await sealer()).seal(aad, plain)));
    const one = await sealer();
    for (const sealed of [...all, ...all.reverse()]) expect(await one.open(aad, sealed)).toEqual(plain);
  });
});

test("a label and its parts are joined by one zero byte", () => {
  expect(toHex(joinAad("ab", Uint8Array.of(1), Uint8Array.of(2, 3)))).toBe("616200010203");
});

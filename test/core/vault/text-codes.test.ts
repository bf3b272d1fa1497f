import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fromBase64,
  fromHex,
  fromUtf8,
  idBytes,
  isId,
  newId,
  randomBytes,
  toBase64,
  toHex,
  utf8,
} from "#core/vault/text-codes.ts";

const bytesOfAnySize = fc.uint8Array({ maxLength: 300 });

describe("hex", () => {
  test("any bytes come back, and Node writes them the same", () => {
    fc.assert(
      fc.property(bytesOfAnySize, (bytes) => {
        expect(toHex(bytes)).toBe(Buffer.from(bytes).toString("hex"));
        expect(fromHex(toHex(bytes))).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  test.each(["0", "0G", "AB", " ab", "ab ", "0x12", "１２"])("%j is no hex of ours", (text) => {
    expect(fromHex(text)).toBeNull();
  });
});

describe("base64", () => {
  test("any bytes come back, and Node writes them the same", () => {
    fc.assert(
      fc.property(bytesOfAnySize, (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
        expect(fromBase64(toBase64(bytes))).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  test("70,000 bytes come back", () => {
    const bytes = new Uint8Array(70_000).map((_, i) => i % 251);
    expect(fromBase64(toBase64(bytes))).toEqual(bytes);
  });

  test.each([
    ["stray bits in the last digit", "AAF="],
    ["no padding", "AAA"],
    ["padding that is too much", "AAAA===="],
    ["one digit", "A==="],
    ["a space", "AA A"],
    ["a line end", "AAAA\n"],
    ["the other alphabet", "-_AA"],
    ["padding inside", "AA==AAAA"],
  ])("%s is refused", (_, text) => {
    expect(fromBase64(text)).toBeNull();
  });

  test("a text that is taken is the only one for its bytes", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[AQgw/+=9]{0,12}$/), (text) => {
        const bytes = fromBase64(text);
        expect(bytes === null || toBase64(bytes) === text).toBe(true);
      }),
    );
  });
});

describe("ids", () => {
  test("a new id is 16 bytes, and no two are the same", () => {
    const ids = Array.from({ length: 1000 }, newId);
    expect(ids.every(isId)).toBe(true);
    expect(new Set(ids).size).toBe(1000);
    expect(idBytes(ids[0] ?? "").length).toBe(16);
  });

  test.each(["", "0".repeat(31), "0".repeat(33), "A".repeat(32), `${"0".repeat(31)}g`, `${"0".repeat(32)}\n`])(
    "%j is no id",
    (text) => {
      expect(isId(text)).toBe(false);
      expect(() => idBytes(text)).toThrow("32 lower-case hex digits");
    },
  );

  test("random bytes are drawn anew each time", () => {
    expect(toHex(randomBytes(16))).not.toBe(toHex(randomBytes(16)));
  });
});

describe("UTF-8", () => {
  test("any text comes back to the letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(fromUtf8(utf8(text))).toBe(text);
      }),
    );
  });

  test("a byte order mark is kept, so that it can't hide in a file", () => {
    expect(fromUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe("\ufeffa");
  });

  test.each([[[0xff]], [[0xc0, 0x80]], [[0xed, 0xa0, 0x80]], [[0xe2, 0x82]]])("%j is not UTF-8", (bytes) => {
    expect(fromUtf8(Uint8Array.from(bytes))).toBeNull();
  });
});

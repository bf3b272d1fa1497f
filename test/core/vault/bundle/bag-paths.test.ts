import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldedPath, pathFault, safeFileName } from "#core/vault/bundle/bag-paths.ts";

describe("paths in a bag", () => {
  test.each([
    "../x",
    "data/../../x",
    "/etc/passwd",
    "~/x",
    "~root/x",
    "C:\\x",
    "c:x",
    "data\\x",
    "\\\\server\\x",
    "%HomeDrive%\\x",
    "data//x",
    "./x",
    "",
    "data/\u{0}",
    "data/\u{1b}[2J",
    `data/${"x".repeat(1100)}`,
  ])("%j is refused", (path) => {
    expect(pathFault(path)).not.toBeNull();
  });

  test.each(["data/a", "data/%7Ea", "data/%a", "data/dir/~a", "data/..a", "data/Núñez", "data/a\nb", "bagit.txt"])(
    "%j is followed",
    (path) => {
      expect(pathFault(path)).toBeNull();
    },
  );
});

describe("names of originals", () => {
  test.each([
    ["letter.pdf", "001 letter.pdf"],
    ["../../etc/passwd", "001 _._etc_passwd"],
    ["CON", "001 _CON"],
    ["nul.txt", "001 _nul.txt"],
    ["com1.tar.gz", "001 _com1.tar.gz"],
    ["a\u{202e}fdp.exe", "001 afdp.exe"],
    ["a\u{0}b\nc", "001 abc"],
    ["trailing. . .", "001 trailing"],
    ["50% of it?.pdf", "001 50_ of it_.pdf"],
    ["...", "001 file"],
    ["Cafe\u{301}.jpg", "001 Caf\u{e9}.jpg"],
  ])("%j becomes %j", (name, safe) => {
    expect(safeFileName("001 ", name, new Set())).toBe(safe);
  });

  test("two that some system takes for one are told apart", () => {
    const taken = new Set<string>();
    const names = ["IMG.jpg", "img.JPG", "IMG.jpg", "Núñez", "NÚÑEZ"].map((name) => safeFileName("7 ", name, taken));
    expect(names).toEqual(["7 IMG.jpg", "7 img (2).JPG", "7 IMG (3).jpg", "7 Núñez", "7 NÚÑEZ (2)"]);
  });

  test("any name gives a name of at most 180 bytes that any system keeps, and none twice", () => {
    const name = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.constantFrom("aux", "A", "a", ".", " ", "\u{d800}"),
    );
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), (names) => {
        const taken = new Set<string>();
        const safe = names.map((one) => safeFileName("012 ", one, taken));
        expect(new Set(safe.map(foldedPath)).size).toBe(names.length);
        for (const one of safe) {
          expect(Buffer.byteLength(one)).toBeLessThanOrEqual(180);
          expect(one).toMatch(/^012 [^/\\:*?"<>|%\p{Cc}\p{Cf}\p{Cs}]*[^/\\:*?"<>|%\p{Cc}\p{Cf}\p{Cs}. ]$/u);
          expect(pathFault(`data/originals/${one}`)).toBeNull();
        }
      }),
    );
  });
});

import { wordlist } from "@scure/bip39/wordlists/english.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkRecoveryWords,
  parseRecoveryWords,
  recoveryEntropy,
  recoveryWordsOf,
  unknownRecoveryWords,
} from "#core/vault/recovery-words.ts";

const entropy = new Uint8Array(32).map((_, i) => i * 7);
const words = recoveryWordsOf(entropy);
const sheet = words.join(" ");

describe("words that no sheet has", () => {
  test.each([
    ["Zoo, ACTION 3. abandon", []],
    ["zoo zooo kettel aban xyz", ["zooo", "kettel", "xyz"]],
    ["", []],
  ])("of “%s” they are %j", (typed, unknown) => expect(unknownRecoveryWords(typed)).toEqual(unknown));
});

describe("24 words of BIP39", () => {
  // from the test vectors of BIP39 itself (trezor/python-mnemonic, vectors.json)
  test.each([
    ["00", `${"abandon ".repeat(23)}art`],
    [
      "7f",
      `${"legal winner thank year wave sausage worth useful ".repeat(2)}legal winner thank year wave sausage worth title`,
    ],
    [
      "80",
      `${"letter advice cage absurd amount doctor acoustic avoid ".repeat(2)}letter advice cage absurd amount doctor acoustic bless`,
    ],
    ["ff", `${"zoo ".repeat(23)}vote`],
  ])("32 bytes of %s are the words that the standard gives", (byte, mnemonic) => {
    const bytes = new Uint8Array(32).fill(Number.parseInt(byte, 16));
    expect(recoveryWordsOf(bytes).join(" ")).toBe(mnemonic);
    expect(recoveryEntropy(mnemonic)).toEqual(bytes);
  });

  test("any 32 bytes come back from their words, and from the first four letters of each", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const given = recoveryWordsOf(new Uint8Array(bytes));
        expect(given.length).toBe(24);
        expect(recoveryEntropy(given.join(" "))).toEqual(new Uint8Array(bytes));
        expect(recoveryEntropy(given.map((word) => word.slice(0, 4)).join(" "))).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  test("each word of the list is told apart by its first four letters", () => {
    expect(new Set(wordlist.map((word) => word.slice(0, 4))).size).toBe(2048);
  });
});

describe("words as they are typed", () => {
  test.each([
    ["capitals", sheet.toUpperCase()],
    ["line ends and many spaces", `  ${words.join("  \r\n\t ")}\n`],
    ["commas", words.join(", ")],
    ["the sheet's numbers", words.map((word, i) => `${i + 1}. ${word}`).join("\n")],
    ["numbers that touch", words.map((word, i) => `${i + 1}.${word}`).join(" ")],
    ["hard spaces", words.join("\u00a0")],
    ["wide letters of another keyboard", sheet.replaceAll("a", "ａ")],
    ["accents that a phone put in", sheet.replaceAll("e", "é")],
    ["a slip after the fourth letter", words.map((word) => (word.length > 5 ? `${word}x` : word)).join(" ")],
  ])("%s are taken", (_, typed) => {
    expect(recoveryEntropy(typed)).toEqual(entropy);
  });

  test.each([
    ["nothing", ""],
    ["23 words", words.slice(1).join(" ")],
    ["25 words", `${sheet} zoo`],
    ["a word that isn't one of the list", `${words.slice(1).join(" ")} folio`],
    ["three letters that begin several words", `${words.slice(1).join(" ")} aba`],
    ["no letters at all", "1 2 3 4"],
  ])("%s is not taken", (_, typed) => {
    expect(parseRecoveryWords(typed)).toBeNull();
    expect(recoveryEntropy(typed)).toBeNull();
  });

  test("two words that changed places fail the checksum, or give another key", () => {
    const swapped = [words[1] ?? "", words[0] ?? "", ...words.slice(2)].join(" ");
    expect(parseRecoveryWords(swapped)).not.toBeNull();
    expect(recoveryEntropy(swapped)).not.toEqual(entropy);
  });

  test("three letters that are a word are that word, though longer ones begin with them", () => {
    const typed = ["act", ...words.slice(1)].join(" ");
    expect(parseRecoveryWords(typed)?.[0]).toBe("act");
  });
});

describe("the three-word check", () => {
  const [third = "", ninth = "", last = ""] = [words[2], words[8], words[23]];

  test("the right words at their positions pass, in capitals and by four letters too", () => {
    expect(checkRecoveryWords(words, [3, 9, 24], [third, ninth, last])).toBe(true);
    expect(checkRecoveryWords(words, [3, 9, 24], [` ${third.toUpperCase()} `, ninth.slice(0, 4), last])).toBe(true);
  });

  test.each([
    ["a word from another position", [third, last, ninth]],
    ["a missing answer", [third, ninth]],
    ["an empty answer", [third, "", last]],
    ["two words for one", [third, `${ninth} ${ninth}`, last]],
    ["one answer too many", [third, ninth, last, last]],
    ["three letters", [third.slice(0, 3), ninth, last]],
  ])("%s fails", (_, typed) => {
    expect(checkRecoveryWords(words, [3, 9, 24], typed)).toBe(false);
  });

  test("a position that isn't on the sheet fails", () => {
    expect(checkRecoveryWords(words, [25], ["zoo"])).toBe(false);
    expect(checkRecoveryWords(words, [0], [""])).toBe(false);
  });
});

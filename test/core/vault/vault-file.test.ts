import { describe, expect, test } from "vitest";
import type { Bytes } from "#core/model/bytes.ts";
import { utf8 } from "#core/vault/text-codes.ts";
import { checkKeyFiles, unlockKeyFiles } from "#core/vault/vault.ts";
import { readVaultFile } from "#core/vault/vault-file.ts";
import { slotKinds } from "#core/vault/vault-keys.ts";
import { codeOf, fastKdf, noFiles, noKdf } from "./key-disk.ts";
import { firstSecret, forged, madeVault, recovery, textOf, there, vaultWithAllSlots } from "./vaults.ts";

const made = await vaultWithAllSlots();
const whole = there(made.disk.files.main);
const head = made.disk.files.head;

/** What both copies being `bytes` comes to, before anything is derived. */
const alone = (bytes: Bytes) => codeOf(unlockKeyFiles({ main: bytes, copy: bytes, head }, firstSecret, noKdf));

describe("one value has one spelling", () => {
  const text = textOf(whole);
  const respelt: readonly (readonly [string, (text: string) => string])[] = [
    ["a space", (json) => json.replace(":1,", ": 1,")],
    ["a number written 1.0", (json) => json.replace('"version":1', '"version":1.0')],
    ["a number written 1e0", (json) => json.replace('"version":1', '"version":1e0')],
    ["a number as text", (json) => json.replace('"generation":2', '"generation":"2"')],
    ["the same name twice", (json) => json.replace('"generation":2', '"generation":2,"generation":2')],
    ["a first value that a second hides", (json) => json.replace('"passes":3', '"passes":1,"passes":3')],
    ["a second slots list", (json) => json.replace('"before":null', '"slots":[],"before":null')],
    ["a name that isn't ours", (json) => json.replace('"before":null', '"before":null,"note":1')],
    ["__proto__", (json) => json.replace('"before":null', '"__proto__":{"before":null},"before":null')],
    ["names in another order", (json) => json.replace(/("kdf":"argon2id"),("memoryKiB":\d+)/, "$2,$1")],
    ["an escaped letter", (json) => json.replace("argon2id", "\\u0061rgon2id")],
    ["base64 with stray bits", (json) => json.replace(/"salt":"(.{21}).=="/, (_, start) => `"salt":"${start}B=="`)],
    ["base64 without padding", (json) => json.replace(/"salt":"(.{22})=="/, (_, start) => `"salt":"${start}"`)],
    ["base64 of the other alphabet", (json) => json.replace(/"key":".{4}/, '"key":"-_-_')],
    ["a salt of 15 bytes", (json) => json.replace(/"salt":".{24}"/, `"salt":"${"A".repeat(20)}"`)],
    ["a key of 61 bytes", (json) => json.replace(/"key":".{80}"/, `"key":"${"A".repeat(80)}AA=="`)],
    ["nothing held", (json) => json.replace(/"held":"[^"]*"/, '"held":""')],
    ["capital hex", (json) => json.replace(/"vault":".{32}/, '"vault":"ABCDEF00112233445566778899001122')],
    ["a short id", (json) => json.replace(/"vault":"./, '"vault":"')],
    ["generation 0", (json) => json.replace('"generation":2', '"generation":0')],
    ["a generation past counting", (json) => json.replace('"generation":2', '"generation":9007199254740993')],
    ["half a generation", (json) => json.replace('"generation":2', '"generation":2.5')],
    ["no slots", (json) => json.replace(/"slots":\[.*\]/, '"slots":[]')],
    ["slots that are no list", (json) => json.replace(/"slots":\[.*\]/, '"slots":{}')],
    ["a slot of an unknown kind", (json) => json.replace('"kind":"recovery"', '"kind":"hint"')],
    ["two slots of a kind", (json) => json.replace(/("slots":\[)(\{.*?\})/, "$1$2,$2")],
    ["the computer's slot alone", (json) => json.replace(/\{"kind":"passphrase".*(?=\{"kind":"computer")/, "")],
    ["null for a slot", (json) => json.replace('"slots":[', '"slots":[null,')],
    ["a short mac", (json) => json.replace(/"mac":"./, '"mac":"')],
    ["before that is no seal", (json) => json.replace('"before":null', '"before":"AAAA"')],
    ["before left out", (json) => json.replace(',"before":null', "")],
    ["version 0", (json) => json.replace('"version":1', '"version":0')],
    ["another format", (json) => json.replace("folio-vault", "folio-case-key")],
    ["lanes below zero", (json) => json.replace('"lanes":1', '"lanes":-1')],
    ["memory of minus zero", (json) => json.replace('"memoryKiB":131072', '"memoryKiB":-0')],
  ];
  test.each(respelt)("%s is damage, though somebody summed it again", async (_, alter) => {
    const bytes = forged(whole, alter);
    expect(textOf(bytes)).not.toBe(text);
    expect(await alone(bytes)).toBe("vault-damaged");
    const beside = { main: bytes, copy: whole, head };
    expect(checkKeyFiles(beside)).toEqual(["vault-copy-damaged"]);
    expect((await unlockKeyFiles(beside, firstSecret, fastKdf)).notes).toEqual(["vault-copy-damaged"]);
  });

  test.each([
    ["a line end after it", `${text}\n`],
    ["a byte order mark before it", `\ufeff${text}`],
    ["something after it", `${text}{}`],
    ["the file twice", text + text],
    ["nothing", ""],
    ["another sum", text.replace(/0?"\}$/, (end) => (end.startsWith("0") ? '1"}' : '0"}'))],
    ["null", "null"],
    ["a list", "[]"],
    ["a text", '"folio-vault"'],
    ["brackets 30,000 deep", "[".repeat(30_000)],
    ["a hundred thousand spaces", `${text}${" ".repeat(100_000)}`],
  ])("%s is damage", async (_, altered) => {
    expect(await alone(utf8(altered))).toBe("vault-damaged");
  });

  test("bytes that are no text are damage", async () => {
    expect(await alone(Uint8Array.of(0xff, 0xfe, 0x7b, 0x00))).toBe("vault-damaged");
  });

  test("what is sound is read as it was written", () => {
    const reading = readVaultFile(whole);
    expect(reading.kind === "sound" && reading.file.bytes).toBe(whole);
    expect(slotKinds(made.disk.files)).toEqual(["passphrase", "recovery", "computer"]);
  });
});

describe("what a slot asks of the KDF", () => {
  const asks = (change: string) => (json: string) => {
    const [name = ""] = change.split(":");
    return json.replace(new RegExp(`"${name}":("argon2id"|\\d+)`), `"${name}":${change.slice(name.length + 1)}`);
  };
  test.each([
    "memoryKiB:131071",
    "memoryKiB:8",
    "memoryKiB:0",
    "passes:2",
    "passes:1",
    "passes:0",
    'kdf:"argon2i"',
    'kdf:"scrypt"',
    'kdf:""',
  ])("%s, too weak, is refused before anything is derived", async (change) => {
    expect(await alone(forged(whole, asks(change)))).toBe("vault-weakened");
  });

  test.each([
    "memoryKiB:1048577",
    "memoryKiB:4294967296",
    "memoryKiB:9007199254740991",
    "passes:17",
    "passes:4294967295",
    "lanes:0",
    "lanes:2",
    "lanes:16777215",
  ])("%s, too much to work out, is refused before anything is derived", async (change) => {
    expect(await alone(forged(whole, asks(change)))).toBe("vault-weakened");
  });

  test("the other secrets, and a sound copy beside it, don't hide that it was altered", async () => {
    const weak = forged(whole, asks("passes:1"));
    expect(await codeOf(unlockKeyFiles({ main: weak, copy: weak, head }, recovery(made.words), noKdf))).toBe(
      "vault-weakened",
    );
    for (const files of [
      { main: weak, copy: whole, head },
      { main: whole, copy: weak, head },
    ]) {
      expect(checkKeyFiles(files)).toEqual(["vault-weakened"]);
      expect(await codeOf(unlockKeyFiles(files, firstSecret, noKdf))).toBe("vault-weakened");
    }
  });

  test("a recovery slot under another KDF is refused", async () => {
    const bytes = forged(whole, (json) => json.replace("hkdf-sha256", "none"));
    expect(await alone(bytes)).toBe("vault-weakened");
  });

  test("more than Folio asks today, within bounds, is worked out as asked", async () => {
    const asked: number[] = [];
    const bytes = forged(whole, (json) =>
      json.replace('"memoryKiB":131072,"passes":3', '"memoryKiB":1048576,"passes":16'),
    );
    const kdf: typeof fastKdf = async (text, salt, parameters) => {
      asked.push(parameters.memoryKiB, parameters.passes, parameters.lanes);
      return fastKdf(text, salt, parameters);
    };
    await codeOf(unlockKeyFiles({ main: bytes, copy: bytes, head }, firstSecret, kdf));
    expect(asked).toEqual([1_048_576, 16, 1]);
  });
});

describe("a later version", () => {
  const later = forged(whole, (json) => json.replace('"version":1', '"version":2,"more":{}'));
  const unsummed = utf8(textOf(whole).replace('"version":1', '"version":3'));

  test("is left alone and named, whatever else it holds", async () => {
    expect(await alone(later)).toBe("vault-newer");
    expect(await alone(utf8('{"format":"folio-vault","version":9}'))).toBe("vault-newer");
    expect(checkKeyFiles({ main: later, copy: null, head: null })).toEqual(["vault-newer"]);
  });

  test("is not looked for in more than 64 KiB", async () => {
    const padded = (size: number) => `{"format":"folio-vault","version":9,"more":"${"x".repeat(size)}"}`;
    expect(await alone(utf8(padded(60_000)))).toBe("vault-newer");
    expect(await alone(utf8(padded(70_000)))).toBe("vault-damaged");
  });

  test("is believed beside a copy of this version if its sum holds: it was writing when it stopped", async () => {
    expect(checkKeyFiles({ main: whole, copy: later, head })).toEqual(["vault-newer"]);
  });

  test("is not believed for a changed digit in one copy", async () => {
    for (const files of [
      { main: unsummed, copy: whole, head },
      { main: whole, copy: unsummed, head },
    ]) {
      expect(checkKeyFiles(files)).toEqual(["vault-copy-damaged"]);
      expect((await unlockKeyFiles(files, firstSecret, fastKdf)).notes).toEqual(["vault-copy-damaged"]);
    }
  });

  test.each(["1e99", "-1", "1.5", '"2"', "null", "true", "[2]"])("%s is no version", async (version) => {
    expect(await alone(forged(whole, (json) => json.replace('"version":1', `"version":${version}`)))).toBe(
      "vault-damaged",
    );
  });
});

describe("without a key", () => {
  test("a head that is gone is said, whatever the generation", async () => {
    expect(checkKeyFiles({ main: whole, copy: whole, head: null })).toEqual(["vault-head-damaged"]);
    const young = (await madeVault()).disk.files;
    expect(checkKeyFiles({ ...young, head: null })).toEqual(["vault-head-damaged"]);
  });

  test("slots of files that don't hold aren't told", () => {
    expect(() => slotKinds(noFiles)).toThrow("vault-missing");
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Bytes } from "#core/model/bytes.ts";
import { openCaseKey } from "#core/vault/case-key.ts";
import { deriveBytes, importKey } from "#core/vault/derive.ts";
import { argon2id } from "#core/vault/kdf.ts";
import { bucketOf } from "#core/vault/pad.ts";
import { recoveryEntropy, recoveryWordsOf } from "#core/vault/recovery-words.ts";
import { smallSealer } from "#core/vault/seal.ts";
import { fromHex, fromUtf8, toHex, utf8 } from "#core/vault/text-codes.ts";
import { checkKeyFiles, type OpenVault, type Secret, unlockVault } from "#core/vault/vault.ts";
import { hkdf } from "./by-node.ts";
import { keyDisk } from "./key-disk.ts";
import { makeVectors } from "./make-vectors.ts";

/** Frozen: what version 1 wrote opens forever. */
const vectors: ReturnType<typeof makeVectors> = JSON.parse(
  readFileSync(new URL("vectors.json", import.meta.url), "utf8"),
);

const bytes = (hex: string): Bytes => fromHex(hex) ?? new Uint8Array(0);

/** Whether a key that can't be read back is these bytes: both derive the same. */
async function isKey(key: CryptoKey | undefined, hex: string): Promise<boolean> {
  const mark = "a mark for the tests";
  return (
    key !== undefined && toHex(await deriveBytes(key, mark)) === hkdf(Buffer.from(hex, "hex"), mark).toString("hex")
  );
}

async function opened(one: { vaultJson: string; vaultHead: string }, secret: Secret): Promise<OpenVault> {
  const main = utf8(one.vaultJson);
  const disk = keyDisk({ main, copy: main, head: bytes(one.vaultHead) });
  expect(checkKeyFiles(disk.files)).toEqual([]);
  disk.openWithComputer = async (held) => {
    expect(toHex(held)).toBe(vectors.vault.held);
    return bytes(vectors.vault.computerSecret);
  };
  const { vault, notes } = await unlockVault(disk, secret, argon2id);
  expect(notes).toEqual([]);
  expect(disk.writings).toBe(0);
  return vault;
}

test("the vectors are what node:crypto makes of FORMAT.md", () => {
  expect(vectors).toEqual(makeVectors());
});

describe("Folio reads what node:crypto wrote", () => {
  test.each(vectors.buckets)("%i bytes are padded to %i", (size, bucket) => {
    expect(bucketOf(size ?? -1)).toBe(bucket);
  });

  test("HKDF, with and without salt", async () => {
    const { key, info, salt, withSalt, withoutSalt } = vectors.hkdf;
    const imported = await importKey(bytes(key));
    expect(toHex(await deriveBytes(imported, info))).toBe(withoutSalt);
    expect(toHex(await deriveBytes(imported, info, bytes(salt)))).toBe(withSalt);
  });

  test.each(vectors.smallSeal)("small seals", async ({ key, purpose, aad, content, sealed }) => {
    const sealer = smallSealer(await importKey(bytes(key)), purpose);
    const plain = await sealer.open(bytes(aad), bytes(sealed));
    expect(plain === null ? null : fromUtf8(plain)).toBe(content);
    expect((await sealer.seal(bytes(aad), utf8(content))).length).toBe(bytes(sealed).length);
  });

  test("recovery words", () => {
    const entropy = recoveryEntropy(vectors.vault.words);
    expect(entropy === null ? "" : recoveryWordsOf(entropy).join(" ")).toBe(vectors.vault.words);
  });

  test.each([
    { kind: "passphrase", passphrase: vectors.vault.passphrase } as const,
    { kind: "passphrase", passphrase: vectors.vault.passphrase.normalize("NFKD") } as const,
    { kind: "recovery", words: vectors.vault.words } as const,
    { kind: "computer" } as const,
  ])("a vault, by its $kind", async (secret) => {
    const vault = await opened(vectors.vault, secret);
    expect(vault.generation).toBe(7);
    expect(await isKey(vault.root, vectors.vault.root)).toBe(true);
    expect(vault.before).toBeUndefined();
  });

  test("a vault whose keys are being changed, with the earlier root key", async () => {
    const vault = await opened(vectors.vaultWhileKeysChange, { kind: "recovery", words: vectors.vault.words });
    expect(await isKey(vault.root, vectors.vault.root)).toBe(true);
    expect(await isKey(vault.before?.root, vectors.vaultWhileKeysChange.earlierRoot)).toBe(true);
  });

  test("a case's key: alone, with the earlier one, and under the earlier root key", async () => {
    const vault = await opened(vectors.vaultWhileKeysChange, { kind: "recovery", words: vectors.vault.words });
    const { caseId, key, earlierKey, file, fileWithBoth, fileUnderEarlierRoot } = vectors.caseKey;
    const expected: [string, string[], boolean][] = [
      [file, [key], false],
      [fileWithBoth, [key, earlierKey], false],
      [fileUnderEarlierRoot, [earlierKey], true],
    ];
    for (const [text, keys, sealedBefore] of expected) {
      const found = await openCaseKey(vault, caseId, [utf8(text), utf8(text)]);
      expect([found.copyDamaged, found.sealedBefore, found.keys.keys.length]).toEqual([
        false,
        sealedBefore,
        keys.length,
      ]);
      for (const [i, hex] of keys.entries()) expect(await isKey(found.keys.keys[i], hex)).toBe(true);
    }
  });
});

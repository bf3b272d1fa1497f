import { argon2Sync } from "node:crypto";
import { expect, test } from "vitest";
import { argon2id, kdfParameters } from "#core/vault/kdf.ts";
import { toHex, utf8 } from "#core/vault/text-codes.ts";

const salt = new Uint8Array(16).map((_, i) => i);

test("Argon2id gives what OpenSSL gives, with the parameters of new slots", async () => {
  const message = utf8("correct horse battery staple");
  const { passes, memoryKiB } = kdfParameters;
  const theirs = argon2Sync("argon2id", {
    message,
    nonce: salt,
    parallelism: 1,
    tagLength: 32,
    memory: memoryKiB,
    passes,
  });
  expect(toHex(await argon2id("correct horse battery staple", salt, kdfParameters))).toBe(theirs.toString("hex"));
});

test.each([
  ["é", 8, 1],
  ["a longer one with ✓ and 𝔉", 1024, 4],
])("Argon2id of %j in %i KiB and %i passes is OpenSSL's too", async (text, memoryKiB, passes) => {
  const options = { message: utf8(text), nonce: salt, parallelism: 1, tagLength: 32, memory: memoryKiB, passes };
  expect(toHex(await argon2id(text, salt, { memoryKiB, passes, lanes: 1 }))).toBe(
    argon2Sync("argon2id", options).toString("hex"),
  );
});

test("more lanes than libsodium has are a bug, not a weaker key", async () => {
  await expect(argon2id("x", salt, { ...kdfParameters, lanes: 2 })).rejects.toThrow("one lane");
});

test("new slots ask for what the design says", () => {
  expect(kdfParameters).toEqual({ memoryKiB: 128 * 1024, passes: 3, lanes: 1 });
});

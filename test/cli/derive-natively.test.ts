import { expect, test } from "vitest";
import { scryptHere } from "#core/vault/bundle/scrypt.ts";
import { argon2id, kdfParameters } from "#core/vault/kdf.ts";
import { argon2idNatively, scryptNatively } from "../../src-main/cli/derive-natively.ts";

const salt = new Uint8Array(16).fill(7);

test("what the window locks the command line opens: both derive the same Argon2id key", async () => {
  const passphrase = "ŵ ŷ plum tarpaulin";
  expect(await argon2idNatively(passphrase, salt, kdfParameters)).toEqual(
    await argon2id(passphrase, salt, kdfParameters),
  );
});

test("both derive the same scrypt key", async () => {
  expect(await scryptNatively("ŵ ŷ plum tarpaulin", salt, 12)).toEqual(
    await scryptHere("ŵ ŷ plum tarpaulin", salt, 12),
  );
});

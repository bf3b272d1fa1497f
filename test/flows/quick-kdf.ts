import { createHash } from "node:crypto";
import type { Scrypt } from "#core/vault/bundle/scrypt.ts";
import type { Kdf } from "#core/vault/kdf.ts";

/** In place of Argon2id, where a test is about something else: quick, and different for every passphrase and salt. */
export const passphraseKdf: Kdf = async (passphrase, salt) =>
  new Uint8Array(createHash("sha256").update(passphrase.normalize("NFKC")).update(salt).digest());

export const bundleScrypt: Scrypt = (passphrase, salt) =>
  passphraseKdf(passphrase, salt, { memoryKiB: 0, passes: 0, lanes: 1 });

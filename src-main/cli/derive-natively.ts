import { argon2, scrypt } from "node:crypto";
import { promisify } from "node:util";
import type { Scrypt } from "#core/vault/bundle/scrypt.ts";
import type { Kdf } from "#core/vault/kdf.ts";

/*
 * The same functions as the window's, by Node's own OpenSSL: as quick as libsodium's, and the 128 MiB that each takes
 * are given back at once, where wasm would hold them to the end of a long export.
 */

/** Argon2id v1.3 (RFC 9106). */
export const argon2idNatively: Kdf = async (passphrase, salt, { memoryKiB, passes, lanes }) => {
  const asked = { message: passphrase, nonce: salt, parallelism: lanes, tagLength: 32, memory: memoryKiB, passes };
  return new Uint8Array(await promisify(argon2)("argon2id", asked));
};

/** scrypt (RFC 7914) as age uses it. */
export const scryptNatively: Scrypt = async (passphrase, salt, workFactor) => {
  const N = 2 ** workFactor;
  // 128 · N · r bytes for the table, and a little more for blocks.
  const cost = { N, r: 8, p: 1, maxmem: 1024 * N + 1_048_576 };
  return new Promise((resolve, reject) => {
    scrypt(passphrase, salt, 32, cost, (error, key) => (error === null ? resolve(new Uint8Array(key)) : reject(error)));
  });
};

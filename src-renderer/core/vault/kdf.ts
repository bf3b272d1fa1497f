import type { Bytes } from "../model/bytes.ts";
import { utf8 } from "./text-codes.ts";

/** What Argon2id is asked to spend. */
export interface KdfParameters {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/**
 * Turns a passphrase into 32 bytes, slowly. Every function that takes a passphrase takes one of these, so that the
 * window can run it in a worker that is ended afterwards: the memory it took is given back only then.
 *
 * @param passphrase normalised already (NFKC)
 * @param salt 16 bytes
 */
export type Kdf = (passphrase: string, salt: Bytes, parameters: KdfParameters) => Promise<Bytes>;

/** What new slots ask for: 128 MiB, 3 passes, one lane. Also the least that is accepted when reading. */
export const kdfParameters: KdfParameters = { memoryKiB: 131_072, passes: 3, lanes: 1 };

/** Argon2id v1.3 (RFC 9106) by libsodium, which is loaded with the first call. */
export const argon2id: Kdf = async (passphrase, salt, { memoryKiB, passes, lanes }) => {
  if (lanes !== 1) throw new Error("libsodium's Argon2id has one lane");
  const { default: sodium } = await import("libsodium-wrappers-sumo");
  await sodium.ready;
  const algorithm = sodium.crypto_pwhash_ALG_ARGON2ID13;
  const key = sodium.crypto_pwhash(32, utf8(passphrase), salt, passes, memoryKiB * 1024, algorithm);
  return new Uint8Array(key);
};

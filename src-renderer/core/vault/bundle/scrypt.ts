import { scryptAsync } from "@noble/hashes/scrypt.js";
import type { Bytes } from "../../model/bytes.ts";

/** scrypt as age uses it: N = 2^workFactor, r = 8, p = 1, 32 bytes. A window may run it in a worker. */
export type Scrypt = (passphrase: string, salt: Bytes, workFactor: number) => Promise<Bytes>;

/**
 * 128 MiB, as much as our own slots take; the least that OWASP's Password Storage Cheat Sheet names for scrypt.
 * One more would be age's own habit, and 256 MiB at once on a phone-sized laptop.
 */
export const workFactorWritten = 17;

/** 1 GiB. A bundle that asks for more is refused before anything is derived: it could only be meant to hurt. */
export const mostWorkFactor = 20;

/**
 * scrypt in this thread. What our own bundles ask for is libsodium's work: its memory is the one that Argon2id has
 * used already. More is done by the slower one that lets the window live meanwhile.
 */
export const scryptHere: Scrypt = async (passphrase, salt, workFactor) => {
  const N = 2 ** workFactor;
  if (workFactor > workFactorWritten)
    return new Uint8Array(await scryptAsync(passphrase, salt, { N, r: 8, p: 1, dkLen: 32 }));
  const { default: sodium } = await import("libsodium-wrappers-sumo");
  await sodium.ready;
  return new Uint8Array(sodium.crypto_pwhash_scryptsalsa208sha256_ll(passphrase, salt, N, 8, 1, 32));
};

import { md5, sha1 } from "@noble/hashes/legacy.js";
import { sha224, sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import { toHex } from "../text-codes.ts";
import type { Parts } from "./streams.ts";

/** The checksums that bags are made with, as their manifests' names say them. Ours are all SHA-256. */
export const checksums = { md5, sha1, sha224, sha256, sha384, sha512 };
export type Checksum = keyof typeof checksums;

/** Whether a manifest's name speaks of a checksum that can be worked out here. */
export function isChecksum(name: string): name is Checksum {
  return Object.hasOwn(checksums, name);
}

/** What is worked out of bytes while they pass by. */
export interface Sum {
  readonly sizeBytes: number;
  /** lower-case hex, by checksum */
  readonly hashes: ReadonlyMap<Checksum, string>;
}

/** Hands the parts on unaltered and tells their size and checksums when all have passed. */
export async function* summing(
  parts: Parts,
  which: Iterable<Checksum>,
  done: (sum: Sum) => void,
): AsyncGenerator<Uint8Array, void> {
  const running = [...which].map((name) => ({ name, hash: checksums[name].create() }));
  let sizeBytes = 0;
  for await (const part of parts) {
    sizeBytes += part.length;
    for (const { hash } of running) hash.update(part);
    yield part;
  }
  done({ sizeBytes, hashes: new Map(running.map(({ name, hash }) => [name, toHex(hash.digest())])) });
}

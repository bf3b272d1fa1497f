import { createHash } from "node:crypto";
import type { KeyFiles } from "#core/host.ts";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem, type ProblemCode } from "#core/problems.ts";
import type { Kdf } from "#core/vault/kdf.ts";
import type { Keyring } from "#core/vault/slot-keys.ts";
import type { KeyHost } from "#core/vault/write-keys.ts";

/** Three key files in memory, whose next writing can stop at any step as a crash or a full disk would stop it. */
export interface KeyDisk extends KeyHost, Keyring {
  files: KeyFiles;
  /** how many of the three files the next writings replace before they fail; null: they don't fail */
  stopAfter: number | null;
  /** what a writing that stops is refused with */
  stopWith: ProblemCode;
  writings: number;
  /** whether this computer's keyring gives back what it held */
  keyring: boolean;
}

/** The order is the real host's: copy, main, head. */
export function keyDisk(files: KeyFiles = noFiles): KeyDisk {
  const disk: KeyDisk = {
    files,
    stopAfter: null,
    stopWith: "disk-full",
    writings: 0,
    keyring: true,
    readKeyFiles: async () => disk.files,
    writeKeyFiles: async (replaces, vault, head) => {
      const { main, copy } = disk.files;
      const there = [main, copy].map((bytes) => (bytes === null ? null : hash(bytes)));
      const holds = replaces === null ? there.every((one) => one === null) : there.includes(replaces);
      if (!holds) throw new Problem("keys-changed-elsewhere");
      disk.writings += 1;
      const steps: Partial<KeyFiles>[] = [{ copy: vault }, { main: vault }, { head }];
      for (const step of steps.slice(0, disk.stopAfter ?? steps.length)) disk.files = { ...disk.files, ...step };
      if (disk.stopAfter !== null) throw new Problem(disk.stopWith);
    },
    sealWithComputer: async (secret) => {
      if (!disk.keyring) throw new Problem("keyring-missing");
      return flipAll(secret);
    },
    openWithComputer: async (sealed) => {
      if (!disk.keyring) throw new Problem("keyring-missing");
      return flipAll(sealed);
    },
  };
  return disk;
}

export const noFiles: KeyFiles = { main: null, copy: null, head: null };

/** Stands in for Argon2id where thousands of tries are made; the slow one has its own tests. */
export const fastKdf: Kdf = async (passphrase, salt, { memoryKiB, passes, lanes }) => {
  const asked = `${memoryKiB} ${passes} ${lanes}`;
  return new Uint8Array(createHash("sha256").update(asked).update(salt).update(passphrase).digest());
};

/** Fails the test that derives: for what must be refused before anything is derived. */
export const noKdf: Kdf = async () => {
  throw new Error("derived");
};

/** The code of the `Problem` that this comes to; any other failure fails the test. */
export async function codeOf(tried: Promise<unknown>): Promise<ProblemCode | "opened"> {
  try {
    await tried;
    return "opened";
  } catch (cause) {
    if (cause instanceof Problem) return cause.code;
    throw cause;
  }
}

/** `bytes` with one bit changed. */
export function flipped(bytes: Bytes, bit: number): Bytes {
  const changed = new Uint8Array(bytes);
  const at = bit >> 3;
  changed[at] = (changed[at] ?? 0) ^ (1 << (bit & 7));
  return changed;
}

function hash(bytes: Bytes): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function flipAll(bytes: Bytes): Bytes {
  return bytes.map((byte) => byte ^ 0xff);
}

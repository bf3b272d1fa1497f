import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import type { KeyFiles } from "#core/host.ts";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";
import { isMissing, reading, writing } from "./disk-problems.ts";
import { makeFolder, vaultFolders } from "./folders.ts";
import { writeInOrder } from "./safe-write.ts";
import { sweep } from "./sweep.ts";
import { type SystemLock, takeSystemLock } from "./system-lock.ts";

/**
 * The key files as they stand; null for one that isn't there. One that the disk won't give is empty, and so damaged, as
 * long as a copy of vault.json could be read: what is written twice is to open when one of them is lost.
 * @throws {Problem} `cannot-read`
 */
export function readKeyFiles(dataFolder: string): Promise<KeyFiles> {
  const { main, copy, head } = vaultFolders(dataFolder).keyFiles;
  return reading(async () => {
    const copies = await readCopies([main, copy]);
    const held = copies.some((bytes) => bytes !== null && bytes.length > 0);
    return {
      main: copies[0] ?? null,
      copy: copies[1] ?? null,
      head: await readOrNull(head).catch((error: unknown) => {
        if (held) return new Uint8Array(0);
        throw error;
      }),
    };
  });
}

/**
 * Files that hold the same, each read by itself: null for one that isn't there, empty for one that can't be read while
 * another could. Errors are the system's own.
 */
export async function readCopies(paths: readonly string[]): Promise<readonly (Bytes | null)[]> {
  const read = await Promise.allSettled(paths.map(readOrNull));
  const failed = read.find((one) => one.status === "rejected");
  if (failed !== undefined && !read.some((one) => one.status === "fulfilled" && one.value !== null))
    throw failed.reason;
  return read.map((one) => (one.status === "fulfilled" ? one.value : new Uint8Array(0)));
}

/** As they stand, each of which has to be readable before it is replaced. Errors are the system's own. */
async function readStrictly(dataFolder: string): Promise<KeyFiles> {
  const { main, copy, head } = vaultFolders(dataFolder).keyFiles;
  return { main: await readOrNull(main), copy: await readOrNull(copy), head: await readOrNull(head) };
}

/**
 * Replaces the key files, if they are still those that were read: two windows that change keys at once would else
 * each drop the other's. Second copy, then main, then head, all three on disk before the first is renamed.
 *
 * What was read may be either copy: where main was damaged, the second one was.
 *
 * @param replaces SHA-256 (hex) of what was read, null where there was none
 * @throws {Problem} `keys-changed-elsewhere`, `disk-full`, `cannot-write`
 */
export function writeKeyFiles(dataFolder: string, replaces: string | null, vault: Bytes, head: Bytes): Promise<void> {
  return writing(async () => {
    await makeFolder(dataFolder);
    const lock = await patientLock(dataFolder);
    try {
      const present = await reading(() => readStrictly(dataFolder));
      if (!stillHolds(present, replaces)) throw new Problem("keys-changed-elsewhere");
      await sweep(dataFolder);
      const paths = vaultFolders(dataFolder).keyFiles;
      await writeInOrder([
        { path: paths.copy, bytes: vault },
        { path: paths.main, bytes: vault },
        { path: paths.head, bytes: head },
      ]);
    } finally {
      await lock.release();
    }
  });
}

function stillHolds({ main, copy }: KeyFiles, replaces: string | null): boolean {
  if (replaces === null) return main === null && copy === null;
  return [main, copy].some((bytes) => bytes !== null && sha256Hex(bytes) === replaces);
}

/** Who holds this lock writes three small files: it is soon free, and free at once if its process dies. */
async function patientLock(dataFolder: string): Promise<SystemLock> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const lock = await takeSystemLock(dataFolder, "keys");
    if (lock !== null) return lock;
    await wait(waitMillis);
  }
  throw new Problem("keys-changed-elsewhere", "busy");
}

const [mostTries, waitMillis] = [400, 25];

function sha256Hex(bytes: Bytes): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A file's bytes, or null where there is none. Errors are the system's own. */
export async function readOrNull(path: string): Promise<Bytes | null> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

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

/** The key files as they stand; null for one that isn't there. @throws {Problem} `cannot-read` */
export function readKeyFiles(dataFolder: string): Promise<KeyFiles> {
  const { main, copy, head } = vaultFolders(dataFolder).keyFiles;
  return reading(async () => ({
    main: await readOrNull(main),
    copy: await readOrNull(copy),
    head: await readOrNull(head),
  }));
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
      const present = await readKeyFiles(dataFolder);
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

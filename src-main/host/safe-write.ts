import { randomBytes } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Bytes } from "#core/model/bytes.ts";
import { systemCode } from "./disk-problems.ts";
import { syncFolder } from "./folders.ts";

/** A file that is there only once `finish` has answered: whole or not at all. Errors are the system's own. */
export interface SafeFile {
  /** Adds a part. When it answers, the system has it; a slow disk makes the caller wait. */
  write(part: Bytes): Promise<void>;
  finish(): Promise<void>;
  /** Leaves nothing behind; harmless after `finish` or a second time. */
  discard(): Promise<void>;
}

/** How unfinished files end: what is left of one after a power cut can be told and removed. */
export const unfinished = ".folio-part";

/**
 * Begins a file under a temporary name beside its final one (the same disk, so that a rename is one step), for
 * this user alone. `finish`: contents on disk, then the name, then the folder's list of names.
 */
export async function startSafeFile(path: string): Promise<SafeFile> {
  const temporary = join(
    dirname(path),
    `.${basename(path).slice(0, 64)}.${randomBytes(8).toString("hex")}${unfinished}`,
  );
  const handle = await open(temporary, "wx", 0o600);
  let done = false;
  const discard = async () => {
    if (done) return;
    done = true;
    await handle.close().catch(() => undefined);
    await rm(temporary, { force: true }).catch(() => undefined);
  };
  return {
    write: (part) => writeAll(handle, part),
    finish: async () => {
      await handle.sync();
      await handle.close();
      await renamePatiently(temporary, path);
      done = true;
      await syncFolder(dirname(path));
    },
    discard,
  };
}

/** The system may take less than it was given: go on until it has all. */
export async function writeAll(handle: FileHandle, bytes: Bytes): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, at, bytes.length - at);
    at += bytesWritten;
  }
}

/** On Windows a virus scanner may hold a new file for a moment: EPERM, EBUSY and EACCES pass within seconds. */
async function renamePatiently(from: string, to: string): Promise<void> {
  const waitsMillis = process.platform === "win32" ? [20, 50, 100, 200, 400, 800, 1600] : [];
  for (const millis of waitsMillis) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!["EPERM", "EBUSY", "EACCES"].includes(systemCode(error) ?? "")) throw error;
      await wait(millis);
    }
  }
  await rename(from, to);
}

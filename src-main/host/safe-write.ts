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
  /** Puts what was written on disk, still under its temporary name: what can fail for want of room has failed by now. */
  settle(): Promise<void>;
  /** Settles, and gives the file its name. */
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
  let [done, settled] = [false, false];
  const settle = async () => {
    if (settled) return;
    await handle.sync();
    await handle.close();
    settled = true;
  };
  const discard = async () => {
    if (done) return;
    done = true;
    await handle.close().catch(() => undefined);
    await rm(temporary, { force: true }).catch(() => undefined);
  };
  return {
    write: (part) => writeAll(handle, part),
    settle,
    finish: async () => {
      await settle();
      await renamePatiently(temporary, path);
      done = true;
      await syncFolder(dirname(path));
    },
    discard,
  };
}

/** Writes a small file whole or not at all. */
export function writeWhole(path: string, bytes: Bytes): Promise<void> {
  return writeInOrder([{ path, bytes }]);
}

/**
 * Writes small files so that each is whole or what it was, and appears only once those before it have. All are on
 * disk under other names before the first appears: a full disk changes none of them.
 */
export async function writeInOrder(files: readonly { readonly path: string; readonly bytes: Bytes }[]): Promise<void> {
  const staged: SafeFile[] = [];
  try {
    for (const { path, bytes } of files) {
      const file = await startSafeFile(path);
      staged.push(file);
      await file.write(bytes);
      await file.settle();
    }
    for (const file of staged) await file.finish();
  } catch (error) {
    await Promise.all(staged.map((file) => file.discard()));
    throw error;
  }
}

/** The system may take less than it was given: go on until it has all. */
export async function writeAll(handle: FileHandle, bytes: Bytes): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, at, bytes.length - at);
    at += bytesWritten;
  }
}

/** On Windows a virus scanner may hold a new file for a moment: EPERM, EBUSY and EACCES pass within seconds. */
export async function renamePatiently(from: string, to: string): Promise<void> {
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

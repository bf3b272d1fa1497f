import { randomBytes } from "node:crypto";
import { mkdir, readdir, rename, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";
import { diskProblem } from "../host/disk-problems.ts";
import { syncFolder } from "../host/folders.ts";
import { type SafeFile, startSafeFile } from "../host/safe-write.ts";

/**
 * Writes files so that each is there whole or not at all: everything is on the disk under temporary names before
 * the first is given its own. Stopping before that leaves nothing behind.
 *
 * @throws {Problem} `disk-full`, `cannot-write`
 */
export async function writeWhole(
  files: readonly { readonly path: string; readonly bytes: Bytes }[],
  signal: AbortSignal,
): Promise<void> {
  const begun: SafeFile[] = [];
  try {
    for (const { path, bytes } of files) {
      signal.throwIfAborted();
      const file = await startSafeFile(path);
      begun.push(file);
      await file.write(bytes);
    }
    signal.throwIfAborted();
    for (const file of begun) await file.finish();
  } catch (cause) {
    for (const file of begun) await file.discard();
    throw signal.aborted ? cause : diskProblem(cause);
  }
}

/** Writes one large file from parts as they come, whole or not at all. @throws {Problem} as `writeWhole`, and what the parts fail with */
export async function streamWhole(path: string, parts: AsyncIterable<Bytes>, signal: AbortSignal): Promise<void> {
  const file = await startSafeFile(path).catch((cause: unknown) => {
    throw diskProblem(cause);
  });
  try {
    for await (const part of parts) {
      signal.throwIfAborted();
      await file.write(part).catch((cause: unknown) => {
        throw diskProblem(cause);
      });
    }
    await file.finish();
  } catch (cause) {
    await file.discard();
    throw cause;
  }
}

interface FolderFile {
  /** below the folder, with "/" */
  readonly path: string;
  parts(): AsyncIterable<Uint8Array>;
}

/**
 * Writes a new folder of files, whole or not at all. Nothing is ever written over: an empty folder will do, a full one won't.
 * @throws {Problem} as `streamWhole`
 */
export async function writeFolder(
  folder: string,
  files: AsyncIterable<FolderFile>,
  signal: AbortSignal,
): Promise<void> {
  await mustBeNewFolder(folder);
  const parts = join(dirname(folder), `.folio-${randomBytes(6).toString("hex")}.folio-part`);
  try {
    await mkdir(parts, { recursive: true, mode: 0o700 });
    for await (const file of files) {
      signal.throwIfAborted();
      const path = join(parts, file.path);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await streamWhole(path, owned(file.parts()), signal);
    }
    await rmdir(folder).catch(() => undefined);
    await rename(parts, folder);
    await syncFolder(dirname(folder));
  } catch (cause) {
    await rm(parts, { recursive: true, force: true });
    throw signal.aborted || cause instanceof Problem ? cause : diskProblem(cause);
  }
}

/** @throws {Problem} `cannot-write` where the folder holds something already */
export async function mustBeNewFolder(folder: string): Promise<void> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new Problem("cannot-write", "", { cause: error, where: [folder] });
  });
  if (there.length > 0) throw new Problem("cannot-write", "", { where: [`${folder} already holds something.`] });
}

async function* owned(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Bytes, void> {
  for await (const part of parts) yield part.buffer instanceof ArrayBuffer ? (part as Bytes) : new Uint8Array(part);
}

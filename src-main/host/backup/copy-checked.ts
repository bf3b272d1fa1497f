import { createHash } from "node:crypto";
import { open, rm } from "node:fs/promises";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";
import { diskProblem } from "../disk-problems.ts";
import { readAt } from "../read-part.ts";
import { writeAll } from "../safe-write.ts";

/** What is copied: bytes in hand, or the first `sizeBytes` of a file. */
export type Source = Bytes | FilePart;

/** So many bytes of a file, from its beginning or from a place in it. */
export interface FilePart {
  readonly path: string;
  readonly sizeBytes: number;
  readonly from?: number;
}

/** Parts of files, one after the other. */
export type Spliced = readonly FilePart[];

export interface CopyOptions {
  /** What a failure to read the source means; that of the target stays the system's own error. */
  readonly sourceProblem: (error: unknown) => Error;
  /** Called between parts; what it throws ends the copying. */
  readonly check?: () => void;
}

/**
 * Copies into a file that must not be there yet, puts it on disk, and reads it back: what was read again must have
 * the SHA-256 of what was copied. Nothing is left where it fails. Never more than 1 MiB is held.
 *
 * The system may answer the reading back from its memory: it shows that the right bytes were written, not that the
 * disk will give them back in a year.
 *
 * @returns the SHA-256 in hex
 * @throws {Problem} `cannot-write` where what was read back differs
 */
export async function copyChecked(source: Source | Spliced, target: string, options: CopyOptions): Promise<string> {
  try {
    const copied = await copy(source, target, options);
    if ((await hashFile(target)) !== copied) throw new Problem("cannot-write", "read back differently");
    return copied;
  } catch (error) {
    await rm(target, { force: true }).catch(() => undefined);
    throw error;
  }
}

async function copy(source: Source | Spliced, target: string, { sourceProblem, check }: CopyOptions): Promise<string> {
  const hash = createHash("sha256");
  const handle = await open(target, "wx", 0o600);
  try {
    const parts = partsOf(source)[Symbol.asyncIterator]();
    for (;;) {
      const next = await parts.next().catch((error: unknown) => {
        throw sourceProblem(error);
      });
      if (next.done === true) break;
      check?.();
      hash.update(next.value);
      try {
        await writeAll(handle, next.value);
      } catch (error) {
        await parts.return?.(undefined);
        throw error;
      }
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return hash.digest("hex");
}

/** What a failure to write means to a person; a bug, which has no code, stays what it is. */
export function writeProblem(error: unknown): unknown {
  return error instanceof Error && !("code" in error) ? error : diskProblem(error);
}

/** SHA-256 in hex of a file, or of its first bytes. Errors are the system's own. */
export async function hashFile(path: string, sizeBytes = Number.POSITIVE_INFINITY): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of partsOf({ path, sizeBytes })) hash.update(part);
  return hash.digest("hex");
}

/** SHA-256 in hex of what `copyChecked` would copy. Errors are the system's own. */
export async function hashSpliced(source: Spliced): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of partsOf(source)) hash.update(part);
  return hash.digest("hex");
}

export function hashBytes(bytes: Bytes): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Parts of at most 1 MiB. A file that ends before `sizeBytes` (where that is finite) is an error of its own. */
export async function* partsOf(source: Source | Spliced): AsyncGenerator<Bytes, void, undefined> {
  if (source instanceof Uint8Array) yield source;
  else if ("path" in source) yield* partsOfFile(source);
  else for (const one of source) yield* partsOfFile(one);
}

async function* partsOfFile(source: FilePart): AsyncGenerator<Bytes, void, undefined> {
  const { from = 0 } = source;
  const handle = await open(source.path, "r");
  try {
    for (let at = 0; at < source.sizeBytes; ) {
      const part = await readAt(handle, from + at, Math.min(partBytes, source.sizeBytes - at));
      if (part.length === 0 && source.sizeBytes !== Number.POSITIVE_INFINITY) throw new Error("the file is shorter");
      if (part.length === 0) return;
      yield part;
      at += part.length;
    }
  } finally {
    await handle.close();
  }
}

const partBytes = 1_048_576;

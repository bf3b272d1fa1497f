import { stat } from "node:fs/promises";
import { Problem } from "#core/problems.ts";
import { isMissing, systemCode } from "../disk-problems.ts";
import { hashFile, type Source } from "./copy-checked.ts";

/** A file that restoring brings. */
export interface Staged {
  /** in the data folder, with "/" between its parts */
  readonly path: string;
  readonly source: Source;
  /** what it must have when it was copied */
  readonly sha256: string;
  /** what may be in its place: nothing, a shorter one that it begins with, or a damaged one that is put aside */
  readonly over: "nothing" | "shorter" | "put-aside";
}

/**
 * A writer's segment only ever grows, so of two copies one begins with the other: the longer one stays.
 *
 * @returns what is to be staged: the backup's where it isn't here or is longer, else nothing
 * @throws {Problem} `backup-damaged` where neither begins with the other
 */
export async function planSegment(
  staged: Staged,
  here: string,
  there: { readonly sizeBytes: number; readonly sha256: string },
): Promise<readonly Staged[]> {
  const hereBytes = await sizeOf(here);
  if (hereBytes === null) return [staged];
  if (hereBytes >= there.sizeBytes) {
    if ((await hashFile(here, there.sizeBytes)) === there.sha256) return [];
    throw new Problem("backup-damaged", "segments have parted");
  }
  if ((await hashHere(here, hereBytes)) !== (await hashThere(staged.source, hereBytes))) {
    throw new Problem("backup-damaged", "segments have parted");
  }
  return [{ ...staged, over: "shorter" }];
}

/** Whether the file that is here has this content. */
export async function sameFile(
  here: string,
  { sizeBytes, sha256 }: { readonly sizeBytes: number; readonly sha256: string },
): Promise<boolean> {
  return (await sizeOf(here)) === sizeBytes && (await hashHere(here, sizeBytes)) === sha256;
}

/** What can't be read from a backup is damage of it. */
export function setProblem(error: unknown): Error {
  if (error instanceof Problem) return error;
  return new Problem("backup-damaged", systemCode(error) ?? "cut short", { cause: error });
}

function hashHere(path: string, sizeBytes: number): Promise<string> {
  return hashFile(path, sizeBytes).catch((error: unknown) => {
    throw new Problem("cannot-read", systemCode(error) ?? "", { cause: error });
  });
}

function hashThere(source: Source, sizeBytes: number): Promise<string> {
  if (source instanceof Uint8Array) throw new Error("a segment is staged from its file");
  return hashFile(source.path, sizeBytes).catch((error: unknown) => {
    throw setProblem(error);
  });
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

import { stat } from "node:fs/promises";
import { Problem } from "#core/problems.ts";
import { isMissing, systemCode } from "../disk-problems.ts";
import { type FilePart, hashFile, type Source, type Spliced } from "./copy-checked.ts";
import { healedSegment } from "./heal-segment.ts";

/** A file that restoring brings. */
export interface Staged {
  /** in the data folder, with "/" between its parts */
  readonly path: string;
  readonly source: Source | Spliced;
  /** what it must have when it was copied */
  readonly sha256: string;
  /** what may be in its place: nothing, a shorter one that it begins with, or a damaged one that is put aside */
  readonly over: "nothing" | "shorter" | "put-aside";
}

/**
 * A writer's segment only ever grows, so of two copies one begins with the other: the longer one stays.
 *
 * Where neither does, the one that is here was changed since it was backed up, which only damage does: what a good set
 * holds comes in its place, with what was added here since, and the damaged one stays beside under another name.
 *
 * @param isGood whether nothing was wrong with the data folder when the set was made
 * @returns what is to be staged: the backup's where it isn't here, is longer or heals it, else nothing
 * @throws {Problem} `backup-damaged` where neither begins with the other, and the set is no good one or where it ends
 * can't be found here
 */
export async function planSegment(
  staged: Staged,
  here: string,
  there: { readonly sizeBytes: number; readonly sha256: string },
  isGood: boolean,
): Promise<readonly Staged[]> {
  const hereBytes = await sizeOf(here);
  if (hereBytes === null) return [staged];
  if (hereBytes >= there.sizeBytes) {
    if ((await hashHere(here, there.sizeBytes)) === there.sha256) return [];
  } else if ((await hashHere(here, hereBytes)) === (await hashThere(staged.source, hereBytes))) {
    return [{ ...staged, over: "shorter" }];
  }
  const local = { path: here, sizeBytes: hereBytes };
  const healed = isGood ? await healedSegment(fileOf(staged.source), staged.sha256, local) : null;
  if (healed === null) throw new Problem("backup-damaged", "segments have parted");
  return [{ ...staged, ...healed, over: "put-aside" }];
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

function hashThere(source: Staged["source"], sizeBytes: number): Promise<string> {
  return hashFile(fileOf(source).path, sizeBytes).catch((error: unknown) => {
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

function fileOf(source: Staged["source"]): FilePart {
  if (!("path" in source)) throw new Error("a segment is staged from its file");
  return source;
}

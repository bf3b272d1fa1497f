import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isMissing } from "../disk-problems.ts";
import { makeFolder } from "../folders.ts";
import { startSafeFile } from "../safe-write.ts";

/**
 * What was erased for good from a case, as it stands in `cases/<case>/erased.json`: ids only, no content. It stays
 * when everything else of the case is gone, so that no backup brings back what was erased.
 */
export interface ErasedOfCase {
  /** the whole case was erased */
  readonly whole: boolean;
  readonly writers: readonly string[];
  readonly objects: readonly string[];
}

export const erasedName = "erased.json";

/** Reads a case's `erased.json`; nothing erased where there is none, or where it can't be understood. */
export async function readErased(caseFolder: string): Promise<ErasedOfCase> {
  try {
    return erasedFrom(JSON.parse(await readFile(join(caseFolder, erasedName), "utf8")));
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) return nothingErased;
    throw error;
  }
}

/** Adds to a case's `erased.json`, whole or not at all: what is in it never leaves it. Errors are the system's own. */
export async function addErased(caseFolder: string, more: ErasedOfCase): Promise<void> {
  await makeFolder(caseFolder);
  const { whole, writers, objects } = bothErased(await readErased(caseFolder), more);
  const file = await startSafeFile(join(caseFolder, erasedName));
  try {
    await file.write(
      new TextEncoder().encode(JSON.stringify({ format: "folio-erased", version: 1, whole, writers, objects })),
    );
    await file.finish();
  } finally {
    await file.discard();
  }
}

export const nothingErased: ErasedOfCase = { whole: false, writers: [], objects: [] };

export function bothErased(one: ErasedOfCase, other: ErasedOfCase): ErasedOfCase {
  return {
    whole: one.whole || other.whole,
    writers: [...new Set([...one.writers, ...other.writers])].sort(),
    objects: [...new Set([...one.objects, ...other.objects])].sort(),
  };
}

/** What such a file says; anything in it that is no id is passed over. */
export function erasedFrom(said: unknown): ErasedOfCase {
  if (typeof said !== "object" || said === null) return nothingErased;
  return {
    whole: "whole" in said && said.whole === true,
    writers: "writers" in said ? ids(said.writers) : [],
    objects: "objects" in said ? ids(said.objects) : [],
  };
}

function ids(said: unknown): readonly string[] {
  if (!Array.isArray(said)) return [];
  const list: readonly unknown[] = said;
  return list.filter((id): id is string => typeof id === "string" && /^[0-9a-f]{32}$/.test(id));
}

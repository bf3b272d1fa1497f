import { join } from "node:path";
import type { ProblemCode } from "#core/problems.ts";
import { readOrNull } from "../key-files.ts";
import { hashBytes, type Source } from "./copy-checked.ts";
import type { ManifestFile } from "./manifest.ts";

/** A file to be copied: small ones are in hand already, so that they stay as they were at one moment. */
export interface SourceFile extends ManifestFile {
  readonly source: Source;
}

export interface SourceObject {
  readonly caseId: string;
  readonly id: string;
  readonly path: string;
  readonly sizeBytes: number;
  readonly changedMillis: number;
}

/** What is in a data folder at one moment, and what can be told of it without a key. */
export interface Survey {
  readonly files: readonly SourceFile[];
  readonly objects: readonly SourceObject[];
  /** empty where all that can be checked holds */
  readonly doubts: readonly ProblemCode[];
}

/** A small file as it is now; nothing where it isn't there. */
export async function smallFile(dataFolder: string, path: string): Promise<readonly SourceFile[]> {
  const bytes = await readOrNull(join(dataFolder, ...path.split("/")));
  if (bytes === null) return [];
  return [{ path, sizeBytes: bytes.length, sha256: hashBytes(bytes), source: bytes }];
}

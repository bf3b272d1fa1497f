import type { CaseFile } from "../model/case-file.ts";
import type { Conflict } from "../vault/conflicts.ts";
import type { SegmentEnd } from "../vault/journal-writer.ts";
import type { KeptCase } from "./kept-case.ts";

/**
 * Everything that opening needs instead of a replay, as plain JSON. It holds keys and words: it is kept sealed.
 */
export interface CaseSnapshot {
  readonly version: 1;
  readonly file: CaseFile;
  readonly latest: string;
  /** object id, stored id, key in base64 */
  readonly objects: readonly (readonly [string, string, string])[];
  readonly segments: readonly SegmentEnd[];
  /** every writer's last line, carried ones too: writer, sequence, line */
  readonly heads: readonly (readonly [string, number, string])[];
  readonly conflicts: readonly Conflict[];
}

/** The open case as a snapshot; null where there is none to keep: in memory only, or a journal with damage. */
export function snapshotOf(_kept: KeptCase): CaseSnapshot | null {
  throw new Error("to follow");
}

import type { Bytes } from "../model/bytes.ts";
import type { ObjectKey } from "./object.ts";
import type { Begin, SaidChange } from "./said.ts";

/** One line of one writer, wherever it stands: in that writer's own segment, or carried in another's. */
export interface JournalLine {
  readonly writer: string;
  readonly sequence: number;
  readonly kind: "begin" | "change" | "erased";
  /** the exact bytes that were said; null when it was erased */
  readonly said: Bytes | null;
  /** SHA-256 of what was said */
  readonly saidSha256: Bytes;
  /** its hash in the writer's chain: 64 hex digits */
  readonly line: string;
  /** where the objects that it names are stored */
  readonly objects: ReadonlyMap<string, ObjectKey>;
  /** what was said, read: of a begin */
  readonly begin: Begin | null;
  /** what was said, read: of a change; null also where it can't be taken (it is a finding then) */
  readonly change: SaidChange | null;
  /** the writer of the segment that it stands in, and when that was begun: UTC, ISO 8601 */
  readonly standsIn: string;
  readonly standsSince: string;
}

/** A line before its place in the chain was worked out. */
export interface FoundLine extends Omit<JournalLine, "line"> {
  /** what a carried or erased frame says its line is; null in the writer's own segment */
  readonly givenLine: string | null;
}

/** One writer's segment as it was read. */
export interface SegmentLines {
  readonly writer: string;
  readonly lines: readonly FoundLine[];
  /** whether it carries lines of others */
  readonly carries: boolean;
}

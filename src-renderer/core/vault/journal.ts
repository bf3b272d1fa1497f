import type { JournalSegment } from "../host.ts";
import type { Bytes } from "../model/bytes.ts";
import type { Change } from "../model/change.ts";
import type { ProblemCode } from "../problems.ts";
import { decodeSegment, encodeFrame } from "./frame.ts";

/** What a case's segments amount to. */
export interface JournalContents {
  /** in the order they were made */
  readonly changes: readonly Change[];
  /** the time of the last of them; "" where there is none */
  readonly latest: string;
  /** `journal-torn` and `journal-damaged`, each at most once */
  readonly notes: readonly ProblemCode[];
}

/** A change as a frame for the end of a segment. */
export function writeChange(change: Change): Bytes {
  return encodeFrame(new TextEncoder().encode(JSON.stringify(change)));
}

/**
 * All writers' changes in one order: by their time, then by writer, and within one writer always as written.
 * A clock that was set back can't reorder one writer's own changes.
 */
export function readJournal(segments: readonly JournalSegment[]): JournalContents {
  const notes = new Set<ProblemCode>();
  const lines = [...segments]
    .sort((one, other) => (one.writer < other.writer ? -1 : 1))
    .flatMap((segment) => segmentLines(segment, notes));
  lines.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  return { changes: lines.map((line) => line.change), latest: lines.at(-1)?.at ?? "", notes: [...notes] };
}

interface Line {
  /** never earlier than the line before it in the same segment */
  readonly at: string;
  readonly change: Change;
}

function segmentLines(segment: JournalSegment, notes: Set<ProblemCode>): readonly Line[] {
  const contents = decodeSegment(segment.bytes);
  if (contents.torn) notes.add("journal-torn");
  if (contents.damagedBytes > 0) notes.add("journal-damaged");
  let latest = "";
  return contents.payloads.flatMap((payload) => {
    const change = parseChange(payload);
    if (change === null) {
      notes.add("journal-damaged");
      return [];
    }
    if (change.at > latest) latest = change.at;
    return [{ at: latest, change }];
  });
}

/** A line whose checksum held but which is no change was written by something else: damage, not a crash. */
function parseChange(payload: Bytes): Change | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload));
    return isChange(value) ? value : null;
  } catch {
    return null;
  }
}

function isChange(value: unknown): value is Change {
  if (typeof value !== "object" || value === null || !("at" in value) || !("body" in value)) return false;
  const { at, body } = value;
  return typeof at === "string" && typeof body === "object" && body !== null && "kind" in body;
}

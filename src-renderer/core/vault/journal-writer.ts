import type { Change } from "../model/change.ts";
import type { ObjectKey } from "./object.ts";

/** How far a segment goes. */
export interface SegmentEnd {
  readonly writer: string;
  readonly sizeBytes: number;
  /** of its last frame */
  readonly sequence: number;
  /** tag of its last frame: 32 hex digits */
  readonly tag: string;
  /** its last line of its own: 64 hex digits */
  readonly line: string;
}

/** What adds changes to the journal of one case, one append after the other, under a writer id of this launch. */
export interface JournalWriter {
  /**
   * Adds changes in one append. Answers when they are on disk.
   * @throws {Problem} `disk-full`, `cannot-write`, `case-open-elsewhere`: then none of them counts, and the next append
   *   goes to another writer's segment
   */
  append(changes: readonly Change[], objects: ReadonlyMap<string, ObjectKey>): Promise<void>;
  /** Writes the sealed head of what was added, where it is behind. */
  writeHead(caseName: string): Promise<void>;
  /** Where each segment that it wrote to ends. */
  ends(): readonly SegmentEnd[];
}

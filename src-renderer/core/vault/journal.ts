import type { Bytes } from "../model/bytes.ts";
import type { ObjectKey } from "./object.ts";

/** One line of one writer, wherever it stands: in that writer's own segment, or carried in another's. */
export interface JournalLine {
  readonly writer: string;
  readonly sequence: number;
  readonly kind: "begin" | "change" | "erased";
  /** the exact bytes that were said; null when it was erased */
  readonly said: Bytes | null;
  /** SHA-256 of what was said: 64 hex digits */
  readonly saidSha256: string;
  /** its hash in the writer's chain: 64 hex digits */
  readonly line: string;
  /** where the objects that it names are stored */
  readonly objects: ReadonlyMap<string, ObjectKey>;
}

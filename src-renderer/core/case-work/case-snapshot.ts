import type { CaseFile } from "../model/case-file.ts";
import type { Conflict } from "../vault/conflicts.ts";
import type { SegmentEnd } from "../vault/journal-writer.ts";
import type { LastLine } from "../vault/line.ts";
import { toBase64 } from "../vault/text-codes.ts";
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
  /** every writer's last line, carried ones too */
  readonly last: readonly LastLine[];
  /** of those, the ones that no other of them had read */
  readonly frontier: readonly LastLine[];
  readonly conflicts: readonly Conflict[];
}

/**
 * The open case as a snapshot; null where there is none to keep: in memory only, something of it is damaged, or this is
 * not the latest value of the open case.
 */
export function snapshotOf(kept: KeptCase): CaseSnapshot | null {
  const { disk } = kept;
  if (disk === null || !disk.opened.whole) return null;
  const written = disk.journal?.latest() ?? "";
  if (written !== "" && written !== kept.latest) return null;
  const { segments, last, frontier } = disk.opened;
  return {
    version: 1,
    file: kept.file,
    latest: kept.latest,
    objects: [...disk.objects].map(([id, { stored, key }]) => [id, stored, toBase64(key)] as const),
    segments: [...segments, ...(disk.journal?.ends() ?? [])],
    last: [...last, ...(disk.journal?.lastLines() ?? [])],
    frontier: disk.journal?.frontier() ?? frontier,
    conflicts: kept.conflicts,
  };
}

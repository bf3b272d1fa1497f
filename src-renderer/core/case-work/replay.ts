import type { CaseOnDisk, Host } from "../host.ts";
import type { CaseFile } from "../model/case-file.ts";
import { foldChanges } from "../model/fold.ts";
import type { CaseKeys } from "../vault/case-key.ts";
import { type Conflict, findConflicts } from "../vault/conflicts.ts";
import type { OnFound } from "../vault/finding.ts";
import { changesInOrder, type Journal, joinSegments, objectsIn } from "../vault/journal.ts";
import type { ObjectKey } from "../vault/object.ts";
import type { OpenedJournal } from "./kept-case.ts";
import { lastLinesOf, type ReadSegment, readHeads, readSegments } from "./read-segments.ts";

/** A case as its journal gives it. */
export interface Replayed {
  readonly file: CaseFile;
  readonly latest: string;
  readonly objects: Map<string, ObjectKey>;
  readonly conflicts: readonly Conflict[];
  readonly opened: OpenedJournal;
}

/** The whole journal of a case, read. */
export interface WholeJournal {
  readonly journal: Journal;
  readonly segments: readonly ReadSegment[];
  /** the name in the latest of the head files; null where there is none */
  readonly headName: string | null;
}

/** Reads everything that a case's journal and heads hold. */
export async function readWholeJournal(
  host: Host,
  keys: CaseKeys,
  onDisk: CaseOnDisk,
  onFound: OnFound,
): Promise<WholeJournal> {
  const [segments, heads] = await Promise.all([
    readSegments(host, keys, onDisk.segments, onFound),
    readHeads(keys, onDisk, onFound),
  ]);
  const journal = joinSegments(segments, lastLinesOf(heads), onFound);
  const latest = [...heads].sort((one, other) => (one.at < other.at ? 1 : -1))[0];
  return { journal, segments, headName: latest?.name ?? null };
}

/** The case file that a journal amounts to. @param isWhole whether nothing was found wrong with it */
export function replay({ journal, segments, headName }: WholeJournal, caseId: string, isWhole: boolean): Replayed {
  const changes = changesInOrder(journal);
  const folded = foldChanges(changes.map(({ change }) => change));
  return {
    // the folder says which case it is, also where its beginning is lost
    file: { ...folded, id: caseId, name: folded.name === "" ? (headName ?? "") : folded.name },
    latest: changes.at(-1)?.change.clock ?? "",
    objects: objectsIn(changes),
    conflicts: findConflicts(changes, journal.writers),
    opened: {
      segments: segments.flatMap(({ end }) => (end === null ? [] : [end])),
      last: journal.last,
      frontier: journal.frontier,
      whole: isWhole && segments.every(({ end }) => end !== null),
    },
  };
}

import { type CaseLease, type Erased, type Host, maxPartBytes } from "../host.ts";
import { inPartsOf } from "../vault/bundle/streams.ts";
import { carryingFrames, type LineToCarry } from "../vault/carry.ts";
import type { CaseKeys } from "../vault/case-key.ts";
import { journalKey } from "../vault/journal.ts";
import type { FoundLine, JournalLine } from "../vault/journal-line.ts";
import { currentKey } from "../vault/journal-writer.ts";
import type { ObjectKey } from "../vault/object.ts";
import type { SaidChange } from "../vault/said.ts";
import { newId } from "../vault/text-codes.ts";
import type { WholeJournal } from "./replay.ts";

/** Where a journal is compacted. */
export interface CompactPlace {
  readonly host: Host;
  readonly lease: CaseLease;
  readonly keys: CaseKeys;
  readonly vault: { readonly id: string; readonly generation: number };
}

/** What is to become of the segments that are compacted. */
export interface Compaction {
  /** the writers of the segments that go */
  readonly segments: ReadonlySet<string>;
  /** lines of which only the hash stays */
  readonly erase: (line: JournalLine) => boolean;
  /** where the objects of a line are from now on */
  readonly objectsOf: (line: JournalLine) => ReadonlyMap<string, ObjectKey>;
  /** what the new segment says itself */
  readonly own: readonly SaidChange[];
  /** objects that go with the segments, by their stored ids */
  readonly objects: readonly string[];
  readonly now: Date;
}

/**
 * Writes what stands in some segments into a new one, whole or not at all, and then deletes them. Cut short before the
 * new one is there, nothing has changed; cut short after it, the old ones count for nothing, and `finishErasing` deletes
 * them when the case is opened next.
 *
 * @throws {Problem} `disk-full`, `cannot-write`, `case-open-elsewhere`
 */
export async function compact(place: CompactPlace, { journal }: WholeJournal, what: Compaction): Promise<Erased> {
  const { host, lease, keys, vault } = place;
  const lines = [...journal.writers.values()].flat().filter((line) => what.segments.has(line.standsIn));
  if (lines.length > 0 || what.own.length > 0) {
    const writer = newId();
    const frames = carryingFrames({
      binding: { caseId: keys.caseId, writer, aes: await journalKey(currentKey(keys), writer) },
      vault,
      app: (await host.about()).version,
      at: what.now.toISOString(),
      // a segment that only carries has read nothing of its own
      heads: what.own.length > 0 ? journal.frontier : [],
      own: what.own,
      lines: lines.map((line): LineToCarry => ({ line, erase: what.erase(line), objects: what.objectsOf(line) })),
    });
    const handle = await host.startSegment(lease, writer);
    try {
      for await (const part of inPartsOf(maxPartBytes, frames)) await host.writePart(handle, part);
      await host.finishWrite(handle);
    } catch (cause) {
      await host.discardWrite(handle).catch(() => undefined);
      throw cause;
    }
  }
  return host.eraseParts(lease, { writers: [...what.segments], objects: what.objects });
}

/** The segments that hold any of these lines, wherever it counts. */
export function segmentsWith({ segments }: WholeJournal, isOne: (line: FoundLine) => boolean): ReadonlySet<string> {
  return new Set(segments.filter((segment) => segment.lines.some(isOne)).map((segment) => segment.writer));
}

/** What is stored and still named by a line that keeps its words. */
export function storedIn(lines: Iterable<Pick<FoundLine, "objects">>): ReadonlySet<string> {
  const stored = new Set<string>();
  for (const line of lines) for (const place of line.objects.values()) stored.add(place.stored);
  return stored;
}

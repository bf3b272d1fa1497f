import type { FoundLine, JournalLine } from "../vault/journal-line.ts";
import { type CompactPlace, compact, segmentsWith, storedIn } from "./compact.ts";
import type { WholeJournal } from "./replay.ts";

/**
 * Deletes what an erasing that was cut short left behind, or a restored backup brought back: segments whose every line
 * counts elsewhere by now or was erased, and the objects that only they name.
 *
 * @returns whether anything was deleted: the journal is to be read again then
 */
export async function finishErasing(place: CompactPlace, whole: WholeJournal, now: Date): Promise<boolean> {
  // a line that is carried nowhere stands in its writer's own segment alone, and counts there
  if (!whole.segments.some((segment) => segment.carries)) return false;
  const counted = byPlace(whole);
  const isErased = (line: FoundLine) => line.kind !== "erased" && counted(line)?.kind === "erased";
  const holdErased = segmentsWith(whole, isErased);
  const counts = segmentsWith(whole, (line) => counted(line)?.standsIn === line.standsIn);
  const left = whole.segments.filter(({ writer, lines }) => lines.length > 0 && !counts.has(writer));
  const segments = new Set([...holdErased, ...left.map(({ writer }) => writer)]);
  if (segments.size === 0) return false;
  const stay = storedIn([...whole.journal.writers.values()].flat());
  const named = storedIn(whole.segments.filter(({ writer }) => segments.has(writer)).flatMap(({ lines }) => lines));
  const objects = [...named].filter((stored) => !stay.has(stored));
  await compact(place, whole, {
    segments,
    erase: () => false,
    objectsOf: (line) => line.objects,
    own: [],
    objects,
    now,
  });
  return true;
}

/** The line that counts, for one found anywhere. */
function byPlace({ journal }: WholeJournal): (line: FoundLine) => JournalLine | undefined {
  const places = new Map<string, JournalLine>();
  for (const line of [...journal.writers.values()].flat()) places.set(`${line.writer} ${line.sequence}`, line);
  return (line) => places.get(`${line.writer} ${line.sequence}`);
}

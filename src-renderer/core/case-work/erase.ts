import type { Erased } from "../host.ts";
import type { CaseFile } from "../model/case-file.ts";
import type { ChangeBody } from "../model/change.ts";
import { Problem } from "../problems.ts";
import { nextClock } from "../vault/clock.ts";
import type { JournalLine } from "../vault/journal-line.ts";
import { compact, segmentsWith, storedIn } from "./compact.ts";
import { type KeptCase, keepChange } from "./kept-case.ts";
import { type CasePlace, keptCase, replayCase } from "./open-case.ts";
import { readWholeJournal } from "./replay.ts";
import { writeHeads } from "./write-heads.ts";

/** What is to be erased for good. */
export interface ToErase {
  readonly exhibitIds?: readonly string[];
  /** of calls, messages, costs, events and issues */
  readonly entryIds?: readonly string[];
}

/**
 * Erases letters and entries for good: what was said of them, their originals and words, here and in the backups that
 * can be reached. Lines without content stay, and an exhibit's number is never used again. There is no undo.
 *
 * @throws {Problem} `case-open-elsewhere`, `disk-full`, `cannot-write`: what was not deleted goes when the case is next
 *   opened; `journal-damaged`, `journal-incomplete`: what can't be read can't be told apart, so nothing was erased
 */
export async function eraseFromCase(
  kept: KeptCase,
  parts: ToErase,
  now: Date,
): Promise<{ readonly kept: KeptCase; readonly erased: Erased }> {
  const ids = new Set([...(parts.exhibitIds ?? []), ...(parts.entryIds ?? [])]);
  const body = tombstone(kept.file, ids);
  const { disk } = kept;
  if (disk === null) return { kept: await keepChange(kept, body, now), erased: { backups: "none" } };
  const { host, keys, lease, journal } = disk;
  if (lease === null || journal === null) throw new Problem("case-open-elsewhere");
  const place: CasePlace = { host, keys, lease, vault: disk.vault };
  await journal.endSegment();
  const whole = await readWholeJournal(host, keys, await host.readCase(keys.caseId), ({ level, what }) => {
    if (level === "damage") throw new Problem(what);
  });
  const isGone = (line: Pick<JournalLine, "change">) => line.change !== null && isAbout(line.change.body, ids);
  const segments = segmentsWith(whole, isGone);
  const lines = [...whole.journal.writers.values()].flat();
  const stay = storedIn(lines.filter((line) => !isGone(line)));
  const named = storedIn(whole.segments.flatMap((segment) => segment.lines.filter(isGone)));
  const objects = [...named].filter((stored) => !stay.has(stored));
  const erased = await compact({ ...place, lease }, whole, {
    segments,
    erase: isGone,
    objectsOf: (line) => line.objects,
    own: [{ at: now.toISOString(), clock: nextClock(kept.latest, now), body }],
    objects,
    now,
  });
  const replayed = await replayCase(place, await host.readCase(keys.caseId), new Set());
  // what was kept and is not named by a change yet
  for (const [id, object] of disk.objects) if (!named.has(object.stored)) replayed.objects.set(id, object);
  await writeHeads({ ...place, lease }, replayed.opened.frontier, replayed.file.name).catch(() => undefined);
  return { kept: await keptCase(place, replayed), erased };
}

/** Erases a whole case file for good. The case is closed then. @throws {Problem} `case-open-elsewhere`, `cannot-write` */
export async function eraseWholeCase({ disk }: KeptCase): Promise<Erased> {
  if (disk === null) return { backups: "none" };
  if (disk.lease === null) throw new Problem("case-open-elsewhere");
  return disk.host.eraseCase(disk.lease);
}

function tombstone(file: CaseFile, ids: ReadonlySet<string>): ChangeBody {
  const exhibits = file.exhibits.filter(({ id }) => ids.has(id)).map(({ id, number }) => ({ id, number }));
  const gone = new Set(exhibits.map(({ id }) => id));
  return { kind: "parts-erased", exhibits, entryIds: [...ids].filter((id) => !gone.has(id)) };
}

/** Whether a change speaks of one of these. What went out in a pack stays said: it names ids alone. */
function isAbout(body: ChangeBody, ids: ReadonlySet<string>): boolean {
  switch (body.kind) {
    case "exhibit-added":
      return ids.has(body.exhibit.id);
    case "call-kept":
      return ids.has(body.call.id);
    case "message-kept":
      return ids.has(body.message.id);
    case "cost-kept":
      return ids.has(body.cost.id);
    case "event-kept":
      return ids.has(body.event.id);
    case "issue-kept":
      return ids.has(body.issue.id);
    case "entry-removed":
      return ids.has(body.entryId);
    default:
      return "exhibitId" in body && ids.has(body.exhibitId);
  }
}

import { eraseFromCase, eraseWholeCase as eraseIt, type ToErase } from "#core/case-work/erase.ts";
import type { Erased } from "#core/host.ts";
import type { CalendarDay } from "#core/model/calendar-day.ts";
import type { CaseFile } from "#core/model/case-file.ts";
import { Problem } from "#core/problems.ts";
import { changeCase, changesDone, keep, openFile, openKept, session } from "./current-case.ts";
import { listCases } from "./open-case.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { forgetPack } from "./pack-order.ts";
import { forgetPictures } from "./page-picture.ts";
import { putCaseAway } from "./put-away.ts";
import { beginSearch } from "./search.ts";
import { windowCopy } from "./window-copy.ts";

/** Erases letters for good: originals, words and history, here and in the backups that can be reached. No undo. */
export function eraseExhibits(exhibitIds: readonly string[]): Promise<Outcome<Erased>> {
  return eraseParts({ exhibitIds });
}

/** Erases entries (calls, messages, costs, events, issues) for good. No undo. */
export function eraseEntries(entryIds: readonly string[]): Promise<Outcome<Erased>> {
  return eraseParts({ entryIds });
}

/** Erases the open case file for good and closes it. No undo. */
export function eraseWholeCase(): Promise<Outcome<Erased>> {
  return outcomeOf(async () => {
    await changesDone();
    const kept = openKept();
    if (kept.disk?.lease == null) throw new Problem("case-open-elsewhere");
    const { host } = kept.disk;
    const erased = await eraseIt(kept);
    // Its lease has ended: nothing more is to be written there.
    session.change((now) => ({ ...now, kept: { ...kept, disk: null } }));
    await putCaseAway();
    await windowCopy().dropCase(kept.file.id);
    await listCases(host);
    return erased;
  });
}

/** Sets the day from which Folio reminds that this case file should go; null takes it away. It never erases by itself. */
export function tellRetention(day: CalendarDay | null, done: string): Promise<boolean> {
  return keep([{ kind: "retention-told", day }], done, [{ kind: "retention-told", day: openFile().retention }]);
}

/** The day that was set, and whether it has come. */
export function retentionOf(
  { retention }: CaseFile,
  today: CalendarDay,
): { readonly day: CalendarDay; readonly isDue: boolean } | null {
  return retention === null ? null : { day: retention, isDue: retention <= today };
}

/** Everything in the window that could still hold what was erased goes too, undo steps among it. */
function eraseParts(parts: ToErase): Promise<Outcome<Erased>> {
  return outcomeOf(async () => {
    let erased: Erased | null = null;
    let failure: unknown = null;
    const isDone = await changeCase(async (kept) => {
      try {
        const done = await eraseFromCase(kept, parts, new Date());
        erased = done.erased;
        return done.kept;
      } catch (cause) {
        failure = cause;
        return kept;
      }
    });
    if (failure !== null) throw failure;
    if (!isDone || erased === null) throw new Problem("case-open-elsewhere");
    session.change((now) => ({ ...now, undo: [], said: "", undoable: false }));
    forgetPictures();
    forgetPack();
    beginSearch();
    await windowCopy().dropCase(openFile().id);
    return erased;
  });
}

import type { Erased } from "#core/host.ts";
import type { CalendarDay } from "#core/model/calendar-day.ts";
import type { CaseFile } from "#core/model/case-file.ts";
import type { Outcome } from "./outcome.ts";

/** Erases letters for good: originals, words and history, here and in the backups that can be reached. No undo. */
export async function eraseExhibits(_exhibitIds: readonly string[]): Promise<Outcome<Erased>> {
  throw new Error("to follow");
}

/** Erases entries (calls, messages, costs, issues) for good. No undo. */
export async function eraseEntries(_entryIds: readonly string[]): Promise<Outcome<Erased>> {
  throw new Error("to follow");
}

/** Erases the open case file for good and closes it. No undo. */
export async function eraseWholeCase(): Promise<Outcome<Erased>> {
  throw new Error("to follow");
}

/** Sets the day from which Folio reminds that this case file should go; null takes it away. It never erases by itself. */
export async function tellRetention(_day: CalendarDay | null, _done: string): Promise<boolean> {
  throw new Error("to follow");
}

/** The day that was set, and whether it has come. */
export function retentionOf(
  _file: CaseFile,
  _today: CalendarDay,
): { readonly day: CalendarDay; readonly isDue: boolean } | null {
  throw new Error("to follow");
}

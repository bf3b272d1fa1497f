import type { CalendarDay } from "#core/model/calendar-day.ts";
import type { CaseFile } from "#core/model/case-file.ts";
import type { Exhibit, Judgement } from "#core/model/exhibit.ts";
import { type DateRole, type DateValue, firstDay, type Mention } from "#core/model/mention.ts";

/** Where a date that was read stands: nobody has looked at it yet, or what the person said of it. */
export type Standing = "waiting" | "accepted" | "corrected" | "rejected";

/** A date read in a letter, with its place in the letter's list and the person's word applied. */
export interface FoundDate {
  readonly position: number;
  readonly mention: Mention;
  readonly value: DateValue;
  readonly role: DateRole;
  readonly standing: Standing;
}

/** Every date read in a letter, the rejected ones too, in reading order. */
export function foundDates(exhibit: Pick<Exhibit, "letter" | "judgements">): readonly FoundDate[] {
  return exhibit.letter.mentions.map((mention, position) => {
    const judgement = exhibit.judgements[position];
    const told = judgement?.kind === "corrected" ? judgement.to : mention;
    return { position, mention, value: told.value, role: told.role, standing: standingOf(judgement) };
  });
}

function standingOf(judgement: Judgement | undefined): Standing {
  return judgement === undefined ? "waiting" : judgement.kind;
}

/** How many dates of a letter nobody has looked at yet. */
export function waitingCount(exhibit: Pick<Exhibit, "letter" | "judgements">): number {
  return foundDates(exhibit).filter((found) => found.standing === "waiting").length;
}

/** A letter's own date, and whether a person has confirmed it. The person's word goes before the reading's. */
export function letterDate(exhibit: Exhibit): { readonly day: CalendarDay; readonly confirmed: boolean } | null {
  const own = foundDates(exhibit).filter((found) => found.role === "letter-date" && found.standing !== "rejected");
  const told = own.find((found) => found.standing !== "waiting") ?? own[0];
  if (told !== undefined) return { day: firstDay(told.value), confirmed: told.standing !== "waiting" };
  const read = exhibit.letter.letterDate;
  return read === null ? null : { day: read, confirmed: false };
}

/** The next date that waits, after `from` and then from the top; null when none waits. */
export function nextWaiting(dates: readonly FoundDate[], from: number): number | null {
  const waiting = dates.filter((found) => found.standing === "waiting").map((found) => found.position);
  return waiting.find((position) => position > from) ?? waiting[0] ?? null;
}

/** Letters with dates that wait, in number order; a withdrawn one waits for nobody. */
export function lettersWaiting(file: CaseFile): readonly Exhibit[] {
  return file.exhibits.filter((exhibit) => !exhibit.withdrawn && waitingCount(exhibit) > 0);
}

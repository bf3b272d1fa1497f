import type { CalendarDay } from "#core/model/calendar-day.ts";
import type { DateRole } from "#core/model/mention.ts";
import { type DateValue, firstDay } from "#core/model/mention.ts";
import type { WorkedOut } from "../refiners/work-out.ts";

/** What a role's rule decided. */
export interface RoleReading {
  readonly role: DateRole;
  /** a finer role of the field, or the role itself */
  readonly meaning: string;
  /** 0–1: how sure this role is */
  readonly trust: number;
}

/** A date to be given its role, with what every rule looks at. */
export interface Candidate {
  readonly one: WorkedOut;
  readonly letterDate: CalendarDay | null;
  /** the sentence before the date, line ends as spaces */
  readonly before: string;
  readonly after: string;
  readonly sentence: string;
  /** what the same paragraph says before the sentence, and its heading where that stands close above; else "" */
  readonly paragraph: string;
  readonly column: string;
  /** true when the value lies on or before the letter date */
  readonly past: boolean;
}

/** "The response was due on …": work, not money. */
export const workDue =
  /\b(?:responses?|repl(?:y|ies)|answers?|reports?|forms?|evidence|papers|documents?|bundles?|comments?|submissions?|appeals?|returns?)\b[^.;]{0,25}\bdue (?:back )?(?:on|by)? ?(?:the )?$/i;

/** Says the role of a date it knows, or null. Rules are asked in turn; the first answer stands. */
export type RoleRule = (candidate: Candidate) => RoleReading | null;

/** What rules look at, made once a date. */
export function candidateOf(one: WorkedOut, letterDate: CalendarDay | null): Candidate {
  const before = one.setting.before.replace(/[\n\t]/g, " ");
  const after = one.setting.after.replace(/[\n\t]/g, " ");
  return {
    one,
    letterDate,
    before,
    after,
    sentence: `${before} ${after}`,
    paragraph: one.setting.paragraph.replace(/[\n\t]/g, " "),
    column: one.setting.column,
    past: letterDate !== null && isPast(one.value, letterDate),
  };
}

function isPast(value: DateValue, letterDate: CalendarDay): boolean {
  return firstDay(value) <= letterDate;
}

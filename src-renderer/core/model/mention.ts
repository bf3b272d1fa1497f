import type { CalendarDay, CalendarMonth } from "./calendar-day.ts";
import type { Box } from "./page.ts";

/** What a date in a letter is for. These eight never change; finer meanings go into `Mention.meaning`. */
export const dateRoles = [
  "letter-date",
  "deadline",
  "payment-due",
  "decision-effective",
  "period",
  "birth",
  "event",
  "other",
] as const;
export type DateRole = (typeof dateRoles)[number];

/** The value a written date names: a day, a month when no day is meant, or a span with both ends inclusive. */
export type DateValue =
  | { readonly kind: "day"; readonly day: CalendarDay }
  | { readonly kind: "month"; readonly month: CalendarMonth }
  | {
      readonly kind: "span";
      readonly start: CalendarDay | CalendarMonth;
      readonly end: CalendarDay | CalendarMonth;
    };

/** A date as it stands in a letter's text, not yet an event. */
export interface Mention {
  /** from 1 */
  readonly page: number;
  /** exactly the words on the page, white space collapsed */
  readonly words: string;
  readonly value: DateValue;
  readonly role: DateRole;
  /** One of the finer roles of the field ("effective_date", "ice_by", …), or the role itself. */
  readonly meaning: string;
  /** 0–1: how sure the reading is of value and role together */
  readonly certainty: number;
  /** The finder that found it, and for computed dates how: "relative: +1 calendar month from letter date". */
  readonly rule: string;
  /** the sentence or table row it stands in, as one line, cut with "…" where it is long */
  readonly context: string;
  /** Where it stands, one box a line it touches; empty where the source has no layout. */
  readonly boxes: readonly Box[];
}

/** The first day a value touches: what a list of dates is ordered by. */
export function firstDay(value: DateValue): CalendarDay {
  const start = value.kind === "day" ? value.day : value.kind === "month" ? value.month : value.start;
  return (start.length === 7 ? `${start}-01` : start) as CalendarDay;
}

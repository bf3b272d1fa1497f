import type { CalendarDay } from "./calendar-day.ts";

/** Something that happened and is no letter, call, message or cost: a visit, a payment that came, a text from the school. */
export interface EventNote {
  readonly id: string;
  readonly day: CalendarDay;
  /** "HH:MM", or null when not noted */
  readonly time: string | null;
  /** what happened, in the person's words */
  readonly text: string;
}

import type { CalendarDay } from "./calendar-day.ts";
import type { DateRole } from "./mention.ts";

/** Where an event comes from, so that a row can be opened and a pack can link it. */
export type EventSource =
  | { readonly kind: "letter"; readonly exhibit: number }
  | { readonly kind: "mention"; readonly exhibit: number; readonly page: number; readonly position: number }
  | { readonly kind: "call"; readonly id: string }
  | { readonly kind: "message"; readonly id: string }
  | { readonly kind: "cost"; readonly id: string }
  | { readonly kind: "event"; readonly id: string }
  /** position among the call's promises, from 0 */
  | { readonly kind: "promise"; readonly callId: string; readonly position: number };

/**
 * What kind of thing a row tells. "facts" is what happened or took effect, what a person noted, and letters from anybody else; "other" are
 * the dates that only stand in a letter: periods, payments due, the lines of bank statements and phone bills.
 */
export type Lane = "they-wrote" | "you-wrote" | "calls" | "messages" | "limits" | "costs" | "facts" | "other";

/** One row of the chronology. */
export interface Event {
  readonly day: CalendarDay;
  /** the last day of a span, or null */
  readonly until: CalendarDay | null;
  /** "day", or "month" when only the month is known */
  readonly precision: "day" | "month";
  readonly time: string | null;
  readonly lane: Lane;
  readonly role: DateRole | null;
  readonly what: string;
  /** false while nobody has confirmed a date that was read by machine */
  readonly confirmed: boolean;
  readonly source: EventSource;
}

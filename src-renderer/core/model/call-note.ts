import type { CalendarDay } from "./calendar-day.ts";

/** Something the Service said it would do. `by` is null when no date was given. */
export interface Promised {
  readonly what: string;
  readonly by: CalendarDay | null;
}

/** What was said on a call, written by the person: who, when, what each said, what was promised. */
export interface CallNote {
  readonly id: string;
  readonly day: CalendarDay;
  /** "HH:MM", or null when not noted */
  readonly time: string | null;
  readonly direction: "in" | "out";
  readonly who: string;
  readonly theySaid: string;
  readonly iSaid: string;
  readonly promises: readonly Promised[];
  readonly holdMinutes: number | null;
  readonly minutes: number | null;
}

/** A message on the portal, kept because it can't be viewed there after it was sent. */
export interface PortalMessage {
  readonly id: string;
  readonly day: CalendarDay;
  readonly time: string | null;
  readonly direction: "in" | "out";
  readonly subject: string;
  readonly text: string;
}

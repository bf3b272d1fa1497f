import { type CalendarDay, parseDay } from "#core/model/calendar-day.ts";

/** A day for tests, from its ISO text. */
export function day(iso: string): CalendarDay {
  const value = parseDay(iso);
  if (value === null) throw new Error(`not a day: ${iso}`);
  return value;
}

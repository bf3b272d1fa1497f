import { type CalendarDay, calendarDay } from "#core/model/calendar-day.ts";

/** Today by this computer's clock and time zone. */
export function today(now: Date = new Date()): CalendarDay {
  const day = calendarDay(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (day === null) throw new Error("this computer's clock names no day");
  return day;
}

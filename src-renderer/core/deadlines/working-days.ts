import type { CalendarDay } from "#core/model/calendar-day.ts";
import { addDays, parseDay, weekday } from "#core/model/calendar-day.ts";
import type { Nation } from "#core/model/case-file.ts";
import bankHolidays from "#rules/bank-holidays.json" with { type: "json" };

/** A count of working days, and whether the bank-holiday data covers every day it passed over. */
export interface WorkingDayCount {
  readonly day: CalendarDay;
  /** false where a day lies outside the years known: then only Saturdays and Sundays were left out there */
  readonly certain: boolean;
  /** bank holidays on a Monday to Friday that were passed over, for "2 bank holidays skipped" */
  readonly holidaysSkipped: number;
}

/**
 * The `count`th working day after `day`; the day itself is day 0. A negative count goes back.
 *
 * A working day is Monday to Friday and not a bank holiday of the nation.
 * Source: gov.uk bank holidays (see `resources/rules/bank-holidays.json` for the date read and the years known).
 */
export function addWorkingDays(day: CalendarDay, count: number, nation: Nation): WorkingDayCount {
  const step = count < 0 ? -1 : 1;
  let at = day;
  let left = Math.abs(count);
  let certain = true;
  let holidaysSkipped = 0;
  while (left > 0) {
    const next = addDays(at, step);
    at = next;
    certain &&= isCovered(next);
    if (isWorkingDay(next, nation)) left -= 1;
    else if (weekday(next) <= 5) holidaysSkipped += 1;
  }
  return { day: at, certain, holidaysSkipped };
}

/** Monday to Friday, and not a bank holiday of the nation. Outside the years known, every Monday to Friday counts. */
export function isWorkingDay(day: CalendarDay, nation: Nation): boolean {
  return weekday(day) <= 5 && !holidaysOf[nation].has(day);
}

/** Working days after `from`, up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: CalendarDay, to: CalendarDay, nation: Nation): number {
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(at, nation)) count += 1;
  return count;
}

/** Whether the bank-holiday data covers this day. */
export function isCovered(day: CalendarDay): boolean {
  const year = Number(day.slice(0, 4));
  return year >= bankHolidays.firstYear && year <= bankHolidays.lastYear;
}

/** England and Wales share one list. */
const holidaysOf: Readonly<Record<Nation, ReadonlySet<CalendarDay>>> = {
  england: daysOf(bankHolidays.nations["england-and-wales"]),
  wales: daysOf(bankHolidays.nations["england-and-wales"]),
  scotland: daysOf(bankHolidays.nations.scotland),
  "northern-ireland": daysOf(bankHolidays.nations["northern-ireland"]),
};

function daysOf(list: readonly { readonly day: string }[]): ReadonlySet<CalendarDay> {
  return new Set(list.flatMap(({ day }) => parseDay(day) ?? []));
}

/**
 * A calendar day, with no time and no time zone.
 *
 * Days are compared as text: ISO order is day order. Arithmetic goes through UTC, where every day has
 * 24 hours, so that no clock change can move a date.
 */
export type CalendarDay = string & { readonly __calendarDay: true };

/** A month when no day is meant: "YYYY-MM". */
export type CalendarMonth = string & { readonly __calendarMonth: true };

const DAY_MILLIS = 86_400_000;

/** @returns the day, or null where the calendar has no such day (30 February, month 13, year 0). */
export function calendarDay(year: number, month: number, day: number): CalendarDay | null {
  if (![year, month, day].every(Number.isInteger) || year < 1 || year > 9999) return null;
  const millis = utcMillis(year, month, day);
  const back = new Date(millis);
  const exists = back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === day;
  return exists ? dayFromMillis(millis) : null;
}

/** @returns the day written as "YYYY-MM-DD", or null for anything else. */
export function parseDay(text: string): CalendarDay | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return found === null ? null : calendarDay(Number(found[1]), Number(found[2]), Number(found[3]));
}

/** @returns the month, or null where there is none. */
export function calendarMonth(year: number, month: number): CalendarMonth | null {
  const first = calendarDay(year, month, 1);
  return first === null ? null : (first.slice(0, 7) as CalendarMonth);
}

/** @returns the month written as "YYYY-MM", or null for anything else. */
export function parseMonth(text: string): CalendarMonth | null {
  const found = /^(\d{4})-(\d{2})$/.exec(text);
  return found === null ? null : calendarMonth(Number(found[1]), Number(found[2]));
}

/** Year, month (1–12) and day (1–31) of a day. */
export function dayParts(day: CalendarDay): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/** Plain addition of days; negative counts go back. */
export function addDays(day: CalendarDay, count: number): CalendarDay {
  return dayFromMillis(millisOf(day) + count * DAY_MILLIS);
}

/**
 * The corresponding day `count` months on: the same day number, or the month's last day where there is none
 * (31 August + 6 months = 28 or 29 February).
 *
 * Source: the corresponding-date rule, Dodds v Walker [1981] 1 WLR 1027.
 */
export function addMonths(day: CalendarDay, count: number): CalendarDay {
  const { year, month, day: number } = dayParts(day);
  const months = year * 12 + (month - 1) + count;
  const toYear = Math.floor(months / 12);
  const toMonth = (months % 12) + 1;
  const last = daysInMonth(toYear, toMonth);
  return dayFromMillis(utcMillis(toYear, toMonth, Math.min(number, last)));
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round((millisOf(to) - millisOf(from)) / DAY_MILLIS);
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekday(day: CalendarDay): number {
  return new Date(millisOf(day)).getUTCDay() || 7;
}

/** Number of days in a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  return new Date(utcMillis(year, month + 1, 0)).getUTCDate();
}

/** "14 March 2027": how a day is written everywhere on screen and in packs. */
export function sayDay(day: CalendarDay): string {
  const { year, month, day: number } = dayParts(day);
  return `${number} ${monthNames[month - 1]} ${year}`;
}

/** "March 2027". */
export function sayMonth(month: CalendarMonth): string {
  return `${monthNames[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
}

/** The months in order, January first. */
export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

function utcMillis(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}

function millisOf(day: CalendarDay): number {
  const year = Number(day.slice(0, 4));
  return utcMillis(year, Number(day.slice(5, 7)), Number(day.slice(8, 10)));
}

function dayFromMillis(millis: number): CalendarDay {
  return new Date(millis).toISOString().slice(0, 10) as CalendarDay;
}

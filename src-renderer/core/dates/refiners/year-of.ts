import {
  type CalendarDay,
  calendarDay,
  calendarMonth,
  dayParts,
  daysBetween,
  weekday,
} from "#core/model/calendar-day.ts";
import type { DateValue } from "#core/model/mention.ts";
import type { Found, SaidDay, SaidMonth } from "../found.ts";
import type { Tense } from "../tense.ts";
import { headingSpan, rowYear, yearFromHeading } from "./heading-year.ts";
import type { Place, Sofar } from "./reading.ts";
import { sharedYear } from "./shared-year.ts";

/** A value and how far to trust it, or null where there is no such day. */
export type Point = { readonly value: DateValue; readonly trust: number } | null;

/** A day or month, with the year found where none is printed. */
export function pointOf(said: SaidDay | SaidMonth, sofar: Sofar, place: Place): Point {
  const { letterDate, atHand, entry } = sofar;
  if (said.year !== null) return dated(said, centuryOf(said.year, letterDate, place), 1);
  const named = namedYear(place, sofar);
  if (named !== null) return dated(said, named, 0.9);
  const shared = sharedYear(place.found, place.index, place.pages);
  if (shared !== null) return dated(said, shared, 0.97);
  const row = rowYear(said, place.found, place.index, place.pages);
  if (row !== null) return dated(said, row, 0.93);
  const heading = yearFromHeading(said, headingSpan(place.found, place.index, place.pages));
  if (heading !== null) return dated(said, heading, 0.95);
  if (entry !== null) return dated(said, nearestYear(said, entry), 0.92);
  const elsewhere = yearElsewhere(said, place, letterDate);
  if (elsewhere !== null) return dated(said, elsewhere, 0.95);
  const from = atHand ?? letterDate;
  const until = hadUntil(said, sofar, place);
  if (until !== null) return dated(said, until, 0.9);
  if (from === null) {
    const last = lastPrinted(place.found);
    return last === null ? null : dated(said, nearestYear(said, last), 0.6);
  }
  return dated(said, yearNear(said, from, place.tense), place.tense === "unsaid" ? 0.8 : 0.92);
}

/** "It came on 12.4.24, so you had until 12 October": the first such day after the one just named. */
function hadUntil(said: SaidDay | SaidMonth, { sameSentence }: Sofar, { setting }: Place): number | null {
  if (sameSentence === null || !/\bhad (?:only )?(?:until|till|up to)[ \n](?:the[ \n])?$/i.test(setting.before))
    return null;
  const year = latestYear(said, sameSentence, dayParts(sameSentence).year);
  return isOn(said, sameSentence, year) ? year : year + 1;
}

/** Where a letter has no date of its own: the latest day it prints. */
function lastPrinted(found: readonly Found[]): CalendarDay | null {
  const days = found.flatMap(({ said }) =>
    said.kind === "day" && said.year !== null ? (calendarDay(said.year, said.month, said.day) ?? []) : [],
  );
  return days.reduce<CalendarDay | null>((last, one) => (last === null || one > last ? one : last), null);
}

/** The one year that the letter prints with this very day somewhere else: "from 11 May you must pay", "11 May 2021". */
function yearElsewhere(said: SaidDay | SaidMonth, { found }: Place, letterDate: CalendarDay | null): number | null {
  if (said.kind !== "day") return null;
  const years = new Set(
    found.flatMap(({ said: other }) =>
      other.kind === "day" && other.day === said.day && other.month === said.month ? (other.year ?? []) : [],
    ),
  );
  const [year] = years;
  if (years.size !== 1 || year === undefined || year < 1000) return null;
  return letterDate === null || Math.abs(year - dayParts(letterDate).year) <= 1 ? year : null;
}

/** "in August next year", "on 3 March last year", "19 August that year". */
function namedYear({ found, index, pages }: Place, { letterDate, mentioned }: Sofar): number | null {
  const one = found[index];
  if (one === undefined || letterDate === null) return null;
  const words = /^,?[ \n](?:of )?(this|last|next|that|the same) year\b/.exec(
    pages[one.page]?.text.slice(one.end, one.end + 20) ?? "",
  );
  if (words === null) return null;
  if (/^t/.test(words[1] ?? "") && words[1] !== "this") return mentioned === null ? null : dayParts(mentioned).year;
  return dayParts(letterDate).year + (words[1] === "next" ? 1 : words[1] === "last" ? -1 : 0);
}

/** Two digits that would lie far ahead belong to the last century where somebody is born: "12/05/71". */
function centuryOf(year: number, letterDate: CalendarDay | null, { found, index, pages, setting }: Place): number {
  const one = found[index];
  if (letterDate === null || one === undefined || year <= dayParts(letterDate).year + 10) return year;
  if (year < 2050 && !bornWords.test(`${setting.before} ${setting.column} ${setting.heading}`)) return year;
  return /\d{4}/.test(pages[one.page]?.text.slice(one.start, one.end) ?? "") ? year : year - 100;
}

const bornWords = /\b(?:born|birth(?:day)?|d\.?o\.?b\b|aged?)\b/i;

/** The day or month in a year; less trusted where the printed weekday disagrees. */
export function dated(said: SaidDay | SaidMonth, year: number, trust: number): Point {
  if (said.kind === "month") {
    const month = calendarMonth(year, said.month);
    return month === null ? null : { value: { kind: "month", month }, trust };
  }
  const day = calendarDay(year, said.month, said.day);
  if (day === null) return null;
  const agrees = said.weekday === null || weekday(day) === said.weekday;
  return { value: { kind: "day", day }, trust: agrees ? trust : trust * 0.8 };
}

/** The year of the latest such day on or before `from`, or the first on or after it, as the sentence speaks. */
function yearNear(said: SaidDay | SaidMonth, from: CalendarDay, tense: Tense): number {
  const { year } = dayParts(from);
  const before = leapYear(said, latestYear(said, from, year), -1);
  const after = isOn(said, from, year) ? year : leapYear(said, latestYear(said, from, year) + 1, 1);
  if (said.kind === "day" && said.weekday !== null) {
    const agree = [before, after].filter((one) => weekdayIn(said, one) === said.weekday);
    if (agree.length === 1 && agree[0] !== undefined) return agree[0];
  }
  if (tense === "future") return after;
  if (tense === "past") return before;
  const ago = daysTo(said, before, from);
  const ahead = daysTo(said, after, from);
  return ahead < 75 && ago > 240 ? after : before;
}

/** The nearest year in one direction that has a 29 February; any other day exists in every year. */
function leapYear(said: SaidDay | SaidMonth, year: number, step: 1 | -1): number {
  if (said.kind === "month" || said.month !== 2 || said.day !== 29) return year;
  for (let one = year; Math.abs(one - year) <= 8; one += step) if (calendarDay(one, 2, 29) !== null) return one;
  return year;
}

function nearestYear(said: SaidDay | SaidMonth, to: CalendarDay): number {
  const { year } = dayParts(to);
  return [year, year + 1, year - 1].reduce((best, one) =>
    daysTo(said, one, to) < daysTo(said, best, to) ? one : best,
  );
}

function latestYear(said: SaidDay | SaidMonth, from: CalendarDay, year: number): number {
  const { month, day } = dayParts(from);
  const earlier = said.month < month || (said.month === month && (said.kind === "month" || said.day <= day));
  return earlier ? year : year - 1;
}

function isOn(said: SaidDay | SaidMonth, from: CalendarDay, year: number): boolean {
  const parts = dayParts(from);
  return parts.year === year && parts.month === said.month && (said.kind === "month" || said.day === parts.day);
}

function weekdayIn(said: SaidDay, year: number): number | null {
  const day = calendarDay(year, said.month, said.day);
  return day === null ? null : weekday(day);
}

function daysTo(said: SaidDay | SaidMonth, year: number, from: CalendarDay): number {
  const day = calendarDay(year, said.month, said.kind === "day" ? said.day : 15);
  return day === null ? 999 : Math.abs(daysBetween(from, day));
}

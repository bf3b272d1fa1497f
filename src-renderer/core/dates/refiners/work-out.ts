import { addWorkingDays } from "#core/deadlines/working-days.ts";
import {
  addDays,
  addMonths,
  type CalendarDay,
  type CalendarMonth,
  calendarDay,
  calendarMonth,
  dayParts,
  daysBetween,
  daysInMonth,
  weekday,
} from "#core/model/calendar-day.ts";
import type { DateValue } from "#core/model/mention.ts";
import type { DatePage, Found, Said, SaidDay, SaidMonth } from "../found.ts";
import { type Setting, settingOf } from "../sentence.ts";
import { type Tense, tenseOf } from "../tense.ts";
import { dayAtHand, entriesOf, entryBefore } from "./day-at-hand.ts";
import { headingSpan, yearFromHeading } from "./heading-year.ts";
import { sharedYear } from "./shared-year.ts";

/** A find with its value. */
export interface WorkedOut extends Found {
  readonly value: DateValue;
  /** how a computed value came about, or null where it is printed */
  readonly how: string | null;
  readonly setting: Setting;
  readonly tense: Tense;
}

/** What values are worked out from, growing as the letter is read. */
interface Sofar {
  readonly letterDate: CalendarDay | null;
  readonly atHand: CalendarDay | null;
  readonly mentioned: CalendarDay | null;
  /** for an entry of a diary, the entry before it */
  readonly entry: CalendarDay | null;
}

/**
 * Gives every find its value: years that aren't printed, and dates that must be counted.
 *
 * Past events are the latest such day on or before the letter date, plans and limits the first on or after it. Without a
 * letter date, what depends on it is left out rather than guessed.
 */
export function workOut(
  found: readonly Found[],
  pages: readonly DatePage[],
  letterDate: CalendarDay | null,
): readonly WorkedOut[] {
  const done: WorkedOut[] = [];
  const entries = entriesOf(found, pages);
  found.forEach((one, index) => {
    const setting = settingOf(one, pages);
    const tense = tenseOf(setting);
    const atHand = dayAtHand(one, done, entries, pages, letterDate);
    const mentioned = lastDay(done, one.page) ?? letterDate;
    const read = readingOf(
      one,
      { letterDate, atHand, mentioned, entry: entryBefore(one, done, entries) },
      { found, pages, index, setting, tense },
    );
    if (read === null) return;
    done.push({ ...one, value: read.value, how: read.how, setting, tense, certainty: one.certainty * read.trust });
  });
  return done;
}

interface Place {
  readonly found: readonly Found[];
  readonly pages: readonly DatePage[];
  readonly index: number;
  readonly setting: Setting;
  readonly tense: Tense;
}

interface Reading {
  readonly value: DateValue;
  readonly how: string | null;
  readonly trust: number;
}

function readingOf(one: Found, sofar: Sofar, place: Place): Reading | null {
  const { said } = one;
  switch (said.kind) {
    case "fixed":
      return { value: said.value, how: null, trust: 1 };
    case "day":
    case "month": {
      const point = pointOf(said, sofar, place);
      return point === null ? null : { value: point.value, how: null, trust: point.trust };
    }
    case "span":
      return spanOf(said.from, said.to, sofar, place);
    case "offset":
      return offsetOf(said, sofar, place);
    case "near": {
      const from = said.from === "mentioned" ? sofar.mentioned : sofar.atHand;
      return from === null ? null : counted(addDays(from, said.days), `${signed(said.days)} days`, 1);
    }
    case "weekday": {
      const day = sofar.atHand === null ? null : weekdayFrom(sofar, said.weekday, said.which, place.tense);
      return day === null ? null : counted(day, `${said.which} weekday`, said.which === "bare" ? 0.9 : 1);
    }
    case "day-number": {
      const day = sofar.atHand === null ? null : dayNumberFrom(sofar, said, place.tense);
      return day === null ? null : counted(day, "day number alone", 0.9);
    }
  }
}

function counted(day: CalendarDay, how: string, trust: number): Reading {
  return { value: { kind: "day", day }, how: `relative: ${how}`, trust };
}

function signed(count: number): string {
  return count < 0 ? `${count}` : `+${count}`;
}

/** A day or month, with the year found where none is printed. */
function pointOf(
  said: SaidDay | SaidMonth,
  { letterDate, atHand, entry }: Sofar,
  place: Place,
): { readonly value: DateValue; readonly trust: number } | null {
  if (said.year !== null) return dated(said, centuryOf(said.year, letterDate, place), 1);
  const named = namedYear(place, letterDate);
  if (named !== null) return dated(said, named, 0.9);
  const shared = sharedYear(place.found, place.index, place.pages);
  if (shared !== null) return dated(said, shared, 0.97);
  const heading = yearFromHeading(said, headingSpan(place.found, place.index, place.pages));
  if (heading !== null) return dated(said, heading, 0.95);
  if (entry !== null) return dated(said, nearestYear(said, entry), 0.92);
  const from = atHand ?? letterDate ?? lastPrinted(place.found);
  if (from === null) return null;
  return dated(said, yearNear(said, from, place.tense), place.tense === "unsaid" ? 0.8 : 0.92);
}

/** Where a letter has no date of its own: the latest day it prints. */
function lastPrinted(found: readonly Found[]): CalendarDay | null {
  const days = found.flatMap(({ said }) =>
    said.kind === "day" && said.year !== null ? (calendarDay(said.year, said.month, said.day) ?? []) : [],
  );
  return days.reduce<CalendarDay | null>((last, one) => (last === null || one > last ? one : last), null);
}

/** "in August next year", "on 3 March last year". */
function namedYear({ found, index, pages }: Place, letterDate: CalendarDay | null): number | null {
  const one = found[index];
  if (one === undefined || letterDate === null) return null;
  const words = /^,?[ \n](?:of )?(this|last|next) year\b/.exec(
    pages[one.page]?.text.slice(one.end, one.end + 20) ?? "",
  );
  if (words === null) return null;
  return dayParts(letterDate).year + (words[1] === "next" ? 1 : words[1] === "last" ? -1 : 0);
}

/** Two digits that would lie far ahead belong to the last century: births, "12/05/71". */
function centuryOf(year: number, letterDate: CalendarDay | null, { found, index, pages }: Place): number {
  const one = found[index];
  if (letterDate === null || one === undefined || year <= dayParts(letterDate).year + 10) return year;
  return /\d{4}/.test(pages[one.page]?.text.slice(one.start, one.end) ?? "") ? year : year - 100;
}

function dated(said: SaidDay | SaidMonth, year: number, trust: number): ReturnType<typeof pointOf> {
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
  const before = latestYear(said, from, year);
  const after = isOn(said, from, year) ? year : before + 1;
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

function spanOf(from: SaidDay | SaidMonth, to: SaidDay | SaidMonth, sofar: Sofar, place: Place): Reading | null {
  const end = pointOf(to, sofar, place);
  const endYear = end === null ? null : Number(plain(end.value).slice(0, 4));
  const wraps =
    from.month > to.month || (from.month === to.month && from.kind === "day" && to.kind === "day" && from.day > to.day);
  const begin =
    from.year !== null || endYear === null
      ? pointOf(from, sofar, place)
      : dated(from, wraps ? endYear - 1 : endYear, 1);
  if (begin === null || end === null) return null;
  const value: DateValue = { kind: "span", start: plain(begin.value), end: plain(end.value) };
  return value.start > value.end ? null : { value, how: null, trust: Math.min(begin.trust, end.trust) };
}

function plain(value: DateValue): CalendarDay | CalendarMonth {
  return value.kind === "day" ? value.day : value.kind === "month" ? value.month : value.start;
}

function offsetOf(said: Extract<Said, { kind: "offset" }>, sofar: Sofar, place: Place): Reading | null {
  const from =
    said.from === "letter" ? sofar.letterDate : said.from === "at-hand" ? sofar.atHand : nextDay(place, sofar);
  if (from === null) return null;
  const origin =
    said.from === "letter" ? "letter date" : said.from === "at-hand" ? "the day at hand" : "the date named";
  if (said.unit === "working-days") {
    const { day, certain } = addWorkingDays(from, said.count, "england");
    return counted(day, `${signed(said.count)} working days from ${origin}, England bank holidays`, certain ? 1 : 0.6);
  }
  const day =
    said.unit === "days" || said.unit === "weeks"
      ? addDays(from, said.count * (said.unit === "weeks" ? 7 : 1))
      : addMonths(from, said.count * (said.unit === "years" ? 12 : 1));
  return counted(
    day,
    `${signed(said.count)} ${said.unit === "months" ? "calendar months" : said.unit} from ${origin}`,
    1,
  );
}

/** The day printed right after, for "within 14 days of 3 March 2023". */
function nextDay(place: Place, sofar: Sofar): CalendarDay | null {
  const one = place.found[place.index];
  const next = place.found[place.index + 1];
  if (one === undefined || next === undefined || next.page !== one.page || next.start - one.end > 40) return null;
  if (next.said.kind !== "day") return null;
  const point = pointOf(next.said, sofar, { ...place, index: place.index + 1 });
  return point?.value.kind === "day" ? point.value.day : null;
}

function weekdayFrom(
  { atHand, mentioned }: Sofar,
  number: number,
  which: Extract<Said, { kind: "weekday" }>["which"],
  tense: Tense,
): CalendarDay | null {
  if (atHand === null) return null;
  const back = (from: CalendarDay) => addDays(from, -((weekday(from) - number + 7) % 7 || 7));
  const ahead = (from: CalendarDay) => addDays(from, (number - weekday(from) + 7) % 7 || 7);
  switch (which) {
    // In the week before, in the week after: on a Tuesday "last Monday" is eight days ago, not yesterday.
    case "last":
      return addDays(atHand, number - weekday(atHand) - 7);
    case "next":
      return addDays(atHand, number - weekday(atHand) + 7);
    case "this": {
      const day = addDays(atHand, number - weekday(atHand));
      return day < atHand && tense === "future" ? addDays(day, 7) : day;
    }
    case "previous":
      return back(mentioned ?? atHand);
    case "following":
      return ahead(mentioned ?? atHand);
    case "bare":
      return tense === "past" ? (weekday(atHand) === number ? atHand : back(atHand)) : ahead(atHand);
  }
}

function dayNumberFrom(
  { atHand, mentioned }: Sofar,
  { day: number, months, weekday: named }: Extract<Said, { kind: "day-number" }>,
  tense: Tense,
): CalendarDay | null {
  if (atHand === null) return null;
  if (months !== null) return inMonth(months === 1 ? (mentioned ?? atHand) : atHand, months, number);
  const near = [0, -1, 1].map((step) => inMonth(atHand, step, number));
  if (named !== null) return near.find((day) => day !== null && weekday(day) === named) ?? null;
  const [here = null, before = null, after = null] = near;
  if (tense === "future") return here !== null && here >= atHand ? here : after;
  return here !== null && here <= atHand ? here : before;
}

function inMonth(from: CalendarDay, months: number, number: number): CalendarDay | null {
  const { year, month } = dayParts(addMonths(from, months));
  return number > daysInMonth(year, month) ? null : calendarDay(year, month, number);
}

function lastDay(done: readonly WorkedOut[], page: number): CalendarDay | null {
  const last = done.findLast((one) => one.page <= page && (one.value.kind === "day" || one.value.kind === "span"));
  if (last === undefined) return null;
  if (last.value.kind === "day") return last.value.day;
  if (last.value.kind !== "span") return null;
  return last.value.end.length === 10 ? calendarDay(...numbersOf(last.value.end)) : null;
}

function numbersOf(day: string): readonly [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

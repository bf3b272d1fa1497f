import { addDays, type CalendarDay, type CalendarMonth, parseDay } from "#core/model/calendar-day.ts";
import { type DateValue, firstDay } from "#core/model/mention.ts";
import type { DatePage, Found, SaidDay, SaidMonth } from "../found.ts";
import { type Setting, settingOf } from "../sentence.ts";
import { type Tense, tenseOf } from "../tense.ts";
import { dayNumberFrom, offsetOf, weekdayFrom } from "./counted-days.ts";
import { dayAtHand, entriesOf, entryBefore } from "./day-at-hand.ts";
import { counted, type Place, type Reading, type Sofar, signed } from "./reading.ts";
import { dated, pointOf } from "./year-of.ts";

/** A find with its value. */
export interface WorkedOut extends Found {
  readonly value: DateValue;
  /** how a computed value came about, or null where it is printed */
  readonly how: string | null;
  readonly setting: Setting;
  readonly tense: Tense;
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
      {
        letterDate,
        atHand,
        mentioned,
        latestClose: latestClose(one, done),
        entry: entryBefore(one, done, entries),
        sameSentence: sameSentence(one, done, setting),
      },
      { found, pages, index, setting, tense },
    );
    if (read === null) return;
    done.push({ ...one, value: read.value, how: read.how, setting, tense, certainty: one.certainty * read.trust });
  });
  return done;
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
      const day = sofar.atHand === null ? null : dayNumberFrom(sofar, said, place);
      return day === null ? null : counted(day, "day number alone", 0.9);
    }
  }
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

function lastDay(done: readonly WorkedOut[], page: number): CalendarDay | null {
  const last = done.findLast((one) => one.page <= page && (one.value.kind === "day" || one.value.kind === "span"));
  if (last === undefined) return null;
  if (last.value.kind === "day") return last.value.day;
  if (last.value.kind !== "span") return null;
  return parseDay(last.value.end);
}

function latestClose(one: Found, done: readonly WorkedOut[]): CalendarDay | null {
  return done
    .filter(({ page, start }) => page === one.page && start > one.start - 300)
    .reduce<CalendarDay | null>((latest, { value }) => {
      const day = value.kind === "day" ? value.day : null;
      return day !== null && (latest === null || day > latest) ? day : latest;
    }, null);
}

/** The date mentioned before in the same sentence: "In November 2025 … on the 3rd" is in that month. */
function sameSentence(one: Found, done: readonly WorkedOut[], { before }: Setting): CalendarDay | null {
  const last = done.at(-1);
  if (last === undefined || last.page !== one.page || last.start < one.start - before.length) return null;
  return last.value.kind === "span" || last.said.kind === "offset" ? null : firstDay(last.value);
}

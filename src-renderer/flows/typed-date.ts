import {
  type CalendarDay,
  type CalendarMonth,
  calendarDay,
  calendarMonth,
  monthNames,
} from "#core/model/calendar-day.ts";
import type { DateValue } from "#core/model/mention.ts";

/**
 * A date as a person types it: "14 March 2027", "14 mar 27", "14/3/27", "14.3.2027", "2027-03-14".
 * Day before month, as in Britain; two-digit years are 20yy.
 *
 * @returns null for anything else, and for days the calendar does not have
 */
export function typedDate(text: string): CalendarDay | null {
  const plain = tidy(text);
  return inFigures(plain) ?? yearFirst(plain) ?? inWords(plain);
}

/** What a person types for a date in a letter: a day, a month ("March 2027"), or two of them with "to" between. */
export function typedValue(text: string): DateValue | null {
  const ends = tidy(text).split(/ (?:to|until|-|–) /);
  const [first, second] = ends.map((end) => typedDate(end) ?? typedMonth(end));
  if (ends.length > 2 || first === undefined || first === null) return null;
  if (ends.length === 1) return oneValue(first);
  if (second === undefined || second === null || second < first) return null;
  return { kind: "span", start: first, end: second };
}

function oneValue(value: CalendarDay | CalendarMonth): DateValue {
  return isMonth(value) ? { kind: "month", month: value } : { kind: "day", day: value };
}

function isMonth(value: CalendarDay | CalendarMonth): value is CalendarMonth {
  return value.length === 7;
}

function typedMonth(text: string): CalendarMonth | null {
  const found = /^([a-z]{3,9})\.? ?(\d{4}|\d{2})$/.exec(text);
  return found === null ? null : calendarMonth(fullYear(found[2]), monthNumber(found[1]));
}

function inFigures(text: string): CalendarDay | null {
  const found = /^(\d{1,2})\s?[/.\- ]\s?(\d{1,2})\s?[/.\- ]\s?(\d{4}|\d{2})$/.exec(text);
  return found === null ? null : calendarDay(fullYear(found[3]), Number(found[2]), Number(found[1]));
}

function yearFirst(text: string): CalendarDay | null {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  return found === null ? null : calendarDay(Number(found[1]), Number(found[2]), Number(found[3]));
}

function inWords(text: string): CalendarDay | null {
  const found = /^(?:[a-z]+day )?(\d{1,2})(?:st|nd|rd|th)?(?: of)? ?([a-z]{3,9})\.? ?(\d{4}|\d{2})$/.exec(text);
  return found === null ? null : calendarDay(fullYear(found[3]), monthNumber(found[2]), Number(found[1]));
}

function tidy(text: string): string {
  return text.trim().toLowerCase().replace(/,/g, " ").replace(/\s+/g, " ");
}

function fullYear(text: string | undefined): number {
  const year = Number(text);
  return year < 100 ? 2000 + year : year;
}

/** 1–12, or 0 where no month begins like this. */
function monthNumber(word = ""): number {
  return months.findIndex((name) => name.startsWith(word === "sept" ? "sep" : word)) + 1;
}

const months = monthNames.map((month) => month.toLowerCase());

import {
  type CalendarDay,
  type CalendarMonth,
  parseDay,
  parseMonth,
  sayDay,
  sayMonth,
} from "#core/model/calendar-day.ts";
import type { Exhibit } from "#core/model/exhibit.ts";
import type { DateValue } from "#core/model/mention.ts";
import { type ProblemWords, problemWords } from "#core/problem-words.ts";
import { type Problem, problemCodes } from "#core/problems.ts";
import { today } from "../flows/today.ts";
import { words } from "./words/common.ts";

/** What a written date names, in words: "14 March 2027", "March 2027", "1 May 2026 to 31 May 2026". */
export function sayValue(value: DateValue): string {
  if (value.kind === "day") return sayDay(value.day);
  if (value.kind === "month") return sayMonth(value.month);
  return `${sayEnd(value.start)} to ${sayEnd(value.end)}`;
}

function sayEnd(end: CalendarDay | CalendarMonth): string {
  const day = parseDay(end);
  if (day !== null) return sayDay(day);
  const month = parseMonth(end);
  return month === null ? "" : sayMonth(month);
}

/** How sure the reading is, in words: people don't weigh percentages. */
export function sayCertainty(certainty: number): string {
  if (certainty >= 0.9) return "Read clearly";
  if (certainty >= 0.7) return "Fairly sure";
  return "Not sure: please look";
}

/** "about 20 seconds left"; nothing while it can't be told. */
export function sayLeft(elapsedMillis: number, done: number, of: number): string {
  if (done === 0 || of <= done) return "";
  const seconds = Math.round(((elapsedMillis / done) * (of - done)) / 1000);
  if (seconds < 3) return "nearly done";
  if (seconds < 90) return `about ${Math.ceil(seconds / 5) * 5} seconds left`;
  return `about ${Math.round(seconds / 60)} minutes left`;
}

/** A title without the date at its end, for lists that show the date in its own place. */
export function titleAlone(exhibit: Exhibit): string {
  const { letterDate } = exhibit.letter;
  const end = letterDate === null ? "" : `, ${sayDay(letterDate)}`;
  return end !== "" && exhibit.title.endsWith(end) ? exhibit.title.slice(0, -end.length) : exhibit.title;
}

/** A problem's sentences from its stored code; a code of a later Folio still says something true. */
export function sayProblemCode(code: string): ProblemWords {
  const known = problemCodes.find((one): one is Problem["code"] => one === code);
  return known === undefined ? words.fault : problemWords[known];
}

/** A moment by this computer's clock: "3 May 2026, 14:05". */
export function sayMoment(utc: string): string {
  const at = new Date(utc);
  return `${sayDay(today(at))}, ${sayTime(at)}`;
}

/** "14:05". */
export function sayTime(at: Date): string {
  return `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
}

/** "3.4 MB": as much as a person wants to know of a size. */
export function saySize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

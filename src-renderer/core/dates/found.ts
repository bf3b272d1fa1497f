import type { DateValue } from "#core/model/mention.ts";

/** A page as finders see it: cleaned text. Lines end in "\n", table cells and columns in "\t". */
export interface DatePage {
  /** from 1 */
  readonly number: number;
  readonly text: string;
}

/** A day as written; what isn't printed is null. */
export interface SaidDay {
  readonly kind: "day";
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
  /** 1 = Monday … 7 = Sunday */
  readonly weekday: number | null;
}

/** A month as written, with no day. */
export interface SaidMonth {
  readonly kind: "month";
  readonly month: number;
  readonly year: number | null;
}

export type Unit = "days" | "weeks" | "months" | "years" | "working-days";

/** What a date's words say, before anything is worked out from the rest of the letter. */
export type Said =
  | SaidDay
  | SaidMonth
  | { readonly kind: "span"; readonly from: SaidDay | SaidMonth; readonly to: SaidDay | SaidMonth }
  | { readonly kind: "fixed"; readonly value: DateValue }
  /** "within 28 days of …": counted from the letter date, the day at hand, or the date printed next or before. */
  | {
      readonly kind: "offset";
      readonly count: number;
      readonly unit: Unit;
      readonly from: "letter" | "at-hand" | "next-date" | "mentioned";
    }
  /** "yesterday" is -1 from the day at hand; "the next day" is +1 from the date mentioned before. */
  | { readonly kind: "near"; readonly days: number; readonly from: "at-hand" | "mentioned" }
  | {
      readonly kind: "weekday";
      readonly weekday: number;
      readonly which: "last" | "next" | "this" | "bare" | "previous" | "following";
    }
  /** "the 29th"; months: 1 for "of the following month", -1 for "of last month"; counted from the day mentioned before, or the day at hand. */
  | {
      readonly kind: "day-number";
      readonly day: number;
      readonly months: number | null;
      readonly from: "at-hand" | "mentioned";
      readonly weekday: number | null;
    };

/** A date where it stands, not yet worked out. */
export interface Found {
  /** position in the list of pages, from 0 */
  readonly page: number;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly said: Said;
  /** 0–1: how sure it is that these words name a date at all */
  readonly certainty: number;
}

/** What stands around a match, for what a pattern can't say. */
export interface Around {
  /** up to 80 characters */
  readonly before: string;
  readonly after: string;
  readonly words: string;
}

/** Reads one written form and knows nothing of the others. */
export interface Finder {
  readonly name: string;
  /** global; every repetition in it is bounded */
  readonly pattern: RegExp;
  readonly read: (groups: Readonly<Record<string, string | undefined>>, around: Around) => Said | null;
  /** 0–1; 0.95 unless told */
  readonly certainty?: number;
}

/** A day that the calendar could have, whatever its year. */
export function saidDay(day: number, month: number, year: number | null, weekday: number | null): SaidDay | null {
  const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  if (longest === undefined || day < 1 || day > longest) return null;
  if (month === 2 && day === 29 && year !== null && !isLeap(year)) return null;
  return { kind: "day", day, month, year, weekday };
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

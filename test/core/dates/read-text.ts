import { findDates } from "#core/dates/find-dates.ts";
import { type WorkedOut, workOut } from "#core/dates/refiners/work-out.ts";
import { findRoles, type RoledDate } from "#core/dates/roles/find-role.ts";
import { cleanText } from "#core/letters/clean-text.ts";
import type { DateValue } from "#core/model/mention.ts";
import { day } from "../../day.ts";

/** The dates of a text, as if a letter of this day held it. */
export function datesOf(text: string, letterDate: string | null = "2024-03-20"): readonly WorkedOut[] {
  const pages = [{ number: 1, text: cleanText(text).text }];
  return workOut(findDates(pages), pages, letterDate === null ? null : day(letterDate));
}

/** The same with roles. */
export function rolesOf(text: string, letterDate = "2024-03-20"): readonly RoledDate[] {
  const pages = [{ number: 1, text: cleanText(text).text }];
  return findRoles(datesOf(text, letterDate), pages, day(letterDate));
}

/** "2024-03-20", "2024-03" or "2024-03-01..2024-03-31". */
export function say(value: DateValue): string {
  if (value.kind === "day") return value.day;
  return value.kind === "month" ? value.month : `${value.start}..${value.end}`;
}

/** The values of a text's dates. */
export function valuesOf(text: string, letterDate: string | null = "2024-03-20"): readonly string[] {
  return datesOf(text, letterDate).map(({ value }) => say(value));
}

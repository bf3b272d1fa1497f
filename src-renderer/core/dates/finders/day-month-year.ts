import {
  dayNumber,
  freeBefore,
  fullYear,
  gap,
  monthNumber,
  monthWord,
  weekdayBefore,
  weekdayNumber,
} from "../english.ts";
import { type Finder, saidDay } from "../found.ts";

const sep = String.raw`(?:,?${gap}|[-/.]${gap}?|${gap}-${gap})`;

/** "13 April 2021", "21st of March 2022", "Tue, 14 Mar 2023", "17-Jun-2022", "11 Mar 24", "03 Jan '23", "17Jun2022". */
export const dayMonthYear: Finder = {
  name: "day-month-year",
  pattern: new RegExp(
    String.raw`${freeBefore}${weekdayBefore}${dayNumber.replace("(?![a-z\\d])", "")}${sep}?(?:of?${gap})?(?<month>${monthWord})(?:,?(?:${sep}(?:(?:in|of)${gap})?)?(?<year>(?:19|20)\d\d)(?!\d)|(?:[ \n-]|/|\.)?(?<short>'?\d\d)(?!,? ?(?:${monthWord}|st|nd|rd|th|of)|[\d:%]|[.,]\d|${gap}?(?:am|pm|a\.m|p\.m|days|weeks|months|o'clock)\b|${gap}?[:/-]${gap}?\d))(?![\p{L}])`,
    "giu",
  ),
  read: ({ day, month, year, short, weekday }) =>
    saidDay(Number(day), monthNumber(month ?? ""), fullYear(year ?? short ?? ""), weekdayNumber(weekday)),
};

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

/** "October 16, 2023", "October 28th 2013", "Monday, March, 6th 2023", "Dec31 , 2023", "October/16/2023", "Aug 05 12:00:00 2023". */
export const monthDayYear: Finder = {
  name: "month-day-year",
  pattern: new RegExp(
    String.raw`${freeBefore}${weekdayBefore}(?<month>${monthWord})(?:,?[ \n]|[-/]|(?=\d{1,2} ?,))(?:the${gap})?${dayNumber}(?: ?,[ \n]?| \d\d:\d\d(?::\d\d)? |[ \n/-])?(?:of )?(?<year>(?:19|20)\d\d)(?![\p{L}\d])`,
    "giu",
  ),
  read: ({ day, month, year, weekday }) =>
    saidDay(Number(day), monthNumber(month ?? ""), fullYear(year ?? ""), weekdayNumber(weekday)),
};

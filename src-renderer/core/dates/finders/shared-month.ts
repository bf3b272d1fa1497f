import {
  dayNumber,
  fullYear,
  gap,
  monthNumber,
  monthWord,
  streetWord,
  weekdayBefore,
  weekdayNumber,
} from "../english.ts";
import { type Finder, saidDay } from "../found.ts";

const one = String.raw`(?:${weekdayBefore.replace("?<weekday>", "?:")})\d{1,2}(?: ?(?:st|nd|rd|th))?`;
const last = String.raw`(?:,?${gap}(?:and|or|to|until|till|&)${gap}(?:on${gap})?(?:the${gap})?| ?- ?)`;

/** "August 10 - 22, 2012": a span in one month, the month first. */
export const monthDayToDay: Finder = {
  name: "month-day-to-day",
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d])(?<month>${monthWord})${gap}(?<day>\d{1,2})(?:st|nd|rd|th)?(?: ?- ?| to | until )(?<last>\d{1,2})(?:st|nd|rd|th)?,?${gap}(?<year>(?:19|20)\d\d)(?![\p{L}\d])`,
    "giu",
  ),
  read: ({ month, day, last, year }) => {
    const from = saidDay(Number(day), monthNumber(month ?? ""), Number(year), null);
    const to = saidDay(Number(last), monthNumber(month ?? ""), Number(year), null);
    return from === null || to === null || from.day >= to.day ? null : { kind: "span", from, to };
  },
  certainty: 0.85,
};

/** The "3rd" of "3rd and 9th of March", the "1" of "1-31 October 2021": the month stands with a later day. */
export const sharedMonth: Finder = {
  name: "shared-month",
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d£$€/_#])(?<!\d[.,:])${weekdayBefore}${dayNumber}(?=(?:,${gap}${one}){0,8}${last}${one}${gap}(?:of${gap})?(?<month>${monthWord})(?:,?${gap}(?<year>(?:19|20)\d\d)(?!\d))?(?!${gap}${streetWord}))`,
    "giu",
  ),
  read: ({ day, month, year, weekday }) =>
    // "paragraphs 3 to 5 may be left out"
    /^(?:may|march|mar|mai)$/.test(month ?? "")
      ? null
      : saidDay(
          Number(day),
          monthNumber(month ?? ""),
          year === undefined ? null : fullYear(year),
          weekdayNumber(weekday),
        ),
  certainty: 0.85,
};

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

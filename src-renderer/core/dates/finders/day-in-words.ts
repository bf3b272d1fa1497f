import { countOf, fullMonth, fullYear, gap, monthNumber, monthWord, weekdayBefore, weekdayNumber } from "../english.ts";
import { type Finder, saidDay } from "../found.ts";

const ordinals = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
  "eleventh",
  "twelfth",
  "thirteenth",
  "fourteenth",
  "fifteenth",
  "sixteenth",
  "seventeenth",
  "eighteenth",
  "nineteenth",
  "twentieth",
  "twenty-first",
  "twenty-second",
  "twenty-third",
  "twenty-fourth",
  "twenty-fifth",
  "twenty-sixth",
  "twenty-seventh",
  "twenty-eighth",
  "twenty-ninth",
  "thirtieth",
  "thirty-first",
];
const longestFirst = [...ordinals]
  .sort((one, two) => two.length - one.length)
  .join("|")
  .replaceAll("-", "[ -]");

const tensOf = String.raw`(?:twenty|thirty)[ -](?:one|two|three|four|five|six|seven|eight|nine)`;

/** "May eighth, 2010", "January first 2000", "jan twenty two, 2018": the month before a day in words. */
export const monthDayInWords: Finder = {
  name: "month-day-in-words",
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d])${weekdayBefore}(?<month>${monthWord})${gap}(?:the${gap})?(?:(?<word>${longestFirst})|(?<count>${tensOf}))(?:,?${gap}(?<year>(?:19|20)\d\d))?(?![\p{L}\d])`,
    "giu",
  ),
  read: ({ word, count, month, year, weekday }) => {
    if (/^(?:may|march|mar)$/.test(month ?? "") || (year === undefined && word === undefined)) return null;
    const number =
      word === undefined ? countOf(count ?? "") : ordinals.indexOf(word.toLowerCase().replace(" ", "-")) + 1;
    const said = year === undefined ? null : fullYear(year);
    return number === null ? null : saidDay(number, monthNumber(month ?? ""), said, weekdayNumber(weekday));
  },
  certainty: 0.8,
};

/** "the twelfth day of March 2023", "dated this 12th day of March 2023": as courts write. */
export const dayInWords: Finder = {
  name: "day-in-words",
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d])${weekdayBefore}(?:(?<word>${longestFirst})(?:${gap}day)?|(?<day>\d{1,2})(?:st|nd|rd|th)?${gap}day)${gap}of${gap}(?<month>${fullMonth})(?:,?${gap}(?:of${gap})?(?<year>(?:19|20)\d\d))?(?![\p{L}\d])`,
    "giu",
  ),
  read: ({ word, day, month, year, weekday }) => {
    if (/^(?:may|march)$/.test(month ?? "")) return null;
    const number = word === undefined ? Number(day) : ordinals.indexOf(word.toLowerCase().replace(" ", "-")) + 1;
    return saidDay(
      number,
      monthNumber(month ?? ""),
      year === undefined ? null : fullYear(year),
      weekdayNumber(weekday),
    );
  },
  certainty: 0.85,
};

import { monthNumber, monthWord } from "../english.ts";
import { type Finder, saidDay } from "../found.ts";

/** "2019-sep-1", "2019/aug/01", "2018 March 18", "2020/23/Sep": the year first, the month by its name. */
export const yearFirst: Finder = {
  name: "year-first",
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d£$€/_#.-])(?<year>(?:19|20)\d\d)(?<sep>[-/ ])(?:(?<month>${monthWord})\k<sep>(?<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?|(?<day2>0?[1-9]|[12]\d|3[01])\k<sep>(?<month2>${monthWord}))(?![\p{L}\d/-]|[.:]\d| (?:19|20)\d\d)`,
    "giu",
  ),
  read: ({ year, month, day, month2, day2, sep }, { before }) => {
    // "in March 2018 March 18": the year belongs to the month before it.
    if (sep === " " && new RegExp(String.raw`${monthWord},? $`, "iu").test(before)) return null;
    return saidDay(Number(day ?? day2), monthNumber(month ?? month2 ?? ""), Number(year), null);
  },
};

/** "2016 10 16": the year first and spaces between, two figures each. */
export const yearFirstSpaced: Finder = {
  name: "year-first-spaced",
  pattern:
    /(?<![\p{L}\d£$€/_#.-]|\d )(?<year>20\d\d) (?<month>0[1-9]|1[0-2]) (?<day>0[1-9]|[12]\d|3[01])(?![\p{L}\d]|[ ./:-]\d)/gu,
  read: ({ year, month, day }) => saidDay(Number(day), Number(month), Number(year), null),
  certainty: 0.6,
};

/** The words of British (and Welsh) dates, as pieces of patterns and as numbers. Patterns are used with the "i" flag. */

/** A month's name or short name, with or without a full stop. */
export const monthWord = String.raw`(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|ionawr|i?chwefror|mawrth|fawrth|ebrill|mai|fai|mehefin|fehefin|gorffennaf|awst|medi|fedi|hydref|tachwedd|dachwedd|rhagfyr|ragfyr)(?![a-z])(?:(?<=(?:^|[^a-z])(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec))\.)?`;

/** A month's full name, for places where a short one would be too bold. */
export const fullMonth = String.raw`(?:January|February|March|April|May|June|July|August|September|October|November|December)`;

export const weekdayWord = String.raw`(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)(?![a-z])`;

export const fullWeekday = String.raw`(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)`;

/** "21", "21st", and "21 st" where the ordinal's letters were set apart. */
export const dayNumber = String.raw`(?<day>0?[1-9]|[12]\d|3[01])(?: ?(?:st|nd|rd|th))?(?![a-z\d])`;

/** Between the parts of a date: a space or one line end, never a blank line or a table's gap. */
export const gap = String.raw`[ \n]`;

/** Nothing that would make the number part of another: a letter, digit, currency sign, slash, or digit and point. */
export const freeBefore = String.raw`(?<![\p{L}\d£$€/_#])(?<!\d[.,:])`;

/** "Tuesday ", "Tue, ", "Tues. the " before a day. */
export const weekdayBefore = String.raw`(?:(?<weekday>${weekdayWord})(?:(?<!day)\.)?,?${gap}(?:the${gap})?)?`;

export const numberWord = String.raw`(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|thirty(?:[ -](?:one|two))?|forty|sixty|ninety)`;

const months: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
  ion: 1,
  chw: 2,
  ich: 2,
  maw: 3,
  faw: 3,
  ebr: 4,
  mai: 5,
  fai: 5,
  meh: 6,
  feh: 6,
  gor: 7,
  aws: 8,
  med: 9,
  fed: 9,
  hyd: 10,
  tac: 11,
  dac: 11,
  rha: 12,
  rag: 12,
};

/** 1–12 for a word that `monthWord` matched; 0 for anything else. */
export function monthNumber(word: string): number {
  return months[word.slice(0, 3).toLowerCase()] ?? 0;
}

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** 1 (Monday) to 7 for a word that `weekdayWord` matched; null for none. */
export function weekdayNumber(word: string | undefined): number | null {
  if (word === undefined) return null;
  const at = weekdays.indexOf(word.slice(0, 3).toLowerCase());
  return at < 0 ? null : at + 1;
}

const ones = [
  "",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
];
const tens: Readonly<Record<string, number>> = { twenty: 20, thirty: 30, forty: 40, sixty: 60, ninety: 90 };

/** The number that `numberWord` matched; null for anything else. */
export function countOf(word: string): number | null {
  const text = word.toLowerCase();
  if (/^\d{1,3}$/.test(text)) return Number(text);
  if (text === "a" || text === "an") return 1;
  const [first = "", second = ""] = text.split(/[ -]/);
  const unit = ones.indexOf(second || first);
  if (second === "" && unit > 0) return unit;
  const ten = tens[first];
  return ten === undefined ? null : ten + Math.max(unit, 0);
}

/** "2023" and "23" as a year: two digits are 20yy. */
export function fullYear(digits: string): number {
  const year = Number(digits.replace(/\D/g, ""));
  return year < 100 ? 2000 + year : year;
}

/** What follows a house number and a name: "12-14 March Street" is no date. */
export const streetWord = String.raw`(?:Street|Road|Lane|Close|Avenue|Drive|Court|Way|Gardens?|Terrace|Place|Crescent|Row|House|Grove|Hill|Walk|Mews|View|Square|Park|Lodge|Villas?|Buildings|Estate|Green|St|Rd|Ave|Cottages?)(?![\p{L}])`;

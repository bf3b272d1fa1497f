import { fullYear, weekdayBefore, weekdayNumber } from "../english.ts";
import { type Around, type Finder, saidDay } from "../found.ts";

const day = String.raw`(?<day>0?[1-9]|[12]\d|3[01])`;
const month = String.raw`(?<month>0?[1-9]|1[0-2])`;
const year = String.raw`(?<year>(?:19|20)\d\d|\d\d)`;
const read: Finder["read"] = (groups) =>
  saidDay(
    Number(groups["day"]),
    Number(groups["month"]),
    fullYear(groups["year"] ?? ""),
    weekdayNumber(groups["weekday"]),
  );

/** "06/02/2023", "14/01/24", "1 / 2 / 2023": day first, always. */
export const slashes: Finder = {
  name: "slashes",
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d£$€/_#])(?<!\d[.,:])${weekdayBefore}${day} ?/[ \n]?${month} ?/[ \n]?${year}(?![\p{L}\d])(?!/|:\d|\.\d|-\d{3})`,
    "giu",
  ),
  read,
};

/** "18.7.22", "03.01.2023". */
export const dots: Finder = {
  name: "dots",
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d£$€/_#])(?<!\d[.,:])${weekdayBefore}${day}\.${month}\.${year}(?![\p{L}\d])(?!/|:\d|\.\d|-\d{3})`,
    "giu",
  ),
  read,
  certainty: 0.9,
};

/** "17-06-2022". With a two-digit year it looks like a sort code, so a word that dates have must stand before it. */
export const dashes: Finder = {
  name: "dashes",
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d£$€/_#.-])${weekdayBefore}${day}[ ]?-[ \n]?${month}[ ]?-[ \n]?${year}(?![\p{L}\d])(?!-|[:/.]\d)`,
    "giu",
  ),
  read: (groups, around) => {
    const sure =
      (groups["year"] ?? "").length === 4 ||
      // sort codes are always of two figures each
      (groups["day"] ?? "").length === 1 ||
      (groups["month"] ?? "").length === 1 ||
      groups["weekday"] !== undefined ||
      cue.test(around.before) ||
      /^(?:,? \d\d:\d\d| (?:to|until) \d\d-\d\d-\d\d\b)/.test(around.after) ||
      /\d\d-\d\d-\d\d (?:to|until) $/.test(around.before);
    return sure || standsAlone(around) ? read(groups, around) : null;
  },
  certainty: 0.85,
};

/** "Date of birth: 03 06 1986": a form's boxes, where a word that dates have stands before them. */
export const spaced: Finder = {
  name: "spaced-figures",
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d£$€/_#.-])${day} ${month} (?<year>(?:19|20)\d\d)(?![\p{L}\d]|[ :/.-]\d)`,
    "gu",
  ),
  read: (groups, { before }) => (labelled.test(before) ? read(groups, { before, after: "", words: "" }) : null),
  certainty: 0.8,
};

const labelled = /\b(?:date(?: of \w+)?|born|dob|d\.o\.b\.?|birth|from|to|on|until)[:.]?[ \n\t]{0,2}$/i;

const cue =
  /\b(?:on|dated?|date of \w+|by|until|since|from|before|after|due|born|dob|birth|received|ending|ended|beginning|commencing|sent|paid|between)[:,]?[ \n\t]?$/i;

/** A cell or line of its own, with no mention of an account nearby. */
function standsAlone({ before, after }: Around): boolean {
  return (
    /(?:^|[\n\t])$/.test(before) && /^(?:[\n\t]|$)/.test(after) && !/\b(?:sort code|account|branch)\b/i.test(before)
  );
}

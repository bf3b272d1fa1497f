import { monthNames } from "#core/model/calendar-day.ts";
import { fullYear, monthNumber } from "../english.ts";
import { type Finder, saidDay } from "../found.ts";

/** "O3 January 2023", "2l Febuary 2022", "4th 0ctober 2023": scanned letters, with digits and letters taken for one another. */
export const scannedDay: Finder = {
  name: "scanned-day",
  pattern:
    /(?<![\p{L}\d£$€/_#.,|])(?<day>[\dOoQIlS|]{1,2})(?: ?(?:st|nd|rd|th|tn|lh|1h))?[ \n'.-](?:of )?(?<month>[\p{L}\d|]{3,10})\.?,?[ \n-](?<year>(?:19|2[0Oo])[\dOoIlS]{2})(?![\p{L}\d])/gu,
  read: ({ day, month, year }) => saidDay(Number(digits(day)), monthLike(month ?? ""), fullYear(digits(year)), null),
  certainty: 0.6,
};

/** "O3 FEB" in a table that prints no year. */
export const scannedDayMonth: Finder = {
  name: "scanned-day-month",
  pattern: /(?<![\p{L}\d£$€/_#.,|])(?<day>[Oo][1-9]|[1-3][OoIl]|[Il][\d])[ -](?<month>[\p{L}\d|]{3,9})(?![\p{L}\d])/gu,
  read: ({ day, month }) => saidDay(Number(digits(day)), monthLike(month ?? ""), null, null),
  certainty: 0.5,
};

/** "O6/02/2023", "l4.01.24": mostly digits, so that no code of letters becomes a date. */
export const scannedFigures: Finder = {
  name: "scanned-figures",
  pattern:
    /(?<![\p{L}\d£$€/_#.,|-])(?<day>[\dOoIlS|]{1,2})(?<sep>[/.-])(?<month>[\dOoIl|]{1,2})\k<sep>(?<year>[\dOoIlS]{4}|[\dOoIlS]{2})(?![\p{L}\d/.-])/gu,
  read: ({ day, month, year }, { words }) => {
    const letters = words.replace(/[\d/.-]/g, "").length;
    if (letters === 0 || letters > words.replace(/[/.-]/g, "").length / 3) return null;
    return saidDay(Number(digits(day)), Number(digits(month)), fullYear(digits(year)), null);
  },
  certainty: 0.5,
};

/** "Date: 18.7:22": a point read as a colon, where a word that dates have stands before it. */
export const scannedPoints: Finder = {
  name: "scanned-points",
  pattern:
    /(?<=\b(?:[Dd]ated?|[Oo]n|[Bb]y|[Ff]rom|[Bb]etween|until)[: ]{1,2})(?<day>\d{1,2})(?:\.(?<month>\d{1,2}):|:(?<month2>\d{1,2})\.)(?<year>\d{4}|\d\d)(?![\p{L}\d]|[.:]\d)/gu,
  read: ({ day, month, month2, year }) => saidDay(Number(day), Number(month ?? month2), fullYear(year ?? ""), null),
  certainty: 0.45,
};

function digits(text = ""): string {
  return text.replace(/[OoQ]/g, "0").replace(/[Il|]/g, "1").replace(/S/g, "5");
}

const names = monthNames.map((month) => month.toLowerCase());

/** 1–12 for a month's name with a letter or two misread; 0 for anything else. Short names forgive only look-alikes. */
function monthLike(word: string): number {
  if (!/^(?:\p{Lu}|\d|\|)/u.test(word)) return 0;
  const plain = word.toLowerCase().replace(/0/g, "o").replace(/[1|]/g, "l").replace(/rn/g, "m");
  const short = /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/.test(plain);
  if (short) return monthNumber(plain);
  const exact = names.indexOf(plain);
  if (exact >= 0) return exact + 1;
  if (plain.length < 4) return 0;
  const readings = [plain, plain.replace("n", "ri")];
  const like = (name: string) => readings.some((one) => differences(name, one) <= (name.length > 6 ? 2 : 1));
  return names.findIndex((name) => name.length > 3 && like(name)) + 1;
}

/** Letters to change, add or drop to make one word the other; small words only. */
function differences(one: string, two: string): number {
  if (Math.abs(one.length - two.length) > 2) return 9;
  let row = Array.from({ length: two.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= two.length; j += 1) {
      const same = one[i - 1] === two[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 9) + 1, (next[j - 1] ?? 9) + 1, (row[j - 1] ?? 9) + same));
    }
    row = next;
  }
  return row[two.length] ?? 9;
}

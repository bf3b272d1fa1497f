import { dayInWords, monthDayInWords } from "./finders/day-in-words.ts";
import { dayMonth, monthDay } from "./finders/day-month.ts";
import { dayMonthYear } from "./finders/day-month-year.ts";
import { daySlashMonth } from "./finders/day-slash-month.ts";
import { iso } from "./finders/iso.ts";
import { monthAlone } from "./finders/month-alone.ts";
import { monthDayYear } from "./finders/month-day-year.ts";
import { monthYear } from "./finders/month-year.ts";
import { dayAlone, nearDay, weekdayAlone, weekdayOfWeek } from "./finders/near.ts";
import { dashes, dots, slashes, spaced } from "./finders/numeric.ts";
import {
  ago,
  offsetFromLetter,
  offsetFromMentioned,
  offsetFromNext,
  offsetInWelsh,
  offsetUnsaid,
} from "./finders/offset.ts";
import { scannedDay, scannedDayMonth, scannedFigures, scannedPoints } from "./finders/scanned.ts";
import { monthDayToDay, sharedMonth } from "./finders/shared-month.ts";
import { taxYear } from "./finders/tax-year.ts";
import { yearFirst, yearFirstSpaced } from "./finders/year-first.ts";
import type { DatePage, Finder, Found } from "./found.ts";
import { dropLabelledNumbers } from "./refiners/drop-labelled-numbers.ts";
import { dropOverlaps } from "./refiners/drop-overlaps.ts";
import { joinRanges } from "./refiners/join-ranges.ts";

/** One finder a written form. */
export const finders: readonly Finder[] = [
  dayMonthYear,
  monthDayYear,
  dayInWords,
  monthDayInWords,
  monthDayToDay,
  yearFirst,
  yearFirstSpaced,
  slashes,
  dots,
  dashes,
  spaced,
  iso,
  taxYear,
  sharedMonth,
  dayMonth,
  monthDay,
  monthYear,
  monthAlone,
  daySlashMonth,
  scannedDay,
  scannedDayMonth,
  scannedFigures,
  scannedPoints,
  offsetFromLetter,
  offsetInWelsh,
  offsetFromNext,
  offsetFromMentioned,
  offsetUnsaid,
  ago,
  nearDay,
  weekdayAlone,
  weekdayOfWeek,
  dayAlone,
];

/** Weighed in turn, each over what the one before left. */
const refiners: readonly ((found: readonly Found[], pages: readonly DatePage[]) => readonly Found[])[] = [
  dropLabelledNumbers,
  dropOverlaps,
  joinRanges,
];

/**
 * Every date that stands in a letter's text, in reading order, not yet worked out: what `workOut` and `findRoles` go on
 * from once the letter date is known.
 *
 * @param pages cleaned text (see `cleanText`)
 */
export function findDates(pages: readonly DatePage[]): readonly Found[] {
  const found = pages.flatMap((page, position) => finders.flatMap((finder) => read(finder, page.text, position)));
  return refiners.reduce<readonly Found[]>((left, refine) => refine(left, pages), found);
}

const REACH = 80;

function read(finder: Finder, text: string, page: number): readonly Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(finder.pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const around = {
      before: text.slice(Math.max(0, start - REACH), start),
      after: text.slice(end, end + REACH),
      words: match[0],
    };
    const said = finder.read(match.groups ?? {}, around);
    if (said !== null) found.push({ page, start, end, rule: finder.name, said, certainty: finder.certainty ?? 0.95 });
  }
  return found;
}

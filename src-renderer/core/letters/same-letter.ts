import type { LetterPrint } from "./letter-print.ts";

/** How two prints are alike, each 0–1: of what the smaller one holds, how much the other holds too. */
export interface Likeness {
  readonly words: number;
  /** of the dates and figures that stand in only one of two letters: as a share of the smaller one's; 0 means no contradiction */
  readonly otherDates: number;
  readonly otherFigures: number;
  /** the smaller one's three-word runs as a share of the larger one's */
  readonly size: number;
}

/** What one letter is to another. */
export type SameLetter = "same" | "part" | "whole";

/**
 * Whether two letters are one letter that was kept twice: photographed again, scanned and had as a PDF, copied with a stamp.
 *
 * Words alone don't tell: letters of one form share nearly all of them. So dates and figures weigh most. Each of two
 * renderings may lack some (a stamp, a bad scan, a page that was left out), but where *both* hold dates or sums that
 * the other hasn't, they are two letters. So are letters with other letter dates or other case references.
 *
 * @returns "part" where the first holds a part of the other, "whole" where the other is a part of it; null for two letters
 */
export function sameLetter(one: LetterPrint, other: LetterPrint): SameLetter | null {
  if (isOtherDay(one, other) || isOtherReference(one, other)) return null;
  const { words, otherDates, otherFigures, size } = likeness(one, other);
  // Letters that follow each other share most of their days: "due on" of one is the date of the next.
  if (otherDates > mostWithOtherDay && hasOtherDay(one, other)) return null;
  if (otherFigures > mostOtherFigures || (otherDates > mostOtherDates && !isOneMisread(one, other))) return null;
  const smaller = Math.min(one.threes.length, other.threes.length);
  if (smaller < fewest) return isExactly(one, other) ? "same" : null;
  const isPart = size < partSize;
  if (words < (isPart ? leastOfPart : isVouchedFor(one, other) ? leastVouched : least)) return null;
  if (!isPart) return "same";
  return one.threes.length < other.threes.length ? "part" : "whole";
}

/** Words of a poor photo that still come out three in a row: measured, see test/measure/duplicates.ts. */
const least = 0.45;
/** with a letter date and a further date in common, and of one kind */
const leastVouched = 0.25;
const leastOfPart = 0.6;
/** below this share of the other's words it is a part of it */
const partSize = 0.55;
/** A date that was misread stands in one rendering only, and so does the right one in the other. */
const mostOtherDates = 0.34;
const mostWithOtherDay = 0.15;
const mostOtherFigures = 0.4;
/** runs of three words; a note with fewer can't be told from another by its words */
const fewest = 12;

export function likeness(one: LetterPrint, other: LetterPrint): Likeness {
  const [smaller, larger] = one.threes.length <= other.threes.length ? [one, other] : [other, one];
  const shared = sharedOf(one.threes, other.threes);
  return {
    words: smaller.threes.length === 0 ? 0 : shared / smaller.threes.length,
    // What a stamp or a fold makes of a letter's lay-out changes how its dates are understood, not how they are printed.
    otherDates: Math.min(
      contradiction(one.dates, other.dates),
      oneOfTheFew(one, other) ? 1 : contradiction(one.writtenDays, other.writtenDays),
    ),
    otherFigures: contradiction(one.figures, other.figures),
    size: larger.threes.length === 0 ? 1 : smaller.threes.length / larger.threes.length,
  };
}

/** What only one holds and what only the other holds: the lesser of the two, as a share of the smaller set. */
function contradiction(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const smaller = Math.min(one.size, other.size);
  if (smaller === 0) return 0;
  const shared = countShared(one, other);
  return (smaller - shared) / smaller;
}

function countShared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const value of one) if (other.has(value)) shared += 1;
  return shared;
}

/** Both hashed lists ascend, so one walk along both counts what they share. */
function sharedOf(one: Uint32Array, other: Uint32Array): number {
  let [at, against, shared] = [0, 0, 0];
  while (at < one.length && against < other.length) {
    const difference = (one[at] ?? 0) - (other[against] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) at += 1;
    if (difference >= 0) against += 1;
  }
  return shared;
}

/** Days in other forms are not among the written ones: too few of those say nothing. */
function oneOfTheFew(one: LetterPrint, other: LetterPrint): boolean {
  return Math.min(one.writtenDays.size, other.writtenDays.size) < 2;
}

/** In a letter of few dates, one that was misread is a large share of them; its own date and its sums agree then. */
function isOneMisread(one: LetterPrint, other: LetterPrint): boolean {
  const fewest = Math.min(one.dates.size, other.dates.size);
  return (
    one.letterDate !== null &&
    one.letterDate === other.letterDate &&
    fewest - countShared(one.dates, other.dates) <= 1 &&
    contradiction(one.figures, other.figures) <= 0.2
  );
}

/** Where one's own date stands in the other as well, reading may only have chosen another of them for that one. */
function isOtherDay(one: LetterPrint, other: LetterPrint): boolean {
  if (one.letterDate === null || other.letterDate === null || !hasOtherDay(one, other)) return false;
  return !one.dates.has(other.letterDate) && !other.dates.has(one.letterDate);
}

function hasOtherDay(one: LetterPrint, other: LetterPrint): boolean {
  return one.letterDate !== null && other.letterDate !== null && one.letterDate !== other.letterDate;
}

/** One digit may be misread. */
function isOtherReference(one: LetterPrint, other: LetterPrint): boolean {
  if (one.caseReference === null || other.caseReference === null) return false;
  const theirs = other.caseReference;
  return [...one.caseReference].filter((digit, at) => digit !== theirs.charAt(at)).length > 1;
}

function isVouchedFor(one: LetterPrint, other: LetterPrint): boolean {
  return (
    one.letterDate !== null &&
    one.letterDate === other.letterDate &&
    one.kind === other.kind &&
    countShared(one.dates, other.dates) >= 2
  );
}

/** Letter by letter: "payment 7 of 12" is no copy of "payment 8 of 12". */
function isExactly(one: LetterPrint, other: LetterPrint): boolean {
  return one.whole === other.whole && one.threes.length > 0 && one.threes.length === other.threes.length;
}

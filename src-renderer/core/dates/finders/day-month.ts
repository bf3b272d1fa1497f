import {
  dayNumber,
  freeBefore,
  gap,
  monthNumber,
  monthWord,
  streetWord,
  weekdayBefore,
  weekdayNumber,
} from "../english.ts";
import { type Around, type Finder, saidDay } from "../found.ts";

/** "2 March", "Tuesday 9 March", "3rd of Feb", "01 FEB": no year is printed. */
export const dayMonth: Finder = {
  name: "day-month",
  pattern: new RegExp(
    String.raw`${freeBefore}${weekdayBefore}${dayNumber.replace("(?![a-z\\d])", "")}(?:${gap}|-)?(?:of?${gap})?(?<month>${monthWord})(?![\p{L}\d])`,
    "giu",
  ),
  read: ({ day, month, weekday }, around) =>
    isElse(around) ? null : saidDay(Number(day), monthNumber(month ?? ""), null, weekdayNumber(weekday)),
  certainty: 0.85,
};

/** "October 28th", "Monday, March 6". Without an ordinal only where nothing runs on: "In March 12 payments" is no date. */
export const monthDay: Finder = {
  name: "month-day",
  pattern: new RegExp(
    String.raw`${freeBefore}${weekdayBefore}(?<month>${monthWord})${gap}(?:the${gap})?${dayNumber}(?![:%]|[.,/]\d|-\d| ?(?:-|to) ?\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d|,? ?(?:of )?(?:19|20)\d\d)`,
    "giu",
  ),
  read: ({ day, month, weekday }, { before, after, words }) =>
    isVerb(words) ||
    /(?:19|20)\d\d $/.test(before) ||
    (/\b(?:in|since|during|until|till|early|late|mid|end of)[ \n-]$/i.test(before) &&
      /\b(?:1[5-9]|[23]\d)$/.test(words)) ||
    (!/(?:st|nd|rd|th)$/i.test(words) &&
      weekday === undefined &&
      !/^(?:[.,;:)]|\n|\t|$| (?:at|and|to|or|but|when|because|after|before|in|he|she|they|we|I|has|have|had|is|was)\b| -)/.test(
        after,
      ))
      ? null
      : saidDay(Number(day), monthNumber(month ?? ""), null, weekdayNumber(weekday)),
  certainty: 0.75,
};

/** "Only 1 may apply": small letters make may and march verbs; "mar", "mai" and "sat" are words of their own too. */
function isVerb(words: string): boolean {
  return /(?:^|[^\p{L}])(?:may|march|mar|mai|fai|medi)\b/u.test(words);
}

const streetAfter = new RegExp(String.raw`^${gap}${streetWord}`, "u");

/** Words that look like a day and month and are something else. */
function isElse({ before, after, words }: Around): boolean {
  const glued = /^\d+\p{L}/u.test(words) && !/^\d+ ?(?:st|nd|rd|th)/i.test(words);
  // A year behind it that the form with a year didn't take: 29 February 2014 is no day at all.
  if (/^,?[ \n](?:of )?(?:19|20)\d\d(?!\d)/.test(after)) return true;
  if (isVerb(words) || streetAfter.test(after) || counted.test(before)) return true;
  if (/may$/i.test(words) && /^ (?:be|have|not|also|only|apply|ask|need|still)\b/.test(after)) return true;
  return glued && (!/(?:^|[\n\t])$/.test(before) || after.startsWith("/"));
}

/** "Section 4 May be amended", "Room 3": the number belongs to the word before. */
const counted =
  /\b(?:section|pages?|rules?|regulations?|paragraphs?|para|room|flat|unit|item|article|clause|schedule|step|part|chapter|annex|version|level|band|lines?|form|leaflet|option|phase|tier|stage|year) $/i;

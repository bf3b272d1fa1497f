import { countOf, gap, numberWord } from "../english.ts";
import type { Finder, Said, Unit } from "../found.ts";

const amount = String.raw`(?:(?:a|the)${gap}(?:next|further|following)${gap}|the${gap}next${gap})?(?:period${gap}of${gap})?(?<count>${numberWord})(?:${gap}\([a-z\d -]{1,14}\))?(?:\.?${gap}|[-.])(?<kind>working${gap}|business${gap}|clear${gap}|full${gap}|calendar${gap})?(?<unit>day|week|month|year)s?['’]?`;
const paper = String.raw`(?:letter|notice|notification|e-?mail|report|statement|decision|bill|order|response|reply|invoice|document|message|warning|determination|directions?|form|summons|agreement|correspondence|final${gap}response|decision${gap}notice|assessment)`;
const printed = String.raw`(?:(?:the|when|you|we|your|being|having|receipt|receiving|received|getting|get|of|date|day|on|it|is|was|shown|printed|given|stated|which|issue|service|posting|sending|starting|beginning|commencing|with|from|at|top|sent|to|issued|after)[:.]?${gap}){0,9}`;
const anchor = String.raw`${printed}(?:this${gap}(?:\p{L}{1,12}${gap})?${paper}|today(?:['’]s${gap}date)?|now|(?:the${gap})?(?:above${gap}date|date${gap}(?:above|shown${gap}above|at${gap}the${gap}top|of${gap}issue|given${gap}above|of${gap}posting)))(?![\p{L}])`;

/** "within 6 months of the date of this letter", "one month from today", "28 days after the date on this notice". */
export const offsetFromLetter: Finder = {
  name: "offset-from-letter",
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d£])(?:(?:within|in|for|no${gap}later${gap}than|not${gap}later${gap}than|up${gap}to|by)${gap})?${amount},?${gap}(?:of|from|after|following|starting|beginning|commencing)${gap}${anchor}`,
    "giu",
  ),
  read: ({ count, kind, unit }) => offset(count, kind, unit, 1, "letter"),
};

/** "within 14 days of 3 March 2023": counted from the date that stands next. */
export const offsetFromNext: Finder = {
  name: "offset-from-next-date",
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d£])(?:within|no${gap}later${gap}than|not${gap}later${gap}than)${gap}${amount}${gap}(?:of|from|after|starting${gap}on|beginning${gap}(?:with|on))(?=${gap}(?:\p{L}{1,10}${gap}){0,3}\d)`,
    "giu",
  ),
  read: ({ count, kind, unit }) => offset(count, kind, unit, 1, "next-date"),
  certainty: 0.6,
};

/** "You must reply within 14 days.": no day is named to count from, so it is counted from the letter's own, unsurely. */
export const offsetUnsaid: Finder = {
  name: "offset-from-unsaid-day",
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d£])(?:within|in)${gap}${amount}(?<time>${gap}time)?(?![\p{L}])(?!,?${gap}(?:of|from|after|before|following|starting|beginning|ago|since|late|overdue)\b)`,
    "giu",
  ),
  read: ({ count, kind, unit, time }, { before, words }) => {
    const clause = before.slice(Math.max(before.lastIndexOf(". "), before.lastIndexOf("\n\n")) + 1);
    const told =
      /\b(?:you (?:must|need to|should|have to)|please|we will|I will|we shall|I shall|we['’]ll|(?:write|reply|respond|contact|tell|send|return|appeal|ask|let|pay|phone|call|complete|do this|do so))\b/i.test(
        clause,
      );
    const meant =
      time !== undefined || (/^within/i.test(words) && told && !/\b(?:standard|usually|normally|aim)\b/i.test(clause));
    return meant ? offset(count, kind, unit, 1, "at-hand") : null;
  },
  certainty: 0.5,
};

/** "two weeks ago", "10 days ago". Months ago are too vague for a day. */
export const ago: Finder = {
  name: "ago",
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d£])(?<count>${numberWord})${gap}(?<unit>day|week)s?${gap}ago(?![\p{L}])`,
    "giu",
  ),
  read: ({ count, unit }) => offset(count, undefined, unit, -1, "at-hand"),
  certainty: 0.5,
};

function offset(
  word: string | undefined,
  kind: string | undefined,
  unitWord: string | undefined,
  sign: 1 | -1,
  from: "letter" | "at-hand" | "next-date",
): Said | null {
  const count = countOf(word ?? "");
  if (count === null || count === 0 || count > 400) return null;
  const working = /working|business/i.test(kind ?? "");
  const unit = units[(unitWord ?? "").toLowerCase()];
  if (unit === undefined || (working && unit !== "days") || (unit === "years" && count > 20)) return null;
  return { kind: "offset", count: sign * count, unit: working ? "working-days" : unit, from };
}

const units: Readonly<Record<string, Unit>> = { day: "days", week: "weeks", month: "months", year: "years" };

import { countOf, gap, numberWord } from "../english.ts";
import type { Finder, Said, Unit } from "../found.ts";

const amount = String.raw`(?:(?:a|the)${gap}(?:next|further|following)${gap}|the${gap}next${gap})?(?:period${gap}of${gap})?(?<count>${numberWord})(?:${gap}\([a-z\d -]{1,14}\))?(?:\.?${gap}|[-.])(?<kind>working${gap}|business${gap}|clear${gap}|full${gap}|calendar${gap})?(?<unit>day|week|fortnight|month|year)s?['’]?`;
const paper = String.raw`(?:letter|notice|notification|e-?mail|report|statement|decision|bill|order|response|reply|invoice|document|message|warning|determination|directions?|form|summons|agreement|correspondence|final${gap}response|decision${gap}notice|assessment)`;
const printed = String.raw`(?:(?:the|when|you|we|your|being|having|receipt|receiving|received|getting|get|of|date|day|on|it|is|was|shown|printed|given|stated|which|issue|service|posting|sending|starting|beginning|commencing|with|from|at|top|sent|to|issued|after)[:.]?${gap}){0,9}`;
const anchor = String.raw`${printed}(?:th(?:is|ese)${gap}(?:\p{L}{1,12}${gap})?${paper}|today(?:['’]s${gap}date)?|now|(?:the|its|our)${gap}(?:issue|statement|letter|notice|report|bill|invoice|order|print(?:ing)?|posting|decision)${gap}date|(?:the${gap})?(?:above${gap}date|date${gap}(?:the|this)${gap}(?:order|decision|notice|letter|statement)${gap}was${gap}(?:made|issued|sent|given)|date${gap}(?:above|shown${gap}above|at${gap}the${gap}top|of${gap}issue|given${gap}above|of${gap}posting)))(?![\p{L}])`;

/** "within 6 months of the date of this letter", "one month from today", "28 days after the date on this notice". */
export const offsetFromLetter: Finder = {
  name: "offset-from-letter",
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d£])(?:(?:within|in|for|no${gap}later${gap}than|not${gap}later${gap}than|up${gap}to|by)${gap})?${amount},?${gap}(?:of|from|after|following|starting|beginning|commencing)${gap}${anchor}`,
    "giu",
  ),
  read: ({ count, kind, unit }) => offset(count, kind, unit, 1, "letter"),
};

/** "o fewn 14 diwrnod i ddyddiad y llythyr hwn": within 14 days of the date of this letter, in Welsh. */
export const offsetInWelsh: Finder = {
  name: "offset-from-letter-in-welsh",
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d£])(?:o${gap}fewn|ymhen|cyn${gap}pen)${gap}(?<count>\d{1,3}|un|mis)(?:${gap}o)?${gap}?(?<unit>diwrnod|ddiwrnod|ddiwrnodau|wythnos|mis|fis)?${gap}(?:i|o|ar${gap}ôl)${gap}ddyddiad${gap}(?:y|yr)${gap}(?:llythyr|hysbysiad|penderfyniad)${gap}hwn(?![\p{L}])`,
    "giu",
  ),
  read: ({ count, unit }) => {
    const [many, each] = count === "mis" ? ["1", "mis"] : [count === "un" ? "1" : count, unit];
    return offset(many, undefined, each?.replace(/^ddiwrnod.*$/, "diwrnod").replace("fis", "mis"), 1, "letter");
  },
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

/** "within one calendar month of that date": counted from the day named before. */
export const offsetFromMentioned: Finder = {
  name: "offset-from-that-date",
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d£])(?:within|in|no${gap}later${gap}than|not${gap}later${gap}than)${gap}${amount}${gap}(?:of|from|after)${gap}(?:that|this|the${gap}same|said)${gap}(?:date|day)(?![\p{L}])`,
    "giu",
  ),
  read: ({ count, kind, unit }) => offset(count, kind, unit, 1, "mentioned"),
  certainty: 0.7,
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
  from: "letter" | "at-hand" | "next-date" | "mentioned",
): Said | null {
  const count = countOf(word ?? "");
  if (count === null || count === 0 || count > 400) return null;
  const working = /working|business/i.test(kind ?? "");
  const unit = units[(unitWord ?? "").toLowerCase()];
  if (unit === undefined || (working && unit !== "days") || (unit === "years" && count > 20)) return null;
  const each = unitWord?.toLowerCase() === "fortnight" ? 2 : 1;
  return { kind: "offset", count: sign * count * each, unit: working ? "working-days" : unit, from };
}

const units: Readonly<Record<string, Unit>> = {
  day: "days",
  week: "weeks",
  fortnight: "weeks",
  month: "months",
  year: "years",
  diwrnod: "days",
  wythnos: "weeks",
  mis: "months",
};

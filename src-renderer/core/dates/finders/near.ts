import { fullWeekday, gap, weekdayNumber, weekdayWord } from "../english.ts";
import type { Finder } from "../found.ts";

/** "yesterday", "tomorrow", "this morning", "the next day": a day beside the one at hand. */
export const nearDay: Finder = {
  name: "near-day",
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d])(?:(?:the${gap})?day${gap}(?:before${gap}yesterday|after${gap}tomorrow)|yesterday|tomorrow|tmrw|today|current${gap}date|this${gap}(?:morning|afternoon|evening)|tonight|last${gap}night|the${gap}(?:next|following|previous)${gap}day|the${gap}day${gap}(?:before|after)(?=[.,;\n]|$))(?![\p{L}])(?!['’]s${gap}date|${gap}week\b)`,
    "giu",
  ),
  read: (_groups, { words }) => {
    const said = words.toLowerCase().replace(/\s+/g, " ");
    if (/^the (?:next|following) day|^the day after$/.test(said)) return { kind: "near", days: 1, from: "mentioned" };
    if (/^the previous day|^the day before$/.test(said)) return { kind: "near", days: -1, from: "mentioned" };
    return { kind: "near", days: distance(said), from: "at-hand" };
  },
  certainty: 0.75,
};

function distance(said: string): number {
  if (said.includes("before yesterday")) return -2;
  if (said.includes("after tomorrow")) return 2;
  if (said === "yesterday" || said === "last night") return -1;
  return said === "tomorrow" || said === "tmrw" ? 1 : 0;
}

/** "last Monday", "next Tuesday", "on Thursday", "the previous Friday". Not opening hours, nor "every Monday". */
export const weekdayAlone: Finder = {
  name: "weekday-alone",
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d])(?:(?<which>last|next|this|the${gap}previous|the${gap}following|the${gap}next|on${gap}the${gap}(?:previous|following))${gap}|(?<cue>on|by|until|before|since)${gap})(?<weekday>${fullWeekday})(?:${gap}(?:morning|afternoon|evening))?(?![\p{L}]|['’]s)(?!,?${gap}(?:to|until|-|and${gap}${fullWeekday}|or|the|\d|(?:of${gap})?(?:last|next|this)${gap}week)\b)(?! ?- ?${fullWeekday})(?!,? ?\(\d)`,
    "giu",
  ),
  read: ({ which, weekday }, { before, after }) => {
    const number = weekdayNumber(weekday);
    if (
      number === null ||
      hours.test(before.slice(-60)) ||
      /\bonly\b|\d ?[ap]m ?(?:to|-|and) ?\d/i.test(after.slice(0, 30))
    )
      return null;
    const word = (which ?? "bare").toLowerCase().replace(/^(?:on\s)?the\s/, "");
    const known = (["last", "next", "this", "previous", "following"] as const).find((one) => one === word);
    return {
      kind: "weekday",
      weekday: number,
      which: which !== undefined && /the\snext/i.test(which) ? "following" : (known ?? "bare"),
    };
  },
  certainty: 0.65,
};

/** "Monday of last week", "Friday of next week". */
export const weekdayOfWeek: Finder = {
  name: "weekday-of-week",
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d])(?<weekday>${fullWeekday})${gap}(?:of${gap})?(?<which>last|next|this)${gap}week(?![\p{L}])`,
    "giu",
  ),
  read: ({ which, weekday }) => {
    const number = weekdayNumber(weekday);
    const known = (["last", "next", "this"] as const).find((one) => one === which?.toLowerCase());
    return number === null || known === undefined ? null : { kind: "weekday", weekday: number, which: known };
  },
  certainty: 0.75,
};

const hours =
  /\b(?:open(?:ing)?|lines|hours|closed|every|each|weekdays|Monday to|a week|weekly)\b|\d ?[ap]m ?(?:to|-|and) ?\d/i;

/** "the 29th", "the 19th of the following month", "on the 3rd". */
export const dayAlone: Finder = {
  name: "day-alone",
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d])(?:(?<weekday>${weekdayWord})\.?,?${gap}(?:the${gap})?|the${gap})(?<day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)(?<of>${gap}(?:inst(?:ant)?|ult(?:imo)?|prox(?:imo)?)\b\.?|${gap}of${gap}(?:the|this|that|last|next)(?:${gap}(?:following|next|same|previous))?(?:${gap}month)?)?(?![\p{L}\d])(?!['’-])`,
    "giu",
  ),
  read: ({ day, of, weekday }, { before, after }) => {
    const named = weekdayNumber(weekday);
    if (named !== null) return { kind: "day-number", day: Number(day), months: null, from: "at-hand", weekday: named };
    if (
      of === undefined &&
      /^ (?:(?!at\b|and\b|to\b|of\b|but\b|so\b|when\b|I\b|he\b|she\b|they\b|we\b|because\b|for\b|as\b|with\b|by\b|instead\b|or\b)[\p{L}])/u.test(
        after,
      )
    )
      return null;
    if (of !== undefined && !/month$|^\s(?:inst|ult|prox)/i.test(of)) return null;
    if (
      /\b(?:each|every) month\b/i.test(after.slice(0, 30)) ||
      /^ of (?:each|every|the month)/i.test(after) ||
      (/month$/i.test(of ?? "") && /^ (?:following|after|in which|when)\b/i.test(after))
    )
      return null;
    if (of === undefined && !/\b(?:on|by|until|from|since|till|before|after|to|and|between)$/i.test(before.trimEnd()))
      return null;
    const from = /\b(?:following|that|same|next)\b/i.test(of ?? "") ? "mentioned" : "at-hand";
    const months = of === undefined ? null : monthsOf(of);
    return { kind: "day-number", day: Number(day), months, from, weekday: null };
  },
  certainty: 0.6,
};

function monthsOf(words: string): number {
  if (/following|next|prox/i.test(words)) return 1;
  return /last|previous|ult/i.test(words) ? -1 : 0;
}

import { calendarDay } from "#core/model/calendar-day.ts";
import { gap } from "../english.ts";
import type { Finder } from "../found.ts";

/** "2019/20", "2020-21 tax year", "tax year 2022/2023", "2022 to 2023 tax year": 6 April to 5 April. */
export const taxYear: Finder = {
  name: "tax-year",
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d£$€/_.#-])(?<label>(?:tax|financial)${gap}year${gap}(?:ending${gap}|of${gap})?)?(?<from>20\d\d)(?<sep> ?[/-] ?|${gap}to${gap})(?<to>(?:20)?\d\d)(?![\p{L}\d]|[/.:-]\d)(?<tail>${gap}(?:tax|financial)${gap}year)?`,
    "giu",
  ),
  read: ({ label, from, to, sep, tail }, { before, after }) => {
    const first = Number(from);
    if (Number(to) % 100 !== (first + 1) % 100) return null;
    const named =
      label !== undefined ||
      tail !== undefined ||
      /\b(?:tax|financial) years?\b/i.test(before.slice(-60) + after.slice(0, 30));
    if ((sep ?? "").includes("to") && !named) return null;
    if (/\b(?:academic|school) years?\b/i.test(before.slice(-50) + after.slice(0, 20))) return null;
    const start = calendarDay(first, 4, 6);
    const end = calendarDay(first + 1, 4, 5);
    return start === null || end === null ? null : { kind: "fixed", value: { kind: "span", start, end } };
  },
  certainty: 0.9,
};

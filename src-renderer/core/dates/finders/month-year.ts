import { fullYear, monthNumber, monthWord } from "../english.ts";
import type { Finder } from "../found.ts";

/** "November 2022", "Nov 2022", "May, 2023", "Oct-23", "Oct '23". */
export const monthYear: Finder = {
  name: "month-year",
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d_])(?<!\d[-/])(?<month>${monthWord})(?:(?:,?[ \n](?:of )?|-|/)(?<year>(?:19|20)\d\d)|(?:[ \n]?['’]|-)(?<short>\d\d)|(?<=\b(?:in|since|during|until|till|early|late|mid|end of)[ \n-]\p{L}{3,9}\.?)[ ](?<bare>1[5-9]|[23]\d)(?! (?:19|20)\d\d))(?![\p{L}\d])(?![./:-]\d)`,
    "giu",
  ),
  read: ({ month, year, short, bare }, { before, after, words }) =>
    /^(?:may|mar|mai|fai|medi)\b/.test(words) ||
    /(?<![\p{L}\d])\d{1,2}(?:st|nd|rd|th)?(?:[ -](?:of )?|['.*~:;])$|\b(?:st|nd|rd|th) of $/iu.test(before) ||
    (torn.test(before) && /^(?:[.,] |,? \p{Ll})/u.test(after))
      ? null
      : { kind: "month", month: monthNumber(month ?? ""), year: fullYear(year ?? short ?? bare ?? "") },
  certainty: 0.9,
};

/** A day that a scan tore from its month: "16 on 1.", a speck, then "November 2027. If she …". */
const torn = /(?<![\p{L}\d.,])\d{1,2}(?:st|nd|rd|th)?[.,]?[ \t]{0,2}\n[ \t\n]{0,3}(?:\S{1,2}[ \t\n]{1,3})?$/iu;

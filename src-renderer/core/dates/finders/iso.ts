import { type Finder, saidDay } from "../found.ts";

/** "2023-10-26", "2023/10/26", "2023-10-26T14:02": year first is never ambiguous. */
export const iso: Finder = {
  name: "iso",
  pattern:
    /(?<![\p{L}\d£$€/_#.-])(?<year>(?:19|20)\d\d)(?<sep>[-/.])\n?(?<month>0?[1-9]|1[0-2])\k<sep>\n?(?<day>0?[1-9]|[12]\d|3[01])(?=T\d|(?![\p{L}\d/_]|-\d|\.\d))/gu,
  // "2022.", and the next line is numbered 4.2.
  read: ({ day, month, year }, { words }) =>
    /\.\s/.test(words) ? null : saidDay(Number(day), Number(month), Number(year), null),
};

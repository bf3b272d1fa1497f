import type { DatePage, Found } from "../found.ts";

/**
 * Figures after "Ref", "sort code", "version", "regulation" are no dates, however like one they look: "REF 12.02.98",
 * "Tariff version 3.1.22", "regulation 4.2.12".
 */
export function dropLabelledNumbers(found: readonly Found[], pages: readonly DatePage[]): readonly Found[] {
  return found.filter((one) => {
    if (!figures.has(one.rule)) return true;
    const text = pages[one.page]?.text ?? "";
    const before = text.slice(Math.max(0, one.start - 40), one.start);
    const after = text.slice(one.end, one.end + 12);
    const short = !/\d{4}/.test(text.slice(one.start, one.end));
    if (short && (isFormCode(text, one) || /\b0\d{2,4}\)? $/.test(before))) return false;
    return !label.test(before) && !(short && weakLabel.test(before)) && !unit.test(after);
  });
}

/** "DTO-INT 1.4.19" at the foot of a page: a form's name and edition, with the page's number behind it or nothing at all. */
function isFormCode(text: string, { start, end }: Found): boolean {
  const lineEnd = text.indexOf("\n", end);
  const line = [
    text.slice(text.lastIndexOf("\n", start - 1) + 1, start),
    text.slice(end, lineEnd < 0 ? undefined : lineEnd),
  ];
  return (
    /^[A-Z][A-Z\d]*(?:[ /-][A-Z\d]+){0,3}[ \t(]$/.test(line[0] ?? "") &&
    /^\)?[ \t]*(?:$|(?:page|sheet|tudalen|p\.?|side)\b|\d{1,2} ?(?:\/|of) ?\d{1,2}$)/i.test(line[1] ?? "")
  );
}

const figures: ReadonlySet<string> = new Set([
  "slashes",
  "dots",
  "dashes",
  "spaced-figures",
  "iso",
  "tax-year",
  "day-slash-month",
  "scanned-figures",
]);

const tail = String.raw`\b\.?(?: ?(?:no|number|ref|code|id|version|ver)\b\.?)?[ \t]?[:#]?[ \t]?(?:[A-Z]{1,5}-)?$`;
/** What no date ever follows. */
const label = new RegExp(
  String.raw`\b(?:ref(?:erence)?s?|number|no|num|code|iban|vat(?: reg(?:istration)?)?|ver(?:sion)?|v|rev(?:ision)?|edition|release|template|section|sect?|s|regulations?|regs?|rules?|paragraphs?|paras?|articles?|clause|annex|appendix|chapter|part|schedule|S\.?I|act|serial|licen[cs]e|tariff|id|ip|pages?|pp|flat|units?|size|ratio|score|ext|directions|DX)${tail}|[#№]$`,
  "i",
);
/** What numbers follow more often than a date with two figures for the year. */
const weakLabel = new RegExp(
  String.raw`\b(?:account|acc(?:oun)?t|a\/c|form|policy|invoice|payroll|employee|case|claim|phone|tel|telephone|fax|mobile|option)${tail}`,
  "i",
);
const unit = /^ ?(?:%|MB|GB|KB|kg|mm|cm|Mbps|of a\b|hours?\b|nights?\b|miles\b)/;

import type { DatePage, Found, SaidDay, SaidMonth } from "../found.ts";

/** Months counted from year 0, both ends inclusive. */
export interface MonthSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * The span that a table's heading names, for rows that print no year: "1 December 2022 to 28 February 2023", "March 2023",
 * or a year alone on a line ("2023").
 *
 * Only for dates that begin a line or a cell of a table; null elsewhere.
 */
export function headingSpan(found: readonly Found[], index: number, pages: readonly DatePage[]): MonthSpan | null {
  const one = found[index];
  if (one === undefined) return null;
  const text = pages[one.page]?.text ?? "";
  if (!isRow(text, one)) return null;
  const printed = found
    .slice(Math.max(0, index - 80), index)
    .findLast((other) => other.page === one.page && isHeading(text, other));
  const alone = yearAlone(text, one.start);
  if (alone !== null && (printed === undefined || alone.at > printed.start)) return yearSpan(alone.year);
  if (printed === undefined) return null;
  const { said } = printed;
  if (said.kind === "span" && said.from.year !== null && said.to.year !== null) {
    return { from: said.from.year * 12 + said.from.month, to: said.to.year * 12 + said.to.month };
  }
  if (said.kind === "month" && said.year !== null) return monthSpan(said.year, said.month);
  return null;
}

/** The year that puts a row's date into its heading's span, or nearest to it. */
export function yearFromHeading(said: SaidDay | SaidMonth, span: MonthSpan | null): number | null {
  if (span === null) return null;
  const first = Math.floor((span.from - 1) / 12);
  let best: number | null = null;
  let least = 7;
  for (let year = first - 1; year <= Math.floor((span.to - 1) / 12) + 1; year += 1) {
    const at = year * 12 + said.month;
    const away = at < span.from ? span.from - at : at > span.to ? at - span.to : 0;
    if (away < least) {
      least = away;
      best = year;
    }
  }
  return best;
}

/**
 * The year of a row's bare month from the rows above it, of which the first prints one: "November 2022", "December",
 * "January". Null where no row above has a year.
 */
export function rowYear(
  said: SaidDay | SaidMonth,
  found: readonly Found[],
  index: number,
  pages: readonly DatePage[],
): number | null {
  const one = found[index];
  const text = pages[one?.page ?? 0]?.text ?? "";
  if (one === undefined || said.kind !== "month" || !isRow(text, one)) return null;
  let later = said.month;
  let turns = 0;
  for (let at = index - 1; at >= 0 && at > index - 40; at -= 1) {
    const other = found[at];
    if (other === undefined || other.page !== one.page || other.said.kind !== "month" || !isRow(text, other))
      return null;
    if (!isTableLine(text, other)) return null;
    if (other.said.month > later) turns += 1;
    if (other.said.year !== null) return other.said.year + turns;
    later = other.said.month;
  }
  return null;
}

function isTableLine(text: string, { start, end }: Found): boolean {
  const lineEnd = text.indexOf("\n", end);
  return text.slice(text.lastIndexOf("\n", start - 1) + 1, lineEnd < 0 ? text.length : lineEnd).includes("\t");
}

function isRow(text: string, one: Found): boolean {
  const lineStart = text.lastIndexOf("\n", one.start - 1) + 1;
  const before = text.slice(lineStart, one.start);
  const after = text.slice(one.end, one.end + 3);
  return (
    (before === "" || before.endsWith("\t")) && (/^[\t\n]/.test(after) || after === "" || /^ [A-Z\d£-]|^:/.test(after))
  );
}

/** A span, or a month that stands on a line of its own or in a heading, not inside a long sentence. */
function isHeading(text: string, other: Found): boolean {
  if (other.said.kind === "span") return true;
  if (other.said.kind !== "month" || other.said.year === null) return false;
  const lineStart = text.lastIndexOf("\n", other.start - 1) + 1;
  const end = text.indexOf("\n", other.end);
  const line = text.slice(lineStart, end < 0 ? text.length : end);
  return line.length < 70 && !/[.]$/.test(line) && !line.includes("\t");
}

function yearAlone(text: string, before: number): { readonly year: number; readonly at: number } | null {
  const piece = text.slice(Math.max(0, before - 3000), before);
  let last: RegExpExecArray | null = null;
  for (const match of piece.matchAll(
    /(?<=^|\n|\t)(?:(?![^\n\t]*\b(?:Act|Regulations|Order|Rules)\b)[A-Z][A-Za-z ]{0,40} )?((?:19|20)\d\d)(?=\n|\t|:)/g,
  ))
    last = match;
  if (last === null) return null;
  return { year: Number(last[1]), at: Math.max(0, before - 3000) + last.index };
}

function yearSpan(year: number): MonthSpan {
  return { from: year * 12 + 1, to: year * 12 + 12 };
}

function monthSpan(year: number, month: number): MonthSpan {
  return { from: year * 12 + month, to: year * 12 + month };
}

import type { CalendarDay } from "#core/model/calendar-day.ts";
import type { DateValue } from "#core/model/mention.ts";
import type { DatePage, Found } from "../found.ts";

/**
 * The day that "yesterday" and "last Monday" count from: the letter date, or in notes the entry's own date, or in an
 * e-mail's quoted part the day that part was written.
 *
 * An entry is a full date that begins a line, where at least two lines of the page begin so; a quoted part begins with "On
 * … wrote:" or a "Sent:" or "Date:" line.
 */
export function dayAtHand(
  one: Found,
  done: readonly (Found & { readonly value: DateValue })[],
  pages: readonly DatePage[],
  letterDate: CalendarDay | null,
): CalendarDay | null {
  if (one.said.kind === "day" || one.said.kind === "month" || one.said.kind === "span") return letterDate;
  const entries = done.filter((other) => isEntry(other, pages));
  const last = entries.at(-1);
  if (last === undefined || last.value.kind !== "day") return letterDate;
  const quoted = isQuoted(last, pages);
  const many = entries.filter((other) => !isQuoted(other, pages)).length >= 2;
  if (!quoted && !many) return letterDate;
  return one.page - last.page <= 1 ? last.value.day : letterDate;
}

function isEntry(one: Found, pages: readonly DatePage[]): boolean {
  if (one.said.kind !== "day") return false;
  const text = pages[one.page]?.text ?? "";
  const lineStart = text.lastIndexOf("\n", one.start - 1) + 1;
  if (isQuoted(one, pages)) return true;
  if (!/^(?:[-*•>\d.)]{0,4} ?|(?:Call|Entry|Date|Note) ?\d{0,2}[:.]? ?)$/i.test(text.slice(lineStart, one.start)))
    return false;
  // A sentence that only happens to wrap here goes on from the line above.
  const above = text.slice(Math.max(0, lineStart - 2), lineStart).trim();
  return (
    above === "" ||
    /[.:!?)\d"']$/.test(above) ||
    /^[ ,]*(?:[-:\n\t(]|\d{1,2}[.:]\d\d|at \d|am\b|pm\b|[A-Z])/.test(text.slice(one.end, one.end + 12))
  );
}

function isQuoted(one: Found, pages: readonly DatePage[]): boolean {
  const text = pages[one.page]?.text ?? "";
  const lineStart = text.lastIndexOf("\n", one.start - 1) + 1;
  const before = text.slice(lineStart, one.start);
  if (/^>{0,3} ?On $/.test(before)) return /\bwrote:|\bwrites:/.test(text.slice(one.end, one.end + 140));
  return /^>{0,3} ?(?:Sent|Date):[ \t]?$/i.test(before);
}

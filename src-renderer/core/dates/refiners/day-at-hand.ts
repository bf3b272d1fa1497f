import type { CalendarDay } from "#core/model/calendar-day.ts";
import type { DateValue } from "#core/model/mention.ts";
import type { DatePage, Found } from "../found.ts";

/** Dates that begin a note's entry, or an e-mail's quoted part. */
export interface Entries {
  /** by page and place: see `placeOf` */
  readonly notes: ReadonlySet<string>;
  readonly quoted: ReadonlySet<string>;
}

/**
 * Where entries begin: a date at the start of a line with words behind it, or alone on its line; and the "On … wrote:" or
 * "Sent:" line over a quoted part.
 */
export function entriesOf(found: readonly Found[], pages: readonly DatePage[]): Entries {
  const days = found.filter(({ said }) => said.kind === "day" || (said.kind === "day-number" && said.months === null));
  return {
    notes: new Set(days.filter((one) => isEntry(one, pages[one.page]?.text ?? "")).map(placeOf)),
    quoted: new Set(days.filter((one) => isQuoted(one, pages[one.page]?.text ?? "")).map(placeOf)),
  };
}

/**
 * The day that "yesterday" and "last Monday" count from: the letter date, or in notes the entry's own date, or in an
 * e-mail's quoted part the day that part was written.
 *
 * One line that begins with a date doesn't make notes: there must be two, or the words must stand in that very paragraph.
 */
export function dayAtHand(
  one: Found,
  done: readonly (Found & { readonly value: DateValue })[],
  { notes, quoted }: Entries,
  pages: readonly DatePage[],
  letterDate: CalendarDay | null,
): CalendarDay | null {
  const text = pages[one.page]?.text ?? "";
  const last = done.findLast((other) => notes.has(placeOf(other)) || quoted.has(placeOf(other)));
  if (last === undefined || last.value.kind !== "day" || one.page - last.page > 1) return letterDate;
  const printed = one.said.kind === "day" || one.said.kind === "month" || one.said.kind === "span";
  if (quoted.has(placeOf(last))) return printed ? letterDate : last.value.day;
  if (one.page !== last.page || (printed && notes.size < 2)) return letterDate;
  const between = text.slice(last.end, one.start);
  const alone = between.startsWith("\n");
  const paragraphs = between.split("\n\n").length - 1;
  const enough = notes.size >= (alone || paragraphs > 0 ? 2 : 1);
  const letter = /(?:^|\n)Dear\b/.test(text);
  return enough && paragraphs <= (letter ? 0 : alone ? 2 : 1) && !/\n(?:Yours|Kind regards|Regards)\b/.test(between)
    ? last.value.day
    : letterDate;
}

/** The day of the entry before this one, when both begin entries: a diary goes on from day to day. */
export function entryBefore(
  one: Found,
  done: readonly (Found & { readonly value: DateValue })[],
  { notes }: Entries,
): CalendarDay | null {
  if (!notes.has(placeOf(one))) return null;
  const last = done.findLast((other) => notes.has(placeOf(other)));
  return last?.value.kind === "day" ? last.value.day : null;
}

/** Values are worked out into new objects, so a find is known by where it stands. */
export function placeOf(one: Found): string {
  return `${one.page}:${one.start}`;
}

function isEntry(one: Found, text: string): boolean {
  const lineStart = text.lastIndexOf("\n", one.start - 1) + 1;
  const head = text.slice(lineStart, one.start);
  if (!/^(?:[-*•>[\d.)]{0,4} ?|(?:Call|Entry|Date|Note|On) ?\d{0,2}[:.]? ?)$/i.test(head)) return false;
  const above = text.slice(Math.max(0, lineStart - 2), lineStart).trim();
  const after = text.slice(one.end, one.end + 16);
  if (/^(?:\n|$)/.test(after)) {
    const lineAbove = text.slice(text.lastIndexOf("\n", lineStart - 2) + 1, Math.max(lineStart - 1, 0));
    return head === "" && (lineAbove.length < 40 || /[.:!?)\d"']$/.test(lineAbove));
  }
  return (
    /^,? ?(?:[-:(]|\d{1,2}[.:]?\d{0,2} ?(?:am|pm|\b)|at \d|am\b|pm\b|about \d|(?:rang|called|phoned|spoke|emailed|wrote|got|received|text|sent|tried|no |CMS|I |we )|(?!to |until |till |and |or )\p{L}[\p{L}']+ )/iu.test(
      after,
    ) &&
    (above === "" ||
      /[.:!?)\d"'\]]$/.test(above) ||
      isShort(text, lineStart) ||
      /^ ?(?:[-:]|\d{1,2}[:.]\d\d)/.test(after))
  );
}

/** Whether the line above ends early: it is no sentence that runs on. */
function isShort(text: string, lineStart: number): boolean {
  return lineStart - 1 - text.lastIndexOf("\n", lineStart - 2) < 50;
}

function isQuoted(one: Found, text: string): boolean {
  const lineStart = text.lastIndexOf("\n", one.start - 1) + 1;
  const before = text.slice(lineStart, one.start);
  if (/^[> ]{0,6}On $/.test(before)) return /\bwrote:|\bwrites:/.test(text.slice(one.end, one.end + 140));
  return /^[> ]{0,6}(?:Sent|Date): ?\t?$/i.test(before);
}

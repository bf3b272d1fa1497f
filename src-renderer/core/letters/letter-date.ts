import type { DatePage, Found } from "#core/dates/found.ts";
import { entriesOf, placeOf } from "#core/dates/refiners/day-at-hand.ts";
import { type CalendarDay, calendarDay } from "#core/model/calendar-day.ts";

/** The letter's own date and the find that gave it. */
export interface LetterDate {
  readonly day: CalendarDay;
  /** position in the list of finds */
  readonly index: number;
  /** 0–1 */
  readonly certainty: number;
}

/**
 * The date a letter gives itself, by evidence: its label, standing alone, its place before the greeting, an e-mail's
 * header, "Typed up". Not by being first: references, births and due dates may stand above it.
 *
 * @param today no later day is taken
 * @returns null where no date has enough to speak for it
 */
export function findLetterDate(
  found: readonly Found[],
  pages: readonly DatePage[],
  today: CalendarDay,
): LetterDate | null {
  const greeting = greetingOf(pages);
  let best: (LetterDate & { readonly score: number }) | null = null;
  found.forEach((one, index) => {
    const day = printedDay(one);
    if (day === null || day > today) return;
    const score = scoreOf(one, pages, greeting);
    if (score >= 3 && (best === null || score > best.score)) {
      best = { day, index, score, certainty: Math.min(0.99, 0.6 + score / 30) };
    }
  });
  return best === null ? null : (lastEntry(best, found, pages, greeting, today) ?? best);
}

/**
 * A diary has no date of its own: when the best is only the first of several entries, the last one is the day it was
 * written up to.
 */
function lastEntry(
  best: LetterDate & { readonly score: number },
  found: readonly Found[],
  pages: readonly DatePage[],
  greeting: number,
  today: CalendarDay,
): LetterDate | null {
  const { notes } = entriesOf(found, pages);
  const one = found[best.index];
  if (one === undefined || best.score >= 11 || notes.size < 3 || !notes.has(placeOf(one))) return null;
  if (greeting < (pages[0]?.text.length ?? 0)) return null;
  return found.reduce<LetterDate | null>((last, other, index) => {
    const day = notes.has(placeOf(other)) ? printedDay(other) : null;
    return day !== null && day <= today && (last === null || day > last.day) ? { day, index, certainty: 0.5 } : last;
  }, null);
}

function printedDay({ said }: Found): CalendarDay | null {
  return said.kind === "day" && said.year !== null ? calendarDay(said.year, said.month, said.day) : null;
}

/** Where the first page's greeting stands; its end where there is none. */
function greetingOf(pages: readonly DatePage[]): number {
  const text = pages[0]?.text ?? "";
  const at = text.search(/(?:^|\n)(?:Dear|Hi|Hello|Annwyl|To whom)\b/);
  return at < 0 ? text.length : at;
}

function scoreOf(one: Found, pages: readonly DatePage[], greeting: number): number {
  const text = pages[one.page]?.text ?? "";
  const lineStart = text.lastIndexOf("\n", one.start - 1) + 1;
  const lineEnd = endOfLine(text, one.end);
  const cellBefore = text.slice(Math.max(lineStart, text.lastIndexOf("\t", one.start - 1) + 1), one.start);
  const cellAfter = text.slice(one.end, lineEnd).split("\t")[0] ?? "";
  const lead = leadBefore(text, lineStart, one.start, cellBefore);
  let score = one.page === 0 ? 3 : -1;
  if (wrongLabel.test(lead)) return -10;
  if (stampOver.test(text.slice(Math.max(0, lineStart - 40), lineStart))) return -10;
  if (ownLabel.test(lead) && !inPassing.test(lead)) score += printLabel.test(lead) ? 5 : 7;
  else if (madeOn.test(lead.trimStart())) score += printLabel.test(lead) ? 4 : 6;
  else if (emailLabel.test(lead)) score += one.page === 0 && one.start < 600 ? 6 : 1;
  else if (cellBefore.trim() === "" && trivial.test(cellAfter)) score += 4;
  else if (placeBefore.test(cellBefore) && trivial.test(cellAfter)) score += 3;
  // Inside a sentence nothing but a label makes it the letter's own.
  else if (cellBefore.trim() !== "") score -= 6;
  if (one.page === 0 && one.start < greeting && greeting < text.length) score += 2;
  else if (one.page === 0 && one.start > greeting) score -= 3;
  if (one.page === 0 && one.start < Math.max(text.length * 0.35, 300)) score += 1;
  if (
    isFoot(one, pages, lineEnd) &&
    (cellBefore.trim() === "" || placeBefore.test(cellBefore)) &&
    trivial.test(text.slice(one.end, lineEnd))
  )
    score += 4;
  if (isRow(text, lineStart, lineEnd)) score -= 4;
  if (/\bwrote:/.test(text.slice(one.end, one.end + 140)) && /\bOn $/.test(text.slice(lineStart, one.start)))
    score -= 6;
  return score;
}

/** The label: what stands before in the same cell, else the cell before, else the line above when it is a label alone. */
function leadBefore(text: string, lineStart: number, start: number, cellBefore: string): string {
  if (cellBefore.trim() !== "") return cellBefore;
  const line = text.slice(lineStart, start).trimEnd();
  if (line !== "") return line.split("\t").at(-1) ?? "";
  const above = text.slice(text.lastIndexOf("\n", lineStart - 2) + 1, Math.max(lineStart - 1, 0));
  return /:\s*$/.test(above) || /^(?:date|letter date|statement date|bill date)$/i.test(above.trim()) ? above : "";
}

/** "It came. Dated 3 May", "the response dated 3 May": another paper's; "Dated" on its own is this one's. */
const inPassing = /\S\s+dated(?: this)?(?: the)?:? $/i;
/** When a copy was printed says less than when the letter was written. */
const printLabel = /\b(?:print(?:ed|ing)?(?: date)?|downloaded|produced|generated)[ \n]?[:.-]?[ \n]?$/i;
/** A rubber stamp's word over its date. */
const stampOver = /(?:^|\n)(?:DATE )?(?:RECEIVED|SCANNED|PAID|ENTERED|ISSUED(?: TO PARTIES)?)\n$/;

const ownLabel =
  /(?:^|[\s(,])(?:date|dated(?: this)?(?: the)?|letter dated?|our letter|date of (?:this |the present |our )?(?:letter|reply|response|directions?|order|issue|notice|statement|bill|invoice|report|document|email|e-mail)|issue date|(?:statement|bill|invoice|report|document|notice|letter|print|billing|our|today['’]s) date|date (?:printed|issued|sent|written|produced|prepared|posted)|tax point(?: date)?|dyddiad)[ \n]?[:.-]?[ \n]?$/iu;
/** Verbs of making a paper, only at the beginning of a line: "The decision made on …" is about something else. */
const madeOn =
  /^(?:\p{Lu}[\p{L}'’]* (?:(?!decision|order|payment|complaint|call|application|request|appeal|claim|hearing|change|calculation)\p{L}+ ){0,4})?(?:(?:issued|typed(?: up)?|written(?: up)?|printed|prepared|produced|generated|downloaded|compiled|created|signed|posted|made|sent|updated)(?: (?:up|out))?(?: by (?:me|\p{L}+))?(?: on| at)?|(?:copied|typed|written|put together|compiled)\b[^.;\d]{0,60}[,\p{L}])[ \n]?[:.-]?[ \n]?$/iu;
const emailLabel = /(?:^|[\s>])(?:sent|date|sent on|received)[ ]?:[ ]?$/i;
const wrongLabel =
  /\b(?:birth|dob|d\.o\.b|born|due(?: date)?|hearing|payment(?:s)?(?: due)?(?: date)?|effective(?: date)?|review(?: date)?|start(?: date)?|end(?: date)?|expiry|expires|deadline|by|until|from|to|period|received|decision of|return(?:ed)? by|reply by|next|since|order (?:date|dated)|date (?:received|of (?:birth|hearing|payment|order|the order|separation|call|incident|complaint|claim|application|change))|application date|closing date|ending|beginning|commencing|collection|appointment|meeting|renewal|expected|completion|travel|delivery)\b(?: date)?[ ]?(?:on|is|was)?[ ]?[:.-]?[ ]?$/i;

/** "Birmingham, 5 May 2023". */
const placeBefore = /^\s*\p{Lu}[\p{L}'-]{2,20}(?: (?:\p{Lu}[\p{L}'-]{1,20}|on|upon|under|le|y|and)){0,3},\s$/u;

/** Nothing but a time, place or page furniture beside the day. */
const trivial = /^[.,]?(?: ?(?:at )?\d{1,2}[:.]\d\d.{0,12})?\s*$/;

/** Among the last lines of the last page, where a letter is signed. */
function isFoot(one: Found, pages: readonly DatePage[], lineEnd: number): boolean {
  const text = pages[one.page]?.text ?? "";
  return one.page === pages.length - 1 && text.slice(lineEnd).trim().split("\n").length <= 4 && text.length > 300;
}

/** One of several lines that begin with a date: a table's row or a note's entry. */
function isRow(text: string, lineStart: number, lineEnd: number): boolean {
  const line = text.slice(lineStart, lineEnd);
  const cells = line.split("\t");
  return cells.length >= 3 && /\d/.test(cells.slice(1).join(" ")) && !/\bdate\b/i.test(line);
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  return at < 0 ? text.length : at;
}

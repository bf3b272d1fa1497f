import type { DatePage, Found, Said, SaidDay, SaidMonth } from "../found.ts";

/**
 * Two dates joined by "to", "until" or a dash, or by "and" after "between" or "during", are one span. A year or month that
 * only the end prints belongs to the beginning too: "1 August to 31 October 2021".
 */
export function joinRanges(found: readonly Found[], pages: readonly DatePage[]): readonly Found[] {
  const joined: Found[] = [];
  for (let index = 0; index < found.length; index += 1) {
    const one = found[index];
    const next = found[index + 1];
    if (one === undefined) break;
    const span = next === undefined ? null : spanOf(one, next, pages[one.page]?.text ?? "");
    if (span === null) joined.push(one);
    else {
      joined.push(span);
      index += 1;
    }
  }
  return joined;
}

function spanOf(one: Found, next: Found, text: string): Found | null {
  if (one.page !== next.page || next.start - one.end > 40) return null;
  const from = endPoint(one.said);
  const to = endPoint(next.said);
  if (from === null || to === null || from.kind !== to.kind) return null;
  const between = text.slice(one.end, next.start);
  const before = text.slice(Math.max(0, one.start - 40), one.start);
  if (!throughTo.test(between) && !(/^,?[ \n]and[ \n](?:the[ \n])?$/.test(between) && spanBefore.test(before)))
    return null;
  const begin = from.year === null && to.year !== null ? { ...from, year: earlierYear(from, to, to.year) } : from;
  const end = to.year === null && begin.year !== null ? { ...to, year: laterYear(begin, to, begin.year) } : to;
  if (begin.year !== null && end.year !== null && orderOf(begin, begin.year) > orderOf(end, end.year)) return null;
  const said: Said = { kind: "span", from: begin, to: end };
  return { ...one, end: next.end, rule: "range", said, certainty: Math.min(one.certainty, next.certainty) };
}

const throughTo =
  /^,?(?:[ \n](?:up[ \n])?(?:to|until|till|through|thru)(?:[ \n]and[ \n]including)?[ \n](?:the[ \n])?| ?- ?|[ \n]\(inclusive\)[ \n]to[ \n])$/i;
const spanBefore =
  /\b(?:between|during|throughout|over|both)[ \n](?:the[ \n])?(?:(?:months?|dates?|period)[ \n](?:of[ \n])?)?$/i;

function endPoint(said: Said): SaidDay | SaidMonth | null {
  return said.kind === "day" || said.kind === "month" ? said : null;
}

function orderOf(point: SaidDay | SaidMonth, year: number): number {
  return year * 400 + point.month * 32 + (point.kind === "day" ? point.day : 0);
}

function earlierYear(from: SaidDay | SaidMonth, to: SaidDay | SaidMonth, year: number): number {
  return orderOf(from, 0) <= orderOf(to, 0) ? year : year - 1;
}

function laterYear(from: SaidDay | SaidMonth, to: SaidDay | SaidMonth, year: number): number {
  return orderOf(from, 0) <= orderOf(to, 0) ? year : year + 1;
}

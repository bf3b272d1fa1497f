import type { DatePage, Found, Said } from "../found.ts";

/**
 * The year that a list's other member prints: "3 January, 1 February and 1 March 2023", "January and February 2023".
 *
 * @returns null where no list joins the date to one with a year
 */
export function sharedYear(found: readonly Found[], index: number, pages: readonly DatePage[]): number | null {
  return yearAhead(found, index, pages) ?? yearBehind(found, index, pages);
}

const link =
  /^(?:,[ \n]|,?[ \n](?:and|or|&|then|to)[ \n](?:(?:again|also|finally|late|early|mid)[ \n])?(?:(?:on|in|by|from)[ \n])?(?:the[ \n])?|[ ]?[-/&;][ ]?)$/i;

function yearAhead(found: readonly Found[], index: number, pages: readonly DatePage[]): number | null {
  const one = found[index];
  let last = one;
  for (let ahead = index + 1; ahead < found.length && ahead < index + 14; ahead += 1) {
    const next = found[ahead];
    if (one === undefined || last === undefined || next === undefined || next.page !== one.page) return null;
    if (!link.test(pages[one.page]?.text.slice(last.end, next.start) ?? "")) return null;
    const from = startOf(one.said);
    const to = startOf(next.said);
    if (from === null || to === null) return null;
    if (to.year !== null) return from.order <= to.order ? to.year : to.year - 1;
    last = next;
  }
  return null;
}

function yearBehind(found: readonly Found[], index: number, pages: readonly DatePage[]): number | null {
  const one = found[index];
  let first = one;
  for (let behind = index - 1; behind >= 0 && behind > index - 14; behind -= 1) {
    const before = found[behind];
    if (one === undefined || first === undefined || before === undefined || before.page !== one.page) return null;
    if (!link.test(pages[one.page]?.text.slice(before.end, first.start) ?? "")) return null;
    const from = startOf(before.said);
    const to = startOf(one.said);
    if (from === null || to === null) return null;
    if (from.year !== null) return from.order <= to.order ? from.year : from.year + 1;
    first = before;
  }
  return null;
}

function startOf(said: Said): { readonly year: number | null; readonly order: number } | null {
  const point = said.kind === "span" ? said.from : said;
  if (point.kind !== "day" && point.kind !== "month") return null;
  return { year: point.year, order: point.month * 32 + (point.kind === "day" ? point.day : 0) };
}

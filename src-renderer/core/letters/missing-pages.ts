import type { PageShape, PrintedNumber } from "#core/model/page.ts";

/** What a letter's page numbers say is wrong with its pages. */
export interface PageTrouble {
  /** numbers that are printed on no page here, ascending */
  readonly missing: readonly number[];
  /** how many the letter says it has; null where it doesn't say */
  readonly of: number | null;
  /** the numbers in the order of the pages, where that isn't theirs; null where it is */
  readonly order: readonly number[] | null;
}

/**
 * Whether pages are missing or out of order, by the numbers printed on them; null where nothing is, or can't be told.
 *
 * A page without a number is taken for the one that would stand there: only what is surely missing is said. Several letters in
 * one exhibit are counted each by its own total.
 */
export function pageTrouble(pages: readonly Pick<PageShape, "printed">[]): PageTrouble | null {
  const numbers = filledIn(pages.map(({ printed }) => printed ?? null));
  const totals = [...new Set(numbers.flatMap((one) => (one === null ? [] : [one.of])))];
  const troubles = totals.flatMap((of) => {
    const here = numbers.flatMap((one) => (one !== null && one.of === of ? [one.number] : []));
    const missing = missingOf(here, of);
    const order = isOutOfOrder(here) ? here : null;
    return missing.length === 0 && order === null ? [] : [{ missing, of, order }];
  });
  return troubles[0] ?? null;
}

/** Pages whose number wasn't read, by those around them. */
function filledIn(numbers: readonly (PrintedNumber | null)[]): readonly (PrintedNumber | null)[] {
  const filled = [...numbers];
  const has = (number: number, of: number | null) => filled.some((one) => one?.number === number && one.of === of);
  const fill = (at: number, beside: PrintedNumber | null | undefined, step: number) => {
    if (filled[at] !== null || beside === null || beside === undefined) return;
    const number = beside.number + step;
    if (number < 1 || (beside.of !== null && number > beside.of) || has(number, beside.of)) return;
    filled[at] = { number, of: beside.of };
  };
  for (let at = 1; at < filled.length; at += 1) fill(at, filled[at - 1], 1);
  for (let at = filled.length - 2; at >= 0; at -= 1) fill(at, filled[at + 1], -1);
  return filled;
}

/** Without a total only what is left out between two numbers is missing. */
function missingOf(here: readonly number[], of: number | null): readonly number[] {
  const there = new Set(here);
  const last = of ?? Math.max(0, ...here);
  const first = of === null ? Math.min(...here) : 1;
  const all = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  return all.filter((number) => !there.has(number));
}

/** Two copies of one letter begin anew: that is no disorder. */
function isOutOfOrder(here: readonly number[]): boolean {
  const isOnce = new Set(here).size === here.length;
  return isOnce && here.some((number, at) => at > 0 && number < (here[at - 1] ?? 0));
}

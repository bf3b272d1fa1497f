import type { CalendarDay } from "./calendar-day.ts";
import { type Pence, sumPence } from "./pence.ts";

/**
 * Kinds of loss that can be claimed.
 * Source: Citizens Advice, "Complaining about the CMS" (read 2020-10-27): call costs and bank charges; delay;
 * severe distress, inconvenience or embarrassment; money lost by the receiving parent because of delay.
 */
export const headsOfLoss = ["out-of-pocket", "delay", "distress", "loss-from-delay"] as const;
export type HeadOfLoss = (typeof headsOfLoss)[number];

/** An exhibit that proves something; the page is the exhibit's own, from 1, or null for the whole of it. */
export interface Proof {
  readonly exhibit: number;
  readonly page: number | null;
}

/** Something the person paid or lost. */
export interface Cost {
  readonly id: string;
  readonly day: CalendarDay;
  readonly payee: string;
  readonly what: string;
  readonly amount: Pence;
  readonly head: HeadOfLoss;
  /** why the Service caused it, in the person's words; empty when not said */
  readonly cause: string;
  readonly proof: Proof | null;
}

/** Totals of one head of loss, proved and unproved apart. */
export interface HeadTotal {
  readonly head: HeadOfLoss;
  readonly proved: Pence;
  readonly unproved: Pence;
}

/** Totals by head, in the order of `headsOfLoss`; heads without a cost are left out. */
export function totalsByHead(costs: readonly Cost[]): readonly HeadTotal[] {
  return headsOfLoss.flatMap((head) => {
    const under = costs.filter((cost) => cost.head === head);
    if (under.length === 0) return [];
    const sum = (proved: boolean) =>
      sumPence(under.filter((cost) => (cost.proof !== null) === proved).map((cost) => cost.amount));
    return [{ head, proved: sum(true), unproved: sum(false) }];
  });
}

import type { CalendarDay } from "#core/model/calendar-day.ts";
import { createStore } from "./store.ts";

/** Where a result leads. */
export type FoundIn =
  | {
      readonly kind: "letter";
      readonly exhibitId: string;
      readonly number: number /** from 1 */;
      readonly page: number;
    }
  | { readonly kind: "call" | "message" | "cost" | "issue"; readonly id: string }
  /** a promise made in a call */
  | { readonly kind: "promise"; readonly id: string };

/** One result. */
export interface SearchResult {
  /** for keys of lists */
  readonly id: string;
  readonly in: FoundIn;
  /** what it is called: the letter's title, who was called, what was paid */
  readonly title: string;
  /** the letter's date, or the entry's; null where there is none */
  readonly day: CalendarDay | null;
  /** the words around the first hit, in pieces: `isHit` ones are to be marked */
  readonly snippet: readonly { readonly text: string; readonly isHit: boolean }[];
  /** hits in it */
  readonly count: number;
}

/** How much of the letters is searched already: their words are loaded after unlocking, in the background. */
export interface SearchProgress {
  readonly lettersReady: number;
  readonly lettersKnown: number;
}

export const searchProgress = createStore<SearchProgress>({ lettersReady: 0, lettersKnown: 0 });

/**
 * Looks through letters' words and titles, calls, messages, costs, issues and promises of the open case file. Every word
 * of the question must be there, each anywhere in the same page or entry; accents and capitals don't count.
 * @returns the best first, then the latest; empty for an empty question
 */
export function search(_question: string, _most = 100): readonly SearchResult[] {
  throw new Error("to follow");
}

import { hashOf, type LetterPrint } from "./letter-print.ts";
import { type SameLetter, sameLetter } from "./same-letter.ts";

/** A letter that was kept before and looks like the one asked about. */
export interface FoundSame {
  readonly id: string;
  /** what the letter that was asked about is to it */
  readonly is: SameLetter;
}

/** The letters of a case file by what is rare in them, so that one among thousands is found without comparing all. */
export interface LetterIndex {
  add(id: string, print: LetterPrint): void;
  /** The letters that this one looks like, those with most in common first. */
  find(print: LetterPrint): readonly FoundSame[];
}

/** What stands in more letters than this is the form's, and finds nothing. */
const mostLetters = 48;
/** How many letters are compared in full, those with the most rare things in common. */
const mostCompared = 12;
const fewestShared = 2;

export function letterIndex(): LetterIndex {
  const ids: string[] = [];
  const prints: LetterPrint[] = [];
  const byKey = new Map<number, number[]>();
  return {
    add(id, print) {
      const at = ids.push(id) - 1;
      prints.push(print);
      for (const key of keysOf(print)) {
        const there = byKey.get(key);
        if (there === undefined) byKey.set(key, [at]);
        // One more than counts is enough to know that it is common.
        else if (there.length <= mostLetters) there.push(at);
      }
    },
    find(print) {
      const shared = new Map<number, number>();
      for (const key of keysOf(print)) {
        const there = byKey.get(key);
        if (there === undefined || there.length > mostLetters) continue;
        for (const at of there) shared.set(at, (shared.get(at) ?? 0) + 1);
      }
      return [...shared]
        .filter(([, count]) => count >= fewestShared)
        .sort(([one, some], [other, more]) => more - some || one - other)
        .slice(0, mostCompared)
        .flatMap(([at]) => compared(at, print));
    },
  };

  function compared(at: number, print: LetterPrint): readonly FoundSame[] {
    const [id, known] = [ids[at], prints[at]];
    const is = id === undefined || known === undefined ? null : sameLetter(print, known);
    return id === undefined || is === null ? [] : [{ id, is }];
  }
}

/** Long letters by every fourth run of words: enough to meet, and a quarter of the memory. */
function keysOf({ threes, dates, figures }: LetterPrint): readonly number[] {
  const runs = threes.length < 60 ? [...threes] : [...threes].filter((hash) => hash % 4 === 0);
  return [...runs, ...[...dates].map((date) => hashOf(`date ${date}`)), ...[...figures].map(hashOf)];
}

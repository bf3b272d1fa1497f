import type { Exhibit } from "./exhibit.ts";

/**
 * No two exhibits with one number: two computers that each had a copy of the case may have given out the same one.
 * Who came first keeps it; the others, in order, get the lowest numbers that nobody says and that were never erased.
 * Where the first one was erased for good, its number stays its own, and the others keep theirs.
 */
export function settleNumbers(exhibits: readonly Exhibit[], erased: readonly number[]): readonly Exhibit[] {
  const said = new Set(exhibits.map((exhibit) => exhibit.number));
  const taken = new Set(erased);
  if (said.size === exhibits.length && !exhibits.some((exhibit) => taken.has(exhibit.number))) return exhibits;
  for (const number of erased) said.add(number);
  let free = 0;
  return exhibits.map((exhibit) => {
    if (!taken.has(exhibit.number)) {
      taken.add(exhibit.number);
      return exhibit;
    }
    do free += 1;
    while (said.has(free));
    return { ...exhibit, number: free };
  });
}

/** The number of the next exhibit: from 1, past every one that is there, withdrawn or erased. */
export function nextNumber(file: {
  readonly exhibits: readonly Pick<Exhibit, "number">[];
  readonly erasedNumbers: readonly number[];
}): number {
  let last = 0;
  for (const { number } of file.exhibits) last = Math.max(last, number);
  for (const number of file.erasedNumbers) last = Math.max(last, number);
  return last + 1;
}

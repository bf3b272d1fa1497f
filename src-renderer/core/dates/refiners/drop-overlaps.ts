import type { Found } from "../found.ts";

/** Where two finds share letters, the longer one stays: "3 March 2026" beats "March 2026". */
export function dropOverlaps(found: readonly Found[]): readonly Found[] {
  const byLength = [...found].sort(
    (one, two) => two.end - two.start - (one.end - one.start) || two.certainty - one.certainty,
  );
  const taken = new Map<number, Set<number>>();
  const kept = byLength.filter((one) => {
    const cells = taken.get(one.page) ?? new Set<number>();
    taken.set(one.page, cells);
    for (let at = one.start; at < one.end; at += 1) if (cells.has(at)) return false;
    for (let at = one.start; at < one.end; at += 1) cells.add(at);
    return true;
  });
  return kept.sort((one, two) => one.page - two.page || one.start - two.start);
}

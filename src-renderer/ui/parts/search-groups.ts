import type { SearchResult } from "#core/case-work/search/find.ts";
import { goEntry, openLetter } from "../place.ts";
import type { searchWords } from "../words/search.ts";

type GroupName = keyof (typeof searchWords)["groups"];

/** Results of one kind: those that are listed, and how many more there are. */
export interface SearchGroup {
  readonly name: GroupName;
  readonly shown: readonly SearchResult[];
  readonly more: number;
}

/** listed of one kind, at most: the rest is a word away */
const mostShown = 8;

const groupOf: Record<SearchResult["in"]["kind"], GroupName> = {
  letter: "letters",
  call: "calls",
  promise: "calls",
  message: "messages",
  cost: "costs",
  event: "facts",
  issue: "complaint",
};

/** Results by kind; the kind of the best result first, each in its own order. */
export function groupResults(results: readonly SearchResult[]): readonly SearchGroup[] {
  const names = [...new Set(results.map((result) => groupOf[result.in.kind]))];
  return names.map((name) => {
    const all = results.filter((result) => groupOf[result.in.kind] === name);
    return { name, shown: all.slice(0, mostShown), more: Math.max(0, all.length - mostShown) };
  });
}

const screenOf = {
  call: "calls",
  promise: "calls",
  message: "calls",
  cost: "costs",
  issue: "complaint",
  event: "timeline",
} as const;

/** Goes to where a result stands. */
export function openResult({ in: found }: SearchResult): void {
  if (found.kind === "letter") openLetter(found.exhibitId, { page: found.page });
  else goEntry(screenOf[found.kind], found.id);
}

import type { CalendarDay } from "../../model/calendar-day.ts";
import { foldQuestion } from "./fold-text.ts";
import type { FoundIn, SearchRecord } from "./records.ts";
import { type Snippet, snippetOf } from "./snippet.ts";

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
  readonly snippet: Snippet;
  /** hits in it */
  readonly count: number;
}

/**
 * The pages and entries that hold every word of the question, each anywhere in them; accents and capitals don't count.
 * @returns the best first, then the latest; empty for an empty question
 */
export function findInRecords(
  records: readonly SearchRecord[],
  question: string,
  most: number,
): readonly SearchResult[] {
  const words = foldQuestion(question);
  if (words.length === 0) return [];
  return records
    .filter(({ folded }) => words.every((word) => folded.includes(word)))
    .map((record) => ({ record, score: scoreOf(record, words, question) }))
    .sort((one, other) => other.score - one.score || laterFirst(one.record, other.record))
    .slice(0, most)
    .map(({ record }) => asResult(record, words));
}

/** The whole question as it was typed, then words in the title, then how often. */
function scoreOf({ folded, title }: SearchRecord, words: readonly string[], question: string): number {
  const phrase = foldQuestion(question.trim()).join(" ");
  const inTitle = foldQuestion(title).join(" ");
  const isPhrase = words.length > 1 && folded.includes(phrase) ? 8 : 0;
  const titled = words.filter((word) => inTitle.includes(word)).length;
  return isPhrase + 4 * (titled / words.length) + Math.min(3, countOf(folded, words) / 4);
}

function countOf(folded: string, words: readonly string[]): number {
  return words.reduce((sum, word) => sum + folded.split(word).length - 1, 0);
}

function laterFirst(one: SearchRecord, other: SearchRecord): number {
  return (other.day ?? "").localeCompare(one.day ?? "") || one.id.localeCompare(other.id);
}

function asResult(record: SearchRecord, words: readonly string[]): SearchResult {
  const { id, title, day, text, folded } = record;
  return { id, in: record.in, title, day, snippet: snippetOf(text, folded, words), count: countOf(folded, words) };
}

import type { KeptCase } from "#core/case-work/kept-case.ts";
import type { CalendarDay } from "#core/model/calendar-day.ts";
import type { CaseFile } from "#core/model/case-file.ts";
import type { Exhibit } from "#core/model/exhibit.ts";
import { reportProblem, session } from "./current-case.ts";
import { foldQuestion } from "./fold-text.ts";
import { entryRecords, type FoundIn, letterRecords, type SearchRecord } from "./search-records.ts";
import { loadPageTexts } from "./search-words.ts";
import { type Snippet, snippetOf } from "./snippet.ts";
import { createStore } from "./store.ts";

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

/** How much of the letters is searched already: their words are loaded after unlocking, in the background. */
export interface SearchProgress {
  readonly lettersReady: number;
  readonly lettersKnown: number;
}

const nothing: SearchProgress = { lettersReady: 0, lettersKnown: 0 };
export const searchProgress = createStore<SearchProgress>(nothing);

/** A letter's title may be told anew; its words never change. */
interface LoadedLetter {
  readonly exhibit: Exhibit;
  readonly texts: readonly string[];
  readonly records: readonly SearchRecord[];
}

/** The words of the open case file, in memory only. */
let letters = new Map<string, LoadedLetter>();
let entries: { readonly file: CaseFile; readonly records: readonly SearchRecord[] } | null = null;
let loading: object | null = null;
let end: (() => void) | null = null;

/**
 * Looks through letters' words and titles, calls, messages, costs, events, issues and promises of the open case file. Every
 * word of the question must be there, each anywhere in the same page or entry; accents and capitals don't count.
 * @returns the best first, then the latest; empty for an empty question
 */
export function search(question: string, most = 100): readonly SearchResult[] {
  const { kept } = session.get();
  const words = foldQuestion(question);
  if (kept === null || words.length === 0) return [];
  return recordsOf(kept.file)
    .filter(({ folded }) => words.every((word) => folded.includes(word)))
    .map((record) => ({ record, score: scoreOf(record, words, question) }))
    .sort((one, other) => other.score - one.score || laterFirst(one.record, other.record))
    .slice(0, most)
    .map(({ record }) => asResult(record, words));
}

/** Begins to load the words of the case file that was opened, and goes on as letters are added. */
export function beginSearch(): void {
  forgetSearch();
  const load = () => {
    const { kept } = session.get();
    if (kept !== null && loading === null && waiting(kept).length > 0) void loadWords(kept).catch(reportProblem);
  };
  end = session.subscribe(load);
  load();
}

/** Drops every word. */
export function forgetSearch(): void {
  end?.();
  end = null;
  loading = null;
  letters = new Map();
  entries = null;
  searchProgress.set(nothing);
}

async function loadWords(kept: KeptCase): Promise<void> {
  const mine = {};
  loading = mine;
  const tell = () => searchProgress.set({ lettersReady: letters.size, lettersKnown: knownLetters() });
  await loadPageTexts(
    kept,
    waiting(kept),
    (exhibit, texts) => {
      if (loading !== mine) return;
      letters.set(exhibit.id, { exhibit, texts, records: letterRecords(exhibit, texts) });
      tell();
    },
    () => loading !== mine,
  );
  if (loading !== mine) return;
  loading = null;
  // Letters that were added meanwhile.
  const now = session.get().kept;
  if (now !== null && now.file.id === kept.file.id && waiting(now).length > 0) await loadWords(now);
}

function waiting({ file }: KeptCase): readonly Exhibit[] {
  return file.exhibits.filter((exhibit) => !letters.has(exhibit.id));
}

function knownLetters(): number {
  return session.get().kept?.file.exhibits.length ?? 0;
}

function recordsOf(file: CaseFile): readonly SearchRecord[] {
  if (entries?.file !== file) entries = { file, records: entryRecords(file) };
  return [...file.exhibits.flatMap(recordsOfLetter), ...entries.records];
}

function recordsOfLetter(exhibit: Exhibit): readonly SearchRecord[] {
  const loaded = letters.get(exhibit.id);
  if (loaded === undefined) return letterRecords(exhibit, []);
  if (loaded.exhibit === exhibit) return loaded.records;
  const records = letterRecords(exhibit, loaded.texts);
  letters.set(exhibit.id, { exhibit, texts: loaded.texts, records });
  return records;
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

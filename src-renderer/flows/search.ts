import type { KeptCase } from "#core/case-work/kept-case.ts";
import { findInRecords, type SearchResult } from "#core/case-work/search/find.ts";
import { entryRecords, letterRecords, type SearchRecord } from "#core/case-work/search/records.ts";
import type { CaseFile } from "#core/model/case-file.ts";
import type { Exhibit } from "#core/model/exhibit.ts";
import { reportProblem, session } from "./current-case.ts";
import { beginKeptTwice, compareLetter, forgetKeptTwice } from "./kept-twice.ts";
import { loadPageTexts } from "./search-words.ts";
import { createStore } from "./store.ts";

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
  return kept === null ? [] : findInRecords(recordsOf(kept.file), question, most);
}

/**
 * Begins to load the words of the case file that was opened, and goes on as letters are added. Each is compared with
 * those before it, too: see kept-twice.ts.
 */
export function beginSearch(): void {
  forgetSearch();
  const opened = session.get().kept;
  if (opened !== null) beginKeptTwice(opened);
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
  forgetKeptTwice();
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
      compareLetter(exhibit, texts);
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

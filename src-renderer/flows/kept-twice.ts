import type { KeptCase } from "#core/case-work/kept-case.ts";
import { type LetterIndex, letterIndex } from "#core/letters/letter-index.ts";
import { printOf } from "#core/letters/letter-print.ts";
import type { SameLetter } from "#core/letters/same-letter.ts";
import type { CaseFile } from "#core/model/case-file.ts";
import type { Exhibit } from "#core/model/exhibit.ts";
import { readNote, writeNote } from "../store/case-rows.ts";
import { reportProblem, say, session } from "./current-case.ts";
import { createStore } from "./store.ts";
import { rowsOf, windowCopy } from "./window-copy.ts";

/** Two exhibits that look like one letter. */
export interface Twin {
  /** the one that was added later */
  readonly exhibitId: string;
  readonly otherId: string;
  /** what the later one is to the other */
  readonly is: SameLetter;
}

/** What was found, and what the person said of it: pairs of exhibit ids that are both to stay. */
export interface KeptTwice {
  readonly twins: readonly Twin[];
  readonly keptBoth: ReadonlySet<string>;
}

const nothing: KeptTwice = { twins: [], keptBoth: new Set() };
export const keptTwice = createStore<KeptTwice>(nothing);

interface Waiting {
  readonly exhibit: Exhibit;
  readonly texts: readonly string[];
}

/** Prints of the open case file's letters, in memory only. */
let index: LetterIndex = letterIndex();
let known = new Set<string>();
let waiting: readonly Waiting[] = [];
let isComparing = false;

/** The note's name in the working copy. Without it a pair is asked about once more, and nothing is lost. */
const noteName = "kept-both";
/** How long letters are compared before everything else has its turn. */
const sliceMillis = 12;

/** Of several that one letter looks like, those that are told; the person is asked about one after the other. */
const mostNamed = 3;

/** Begins with the case file that was opened: learns which pairs are to stay. */
export function beginKeptTwice(kept: KeptCase): void {
  forgetKeptTwice();
  void readKeptBoth(kept).catch(reportProblem);
}

/** Takes a letter's words, once; compares it with all that came before, when there is time. */
export function compareLetter(exhibit: Exhibit, texts: readonly string[]): void {
  if (known.has(exhibit.id)) return;
  known.add(exhibit.id);
  waiting = [...waiting, { exhibit, texts }];
  if (!isComparing) void compareAll().catch(reportProblem);
}

/** Drops everything that was made from letters' words. */
export function forgetKeptTwice(): void {
  index = letterIndex();
  known = new Set();
  waiting = [];
  keptTwice.set(nothing);
}

/** Pairs that the person is to be asked about, one a letter: both in packs, and not said to be two letters. */
export function openTwins(file: Pick<CaseFile, "exhibits">, { twins, keptBoth }: KeptTwice): readonly OpenTwin[] {
  if (twins.length === 0) return [];
  const there = new Map(file.exhibits.filter(({ withdrawn }) => !withdrawn).map((one) => [one.id, one]));
  const asked = new Set<string>();
  return twins.flatMap(({ exhibitId, otherId, is }) => {
    const [exhibit, other] = [there.get(exhibitId), there.get(otherId)];
    if (exhibit === undefined || other === undefined || asked.has(exhibitId)) return [];
    if (keptBoth.has(pairName(exhibitId, otherId))) return [];
    asked.add(exhibitId);
    return [{ exhibit, other, is }];
  });
}

export interface OpenTwin extends Pick<Twin, "is"> {
  readonly exhibit: Exhibit;
  readonly other: Exhibit;
}

/** Leaves two exhibits as they are, and asks no more about them. @param done what is said; null for nothing */
export async function keepBoth(one: string, other: string, done: string | null): Promise<void> {
  const { kept } = session.get();
  if (kept === null) return;
  keptTwice.change((now) => ({ ...now, keptBoth: new Set([...now.keptBoth, pairName(one, other)]) }));
  if (done !== null) say(done);
  const keys = rowsOf(kept);
  if (keys !== null) await writeNote(windowCopy(), keys, noteName, [...keptTwice.get().keptBoth]);
}

function pairName(one: string, other: string): string {
  return [one, other].sort().join(" ");
}

async function readKeptBoth(kept: KeptCase): Promise<void> {
  const keys = rowsOf(kept);
  const note = keys === null ? null : await readNote(windowCopy(), keys, noteName);
  if (!Array.isArray(note) || session.get().kept?.file.id !== kept.file.id) return;
  const pairs = note.filter((pair) => typeof pair === "string");
  keptTwice.change((now) => ({ ...now, keptBoth: new Set([...now.keptBoth, ...pairs]) }));
}

async function compareAll(): Promise<void> {
  isComparing = true;
  try {
    while (waiting.length > 0) {
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
      compareSome(performance.now() + sliceMillis);
    }
  } finally {
    isComparing = false;
  }
}

function compareSome(until: number): void {
  const found: Twin[] = [];
  let done = 0;
  for (const { exhibit, texts } of waiting) {
    if (done > 0 && performance.now() > until) break;
    done += 1;
    const print = printOf(exhibit.letter, texts);
    const alike = index.find(print).slice(0, mostNamed);
    found.push(...alike.map(({ id, is }) => ({ exhibitId: exhibit.id, otherId: id, is })));
    index.add(exhibit.id, print);
  }
  waiting = waiting.slice(done);
  if (found.length > 0) keptTwice.change((now) => ({ ...now, twins: [...now.twins, ...found] }));
}

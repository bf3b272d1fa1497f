/**
 * How well Folio tells a letter that is kept twice from two letters of one form, and whether it counts pages right. A folder
 * holds files and manifest.json, as ../shared/letters and render-letters.ts do.
 *
 * node test/measure/duplicates.ts FOLDER [--kept FOLDER] [--notes]
 *
 * Beside the renderings themselves: copies with a stamp, with the foot cut off, with words misread, and single pages
 * (they must match); the same form a month later, and with other sums too (they must not).
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { letterIndex } from "#core/letters/letter-index.ts";
import { type LetterPrint, printOf } from "#core/letters/letter-print.ts";
import { pageTrouble } from "#core/letters/missing-pages.ts";
import { printedNumbers } from "#core/letters/page-numbers.ts";
import { readLetter } from "#core/letters/read-letter.ts";
import { likeness, sameLetter } from "#core/letters/same-letter.ts";
import { type CalendarDay, parseDay } from "#core/model/calendar-day.ts";
import type { PageText, PrintedNumber } from "#core/model/page.ts";
import { nodePlatform } from "../../src-main/cli/reading-on-node.ts";
import { copies, twins } from "./altered-pages.ts";
import { type ReadWhole, readWhole } from "./read-whole.ts";

interface Entry {
  readonly key: string;
  readonly letter: string;
  readonly files: readonly string[];
}

interface Known extends Entry {
  readonly read: ReadWhole;
  readonly print: LetterPrint;
}

/** Pairs that were asked about, and how many were said to be one letter. */
interface Count {
  asked: number;
  same: number;
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { kept: { type: "string" }, notes: { type: "boolean", default: false } },
});
const [folder = ""] = positionals;
const today = parseDay("2026-11-23");

if (!existsSync(join(folder, "manifest.json"))) console.log(`Skipped: there are no letters in “${folder}”.`);
else if (today !== null) await measure(today);

async function measure(day: CalendarDay): Promise<void> {
  const known = await readAll(day);
  const pairs = comparePairs(known);
  const altered = compareAltered(known, day);
  for (const [name, { asked, same }] of [...pairs, ...altered]) console.log(`${name.padEnd(44)} ${same} of ${asked}`);
  const right = counted([...pairs, ...altered], "same: ");
  const wrong = counted([...pairs, ...altered], "other: ");
  console.log(`recall ${share(right.same, right.asked)}, precision ${share(right.same, right.same + wrong.same)}`);
  console.log(sayPages(known));
  measureSpeed(known);
}

/** Every letter of such a set is whole and in order: whatever is said of its pages is wrong. */
function sayPages(known: readonly Known[]): string {
  const pages = known.flatMap(({ read }) => read.pages);
  const wrong = known.filter(({ read }) => pageTrouble(read.pages) !== null).map(({ key }) => key);
  const cut = known.filter(({ read }) => read.pages.length > 1 && read.pages[0]?.printed !== undefined);
  const missed = cut.filter(({ read }) => pageTrouble(read.pages.slice(1)) === null).map(({ key }) => key);
  return [
    `numbers read on ${pages.filter(({ printed }) => printed !== undefined).length} of ${pages.length} pages`,
    `said of whole letters: ${wrong.length} of ${known.length} ${wrong.join(" ")}`,
    `not said where page 1 was taken away: ${missed.length} of ${cut.length} ${missed.join(" ")}`,
  ].join("; ");
}

async function readAll(day: CalendarDay): Promise<readonly Known[]> {
  const { entries }: { entries: readonly Entry[] } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  const platform = nodePlatform();
  const known: Known[] = [];
  for (const entry of entries) {
    const read = numbered(await readWhole(entry, folder, platform, { today: day, kept: options.kept ?? null }));
    known.push({ ...entry, read, print: printOf(read.letter, textsOf(read.pages)) });
  }
  await platform.close();
  return known;
}

/** Numbered afresh: what was kept may have been read before the rules were what they are. */
function numbered({ pages, letter }: ReadWhole): ReadWhole {
  const numbers = printedNumbers(pages);
  const plain = pages.map(({ printed: _before, ...page }) => page);
  return { letter, pages: plain.map((page, at) => withNumber(page, numbers[at] ?? null)) };
}

function withNumber(page: PageText, printed: PrintedNumber | null): PageText {
  return printed === null ? page : { ...page, printed };
}

function comparePairs(known: readonly Known[]): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>();
  for (const [at, one] of known.entries()) {
    for (const other of known.slice(at + 1)) {
      const isSame = one.letter === other.letter;
      const name = isSame ? "same: two renderings" : "other: two letters";
      count(counts, name, { one: one.print, other: other.print, isSame, keys: `${one.key} ${other.key}` });
    }
  }
  return counts;
}

/** Each rendering's copies and twins, beside the first rendering of its letter: the text PDF. */
function compareAltered(known: readonly Known[], day: CalendarDay): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>();
  for (const one of known) {
    const first = known.find(({ letter }) => letter === one.letter) ?? one;
    for (const [made, isSame] of [
      [copies(one.read.pages), true],
      [twins(one.read.pages), false],
    ] as const) {
      for (const [name, pages] of made) {
        const print = printOf(readLetter(pages, { today: day }), textsOf(pages));
        const about = { one: print, other: first.print, isSame, keys: `${one.key} ${name}` };
        count(counts, `${isSame ? "same" : "other"}: ${name}`, about);
      }
    }
  }
  return counts;
}

interface Pair {
  readonly one: LetterPrint;
  readonly other: LetterPrint;
  readonly isSame: boolean;
  readonly keys: string;
}

function count(counts: Map<string, Count>, name: string, { one, other, isSame, keys }: Pair): void {
  const said = sameLetter(one, other) !== null;
  const before = counts.get(name) ?? { asked: 0, same: 0 };
  counts.set(name, { asked: before.asked + 1, same: before.same + Number(said) });
  if (options.notes && said !== isSame) {
    const days = `${one.letterDate} ${other.letterDate}`;
    console.log(`  ${isSame ? "missed" : "wrong"} ${keys} ${JSON.stringify(likeness(one, other))} ${days}`);
  }
}

function counted(counts: readonly (readonly [string, Count])[], begin: string): Count {
  const some = counts.filter(([name]) => name.startsWith(begin)).map(([, one]) => one);
  return {
    asked: some.reduce((sum, one) => sum + one.asked, 0),
    same: some.reduce((sum, one) => sum + one.same, 0),
  };
}

/** 2,000 letters: the renderings over and over, their words turned so that none is another's copy. */
function measureSpeed(known: readonly Known[]): void {
  const index = letterIndex();
  const all = Array.from({ length: 2000 }, (_, at) => shifted(known, at));
  const begun = performance.now();
  for (const [at, print] of all.entries()) index.add(`${at}`, print);
  const added = performance.now();
  const millis = known.map(({ read }) => {
    const asked = performance.now();
    index.find(printOf(read.letter, textsOf(read.pages)));
    return performance.now() - asked;
  });
  const ordered = millis.toSorted((one, other) => one - other);
  const at = (part: number) => ordered[Math.floor((ordered.length - 1) * part)]?.toFixed(1);
  console.log(
    `2,000 letters indexed in ${Math.round(added - begun)} ms; one more: ${at(0.5)} ms, 95 of 100 under ${at(0.95)} ms, slowest ${at(1)} ms, the first ${millis[0]?.toFixed(1)} ms`,
  );
}

/** Half of its words stay, so that forms are shared as they are in a real case. */
function shifted(known: readonly Known[], at: number): LetterPrint {
  const print = known[at % known.length]?.print;
  if (print === undefined) throw new Error("no letters");
  const threes = print.threes.map((hash, place) => (place % 2 === 0 ? hash : (hash + at * 7919) >>> 0)).sort();
  return { ...print, threes };
}

function textsOf(pages: readonly PageText[]): readonly string[] {
  return pages.map(({ text, words }) => text ?? words.map((word) => word.text).join(" "));
}

function share(part: number, whole: number): string {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
}

/**
 * How well Folio reads letters as they really come: born-digital, scanned, badly scanned, photographed, and their true
 * text, beside chrono-node. A folder holds files, truth and manifest.json, as ../shared/letters and render-letters.ts do.
 *
 * node test/measure/reading.ts FOLDER [--as abcd] [--only KEY,KEY] [--notes] [--text] [--predictions FILE] [--kept FOLDER]
 *
 * --kept FOLDER keeps what was read there, and takes it from there the next time: for work on the rules alone.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readLetter } from "#core/letters/read-letter.ts";
import { parseDay } from "#core/model/calendar-day.ts";
import type { ReadLetter } from "#core/model/letter.ts";
import type { PageText } from "#core/model/page.ts";
import { nodePlatform } from "../../src-main/cli/reading-on-node.ts";
import { Calibration } from "./calibration.ts";
import { chronoReading } from "./chrono.ts";
import { peerLine } from "./peer-texts.ts";
import { pageOf, predictionOf, tableHead, tableRow } from "./prediction.ts";
import { type Entry, type EntryPages, readEntry } from "./read-entry.ts";
import { emptyTally, type Prediction, percent, score, type Tally, type Truth } from "./score.ts";

/** What is counted beside the dates. */
interface Facts {
  letters: number;
  references: number;
  senders: number;
  /** dates printed, and those whose very words came out of reading */
  printed: number;
  survived: number;
  millis: number;
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    as: { type: "string", default: "abcd" },
    only: { type: "string" },
    notes: { type: "boolean", default: false },
    text: { type: "boolean", default: false },
    predictions: { type: "string" },
    kept: { type: "string" },
  },
});
const [folder = ""] = positionals;
const today = parseDay("2026-11-23");
const calibration = new Calibration();
const predictions: Record<string, Prediction> = {};

if (!existsSync(join(folder, "manifest.json"))) console.log(`Skipped: there are no labelled letters in “${folder}”.`);
else await measure();

async function measure(): Promise<void> {
  const truths = new Map(
    readdirSync(join(folder, "truth"))
      .sort()
      .map((name): [string, Truth] => {
        const truth: Truth = JSON.parse(readFileSync(join(folder, "truth", name), "utf8"));
        return [truth.id, truth];
      }),
  );
  console.log(tableHead);
  measureTexts([...truths.values()]);
  if (!options.text) await measureFiles(truths);
  console.log(peerLine());
  console.log(calibration.curve());
  if (options.predictions !== undefined) writeFileSync(options.predictions, JSON.stringify(predictions));
}

function measureTexts(truths: readonly Truth[]): void {
  if (today === null) return;
  const [ours, theirs] = [emptyTally(), emptyTally()];
  for (const truth of truths.filter(({ id }) => isWanted(id))) {
    const read = readLetter(truth.pages_text.map(pageOf), { today });
    take(ours, truth, truth.id, read);
    score(theirs, truth, chronoReading(truth));
  }
  console.log(tableRow("true text", ours));
  console.log(tableRow("chrono-node", theirs));
  sayNotes(ours);
}

async function measureFiles(truths: ReadonlyMap<string, Truth>): Promise<void> {
  const { entries }: { entries: readonly Entry[] } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  const platform = nodePlatform();
  for (const rendering of options.as) {
    const tally = emptyTally();
    const facts: Facts = { letters: 0, references: 0, senders: 0, printed: 0, survived: 0, millis: 0 };
    for (const entry of entries.filter((one) => one.rendering === rendering && isWanted(one.key))) {
      const truth = truths.get(entry.letter);
      if (truth === undefined || today === null) continue;
      const read = await readEntry(entry, folder, platform, options.kept ?? null);
      const letter = readLetter(read.pages, { today });
      take(tally, truth, entry.key, letter);
      countFacts(facts, truth, letter, read);
    }
    if (facts.letters === 0) continue;
    console.log(`${tableRow(rendering, tally)}   ${sayFacts(facts)}`);
    sayNotes(tally);
  }
  await platform.close();
}

function take(tally: Tally, truth: Truth, key: string, read: ReadLetter): void {
  const prediction = predictionOf(read);
  predictions[key] = prediction;
  score(tally, truth, prediction);
  calibration.take(truth, read.mentions);
}

function countFacts(facts: Facts, truth: Truth, letter: ReadLetter, { pages, millis }: EntryPages): void {
  facts.letters += 1;
  facts.millis += millis;
  facts.references += Number(letter.caseReference === truth.case_reference);
  facts.senders += Number(letter.sender === truth.sender_kind);
  const text = bare(pages.map(wordsOf).join(" "));
  for (const date of truth.dates) {
    facts.printed += 1;
    facts.survived += Number(text.includes(bare(date.text)));
  }
}

function wordsOf({ text, words }: PageText): string {
  return text ?? words.map((word) => word.text).join(" ");
}

function sayFacts({ letters, references, senders, printed, survived, millis }: Facts): string {
  return `strings ${percent(survived, printed)}, reference ${percent(references, letters)}, sender ${percent(senders, letters)}, ${(millis / letters / 1000).toFixed(1)} s each (${letters})`;
}

function sayNotes({ notes }: Tally): void {
  if (options.notes) for (const note of notes) console.log(`  ${note}`);
}

function isWanted(key: string): boolean {
  return options.only === undefined || options.only.split(",").some((one) => key.startsWith(one));
}

/** Without white space or capitals: a line may break anywhere. */
function bare(text: string): string {
  return text.replace(/\s+/g, "").toLowerCase();
}

/**
 * How well Folio reads dates, beside chrono-node: precision, recall, letter dates, deadlines, traps fallen into.
 *
 * node test/measure/dates.ts [--only D01-D20] [--notes] [--roles] [--predictions FILE] [--peers]
 *
 * The letters with their truth lie outside the project (../shared/letters); without them there is nothing to measure.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readLetter } from "#core/letters/read-letter.ts";
import type { CalendarDay } from "#core/model/calendar-day.ts";
import { parseDay } from "#core/model/calendar-day.ts";
import { chronoReading } from "./chrono.ts";
import { pageOf, predictionOf, tableHead, tableRow } from "./prediction.ts";
import { emptyTally, type Prediction, percent, score, type Truth } from "./score.ts";

const { values: options } = parseArgs({
  options: {
    only: { type: "string" },
    notes: { type: "boolean", default: false },
    roles: { type: "boolean", default: false },
    predictions: { type: "string" },
  },
});
const folder = join(import.meta.dirname, "..", "..", "..", "shared", "letters", "truth");
const today = parseDay("2026-11-22");

if (!existsSync(folder)) console.log("Skipped: the measured letters (../shared/letters) aren't on this computer.");
else if (today !== null) measure(today);

function measure(day: CalendarDay): void {
  const letters = readdirSync(folder)
    .filter((name) => name.endsWith(".json") && isWanted(name.slice(0, 3)))
    .sort()
    .map((name): Truth => JSON.parse(readFileSync(join(folder, name), "utf8")));
  const ours = emptyTally();
  const theirs = emptyTally();
  const predictions: Record<string, Prediction> = {};
  const facts = { reference: 0, sender: 0, roles: 0, rolesOf: 0 };
  for (const truth of letters) {
    const read = readLetter(truth.pages_text.map(pageOf), { today: day });
    const prediction = predictionOf(read);
    predictions[truth.id] = prediction;
    score(ours, truth, prediction);
    score(theirs, truth, chronoReading(truth));
    facts.reference += Number(read.caseReference === truth.case_reference);
    if (read.caseReference !== truth.case_reference)
      ours.notes.push(`${truth.id} reference: ${read.caseReference}, not ${truth.case_reference}`);
    facts.sender += Number(read.sender === truth.sender_kind);
    if (options.notes && read.sender !== truth.sender_kind)
      ours.notes.push(`${truth.id} sender: ${read.sender}, not ${truth.sender_kind}`);
    countRoles(truth, prediction, facts);
    if (options.notes) console.log(`${truth.id} ${read.kind}`);
  }
  console.log(`${tableHead}   (${letters.length} letters, true text)`);
  console.log(tableRow("Folio", ours));
  console.log(tableRow("chrono-node", theirs));
  console.log(
    `case reference ${percent(facts.reference, letters.length)} %, sender ${percent(facts.sender, letters.length)} %, roles ${percent(facts.roles, facts.rolesOf)} %`,
  );
  if (options.notes) for (const note of ours.notes) console.log(note);
  if (options.predictions !== undefined) writeFileSync(options.predictions, JSON.stringify(predictions));
}

function isWanted(id: string): boolean {
  const [from = "", to = from] = (options.only ?? "D00-D99").split("-");
  return id >= from && id <= to;
}

/** Roles of the dates that both sides print with the same words and value. */
function countRoles(truth: Truth, prediction: Prediction, facts: { roles: number; rolesOf: number }): void {
  const left = [...prediction.dates];
  for (const date of truth.dates) {
    const at = left.findIndex((one) => (one.iso ?? one.start) === (date.iso ?? date.start) && one.end === date.end);
    const found = at < 0 ? undefined : left.splice(at, 1)[0];
    if (found === undefined) continue;
    facts.rolesOf += 1;
    facts.roles += Number(found.role === date.role);
    if (options.roles && found.role !== date.role)
      console.log(`${truth.id} ${JSON.stringify(found.text)}: ${found.role}, not ${date.role}`);
  }
}

/**
 * Other projects' date texts (../shared/peers), read as one-line letters written on the text's reference day.
 *
 * node test/measure/peers.ts [--notes]
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findDates } from "#core/dates/find-dates.ts";
import { workOut } from "#core/dates/refiners/work-out.ts";
import { cleanText } from "#core/letters/clean-text.ts";
import { parseDay } from "#core/model/calendar-day.ts";

interface PeerText {
  readonly text: string;
  readonly reference: string;
  readonly expect: readonly (string | { readonly start: string; readonly end: string })[];
  readonly kind: string;
  readonly tier?: string;
  readonly alternatives?: readonly (readonly (string | { readonly start: string; readonly end: string })[])[];
}

const folder = join(import.meta.dirname, "..", "..", "..", "shared", "peers");
const notes = process.argv.includes("--notes");

if (!existsSync(folder)) console.log("Skipped: other projects' date texts (../shared/peers) aren't on this computer.");
else for (const file of ["dates-peers", "dates-monthfirst-words", "dates-negative"]) measure(file);

function measure(file: string): void {
  const lines = readFileSync(join(folder, `${file}.jsonl`), "utf8")
    .trim()
    .split("\n");
  const tally = new Map<string, { right: number; silent: number; all: number }>();
  for (const line of lines) {
    const peer: PeerText = JSON.parse(line);
    const tier = peer.expect.length === 0 ? "no date" : (peer.tier ?? "plain");
    const counts = tally.get(tier) ?? { right: 0, silent: 0, all: 0 };
    tally.set(tier, counts);
    const found = datesOf(peer);
    const wanted = peer.expect.map(sayValue);
    const right = JSON.stringify(found) === JSON.stringify(wanted) || isAlternative(found, peer);
    counts.all += 1;
    counts.right += Number(right);
    counts.silent += Number(!right && found.length === 0);
    if (notes && !right && (tier !== "policy" || found.length > 0))
      console.log(`${tier} ${JSON.stringify(peer.text)} (${peer.reference}): ${found}, not ${wanted}`);
  }
  for (const [tier, { right, silent, all }] of tally)
    console.log(`${file} ${tier}: ${right} of ${all} right, ${silent} silent, ${all - right - silent} otherwise`);
}

function datesOf({ text, reference }: PeerText): readonly string[] {
  const pages = [{ number: 1, text: cleanText(text).text }];
  return workOut(findDates(pages), pages, parseDay(reference)).map(({ value }) =>
    sayValue(value.kind === "day" ? value.day : value.kind === "month" ? value.month : value),
  );
}

function isAlternative(found: readonly string[], { alternatives, expect }: PeerText): boolean {
  if (alternatives === undefined || found.length !== expect.length) return false;
  return found.every(
    (value, index) =>
      (alternatives[index] ?? []).map(sayValue).includes(value) || value === sayValue(expect[index] ?? ""),
  );
}

function sayValue(value: string | { readonly start: string; readonly end: string }): string {
  return typeof value === "string" ? value : `${value.start}/${value.end}`;
}

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findDates } from "#core/dates/find-dates.ts";
import { workOut } from "#core/dates/refiners/work-out.ts";
import { cleanText } from "#core/letters/clean-text.ts";
import { parseDay } from "#core/model/calendar-day.ts";
import { percent } from "./score.ts";

/** A text of another project, and the dates that project finds in it. */
export interface PeerText {
  readonly text: string;
  readonly reference: string;
  readonly expect: readonly (string | { readonly start: string; readonly end: string })[];
  readonly kind: string;
  readonly tier?: string;
  readonly alternatives?: readonly (readonly (string | { readonly start: string; readonly end: string })[])[];
}

/** Other projects' date texts; they lie outside the project. */
export const peerFolder = join(import.meta.dirname, "..", "..", "..", "shared", "peers");

/** The texts of a file, or none where it isn't there. */
export function peerTexts(file: string): readonly PeerText[] {
  const path = join(peerFolder, `${file}.jsonl`);
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line): PeerText => JSON.parse(line));
}

/**
 * One line for the table of reading: of the values in texts that print day, month and year, how many are found (a span
 * counts as its two ends); and how many of the texts without a date are said to have one.
 */
export function peerLine(): string {
  const plain = peerTexts("dates-peers").filter(({ tier, expect }) => tier === "plain" && expect.length > 0);
  const negative = peerTexts("dates-negative");
  if (plain.length === 0) return "Skipped: other projects' date texts aren't on this computer.";
  let [found, wanted] = [0, 0];
  for (const peer of plain) {
    const values = new Set(datesOf(peer).flatMap((value) => value.split("/")));
    const ends = peer.expect.map(sayValue).flatMap((value) => value.split("/"));
    wanted += ends.length;
    found += ends.filter((value) => values.has(value)).length;
  }
  const wrong = negative.filter((peer) => datesOf(peer).length > 0).length;
  return `other projects' texts: ${percent(found, wanted)} % of ${wanted} printed values found; ${percent(wrong, negative.length)} % of ${negative.length} texts without a date said to have one`;
}

/** What Folio reads in a text, as if it were a letter of the text's reference day. */
export function datesOf({ text, reference }: PeerText): readonly string[] {
  const pages = [{ number: 1, text: cleanText(text).text }];
  return workOut(findDates(pages), pages, parseDay(reference)).map(({ value }) =>
    sayValue(value.kind === "day" ? value.day : value.kind === "month" ? value.month : value),
  );
}

/** Whether the other project allows this reading too. */
export function isAlternative(found: readonly string[], { alternatives, expect }: PeerText): boolean {
  if (alternatives === undefined || found.length !== expect.length) return false;
  return found.every(
    (value, index) =>
      (alternatives[index] ?? []).map(sayValue).includes(value) || value === sayValue(expect[index] ?? ""),
  );
}

/** A day as it is, a span as "start/end". */
export function sayValue(value: string | { readonly start: string; readonly end: string }): string {
  return typeof value === "string" ? value : `${value.start}/${value.end}`;
}

import * as v from "valibot";
import { type CalendarDay, calendarDay, parseDay } from "../model/calendar-day.ts";
import { type Pence, parsePounds } from "../model/pence.ts";

/** The longest text a field may hold, in characters. */
const longestText = 20_000;

/** Text as it is; empty is allowed. */
export const text = v.pipe(
  v.string("expected text in double quotes"),
  v.maxLength(longestText, "expected at most 20,000 characters"),
);

/** Text that says something. */
export const someText = v.pipe(text, v.regex(/\S/, "expected text that is not empty"));

/** A file's name, its accents in one piece: some systems take "é" apart in names, and nobody can see which did. */
export const fileName = v.pipe(
  someText,
  v.transform((name) => name.normalize("NFC")),
);

export const day = written("a date like 3 March 2026 or 2026-03-03", readDay);
export const amount = written("an amount like 12.50", readAmount);
export const time = written("a time like 09:15", (value) => readPattern(value, /^(?:[01]\d|2[0-3]):[0-5]\d$/));
export const wholeMinutes = written("whole minutes from 0 to 1,440", (value) => readWhole(value, 0, 1440));
export const pageNumber = written("a page number from 1", (value) => readWhole(value, 1, 100_000));

/** 12 digits beginning with 121, with or without spaces. */
export const caseReference = written("12 digits beginning with 121", (value) => {
  const digits = typeof value === "string" ? value.replaceAll(" ", "") : value;
  return readPattern(digits, /^121\d{9}$/);
});

/** One of a few words. */
export function oneOf<const T extends string>(words: readonly T[]) {
  return written(`one of ${words.join(", ")}`, (value) => words.find((word) => word === value) ?? null);
}

export function list<const S extends v.GenericSchema>(entry: S) {
  return v.array(entry, "expected a list in [ ]");
}

/** A group of named fields. A name that is not among them is refused: what is misspelt must not get lost in silence. */
export function fields<const E extends v.ObjectEntries>(entries: E) {
  return v.pipe(
    v.custom<Readonly<Record<string, unknown>>>(isRecord, "expected fields in { }"),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      for (const key of Object.keys(dataset.value)) {
        if (Object.hasOwn(entries, key)) continue;
        const path = [{ type: "object", origin: "key", input: dataset.value, key, value: dataset.value[key] }] as const;
        addIssue({ message: unknownField(key, Object.keys(entries)), path: [path[0]] });
      }
    }),
    v.object(entries),
  );
}

/** What a person may write for a value, read by `read`; null is "not that". */
export function written<T>(expected: string, read: (value: unknown) => T | null) {
  return v.pipe(
    v.unknown(),
    v.rawTransform<unknown, T>(({ dataset, addIssue, NEVER }) => {
      const value = read(dataset.value);
      if (value !== null) return value;
      addIssue({ message: `expected ${expected}` });
      return NEVER;
    }),
  );
}

function isRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const months = "january february march april may june july august september october november december".split(" ");

/** A day as a person writes it: "3 March 2026", "3 Mar 2026" or "2026-03-03". */
export function readDay(value: unknown): CalendarDay | null {
  if (typeof value !== "string") return null;
  const found = /^(\d{1,2}) +([A-Za-z]{3,9}) +(\d{4})$/.exec(value.trim());
  if (found === null) return parseDay(value.trim());
  const name = (found[2] ?? "").toLowerCase();
  const month = months.findIndex((each) => each === name || each.slice(0, 3) === name) + 1;
  return calendarDay(Number(found[3]), month, Number(found[1]));
}

/** In pence: a billion pounds. However many there are, their sum is exact. */
const largestAmount = 100_000_000_000;

/** Pounds, as text or as a number with at most two decimals; never less than nothing. */
function readAmount(value: unknown): Pence | null {
  const words = typeof value === "number" ? String(value) : value;
  const read = typeof words === "string" ? parsePounds(words) : null;
  return read !== null && read >= 0 && read <= largestAmount ? read : null;
}

function readWhole(value: unknown, least: number, most: number): number | null {
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most ? value : null;
}

function readPattern(value: unknown, pattern: RegExp): string | null {
  return typeof value === "string" && pattern.test(value) ? value : null;
}

function unknownField(key: string, known: readonly string[]): string {
  const near = known.map((name) => ({ name, away: distance(key.toLowerCase(), name.toLowerCase()) }));
  const best = near.reduce((one, other) => (other.away < one.away ? other : one), { name: "", away: 3 });
  if (best.away < 3) return `is not a field Folio knows; did you mean ${best.name}?`;
  return `is not a field Folio knows; the fields here are ${known.join(", ")}`;
}

/** How many letters must be put in, taken out or changed to make one word the other. */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (let at = 0; at < other.length; at += 1) {
      const change = (row[at] ?? 0) + (letter === other[at] ? 0 : 1);
      next.push(Math.min(change, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

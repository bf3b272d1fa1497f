import { monthNumber, monthWord } from "#core/dates/english.ts";
import type { CalendarDay } from "#core/model/calendar-day.ts";
import type { LetterKind, ReadLetter, Sender } from "#core/model/letter.ts";
import type { DateValue, Mention } from "#core/model/mention.ts";

/** What tells one letter from another, made once from its words. It holds no words, only numbers made from them. */
export interface LetterPrint {
  /** hash of all that is written in it, white space and marks aside */
  readonly whole: number;
  /** hashes of every three words that follow each other, figures left out; each once, ascending */
  readonly threes: Uint32Array;
  /** every day, month and span that is printed in it; none that was worked out */
  readonly dates: ReadonlySet<string>;
  /** days as they are printed, "3 3 2026" or "3 3" without a year: the same however the rest of the letter is understood */
  readonly writtenDays: ReadonlySet<string>;
  /** sums of money and numbers of three digits and more, as digits */
  readonly figures: ReadonlySet<string>;
  /** null where there is none, or where reading isn't sure of it */
  readonly letterDate: CalendarDay | null;
  readonly caseReference: string | null;
  readonly sender: Sender;
  readonly kind: LetterKind;
}

/**
 * The print of a letter.
 * @param texts the text of each page, in order
 */
export function printOf(letter: ReadLetter, texts: readonly string[]): LetterPrint {
  const text = texts
    .join("\n")
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  const printed = letter.mentions.filter(isPrinted);
  return {
    whole: hashOf(text.replace(/[^\p{L}\p{N}]+/gu, " ").trim()),
    threes: threesOf(text.match(plainWord) ?? []),
    dates: new Set(printed.map(({ value }) => nameOf(value))),
    writtenDays: writtenDaysOf(text),
    figures: figuresOf(text),
    letterDate: isSureOfDate(letter.mentions) ? letter.letterDate : null,
    caseReference: letter.caseReference,
    sender: letter.sender,
    kind: letter.kind,
  };
}

/** Words of one or two letters are what OCR makes of dirt, and tell nothing. */
const plainWord = /\p{L}{3,}/gu;

/** A date that stands there as it is meant: neither worked out from another nor told by a person. */
function isPrinted({ rule, words }: Mention): boolean {
  return !rule.includes("(") && rule !== "told" && /\d/.test(words);
}

function nameOf(value: DateValue): string {
  if (value.kind === "span") return `${value.start} ${value.end}`;
  return value.kind === "day" ? value.day : value.month;
}

/** from here up, a letter's own date tells it from a letter of another day */
const sure = 0.6;

function isSureOfDate(mentions: readonly Mention[]): boolean {
  const own = mentions.find(({ role }) => role === "letter-date");
  return own === undefined || own.certainty >= sure;
}

function writtenDaysOf(text: string): ReadonlySet<string> {
  const days = [...text.matchAll(dayAndMonth), ...text.matchAll(allNumbers)].map(({ groups }) => {
    const { day = "", month = "", year = "" } = groups ?? {};
    const number = /^\d/.test(month) ? Number(month) : monthNumber(month);
    return `${Number(day)} ${number} ${year === "" ? "" : Number(year) % 100}`;
  });
  return new Set(days);
}

const dayAndMonth = new RegExp(
  String.raw`\b(?<day>\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?(?<month>${monthWord})(?:,?\s(?<year>(?:19|20)\d\d)(?!\d))?`,
  "gi",
);
const allNumbers = /(?<![\d/.-])(?<day>\d{1,2})(?<mark>[/.-])(?<month>\d{1,2})\k<mark>(?<year>\d{4}|\d\d)(?![\d/.-])/g;

/** Years, days and the case reference are weighed by themselves; "1,204.50" and "1204.50" are one sum. */
function figuresOf(text: string): ReadonlySet<string> {
  const found = text.match(/\d[\d,]*(?:\.\d\d)?(?!\d)/g) ?? [];
  const plain = found.map((figure) => figure.replace(/,/g, ""));
  return new Set(plain.filter((figure) => figure.length >= 3 && !/^(?:(?:19|20)\d\d|121\d{9})$/.test(figure)));
}

function threesOf(words: readonly string[]): Uint32Array {
  const hashes = words.map(hashOf);
  const threes = new Set<number>();
  for (let at = 2; at < hashes.length; at += 1)
    threes.add(mix(mix(hashes[at - 2] ?? 0, hashes[at - 1] ?? 0), hashes[at] ?? 0));
  return Uint32Array.from(threes).sort();
}

/** FNV-1a, 32 bits: quick, and even enough for telling words apart. */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function mix(one: number, two: number): number {
  return Math.imul((one << 5) ^ (one >>> 3) ^ two, 0x9e3779b1) >>> 0;
}

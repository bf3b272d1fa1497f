import type { ZxcvbnFactory } from "@zxcvbn-ts/core";

/** How hard a passphrase is to guess, as honestly as can be told. */
export interface PassphraseStrength {
  /** "weak" warns and is allowed */
  readonly verdict: "weak" | "fair" | "strong";
  /**
   * How long it would take somebody with a strong computer, for a sentence: "less than a second", "3 hours",
   * "12 years", "centuries". The sentence is "A guess by somebody with a strong computer would take about …".
   */
  readonly takes: string;
  /** what makes it easy and what would help; whole sentences, may be empty */
  readonly advice: readonly string[];
}

/**
 * Guesses a second that somebody with a strong computer makes. Each costs 128 MiB read and written three times, about
 * 1 GB of memory traffic; a rack of ten good graphics cards moves some 10 TB/s, so 10,000 is generous to the guesser.
 */
const guessesPerSecond = 10_000;

const day = 86_400;
const year = 365.25 * day;
/** below a year is weak, from a hundred years on strong */
const weakBelow = year;
const strongFrom = 100 * year;

/** Looking at more letters than this takes long and changes nothing. */
const mostLetters = 128;

let estimator: Promise<ZxcvbnFactory> | null = null;

/**
 * Estimates a passphrase. The estimator is loaded when it is first asked for; an older answer that comes late is the
 * caller's to drop.
 * @param told words that a guesser would try first: the name, the case file's name
 * @returns null for an empty passphrase
 */
export async function askPassphraseStrength(
  passphrase: string,
  told: readonly string[],
): Promise<PassphraseStrength | null> {
  if (passphrase === "") return null;
  estimator ??= loadEstimator();
  const known = ["folio", ...told.flatMap((text) => [text, ...text.split(/\s+/)])].filter((word) => word.length > 2);
  const { guesses, feedback } = (await estimator).check(passphrase.slice(0, mostLetters), known);
  const seconds = guesses / guessesPerSecond;
  const verdict = seconds < weakBelow ? "weak" : seconds < strongFrom ? "fair" : "strong";
  const lines = [feedback.warning ?? "", ...feedback.suggestions].filter((line) => line !== "");
  return { verdict, takes: sayGuessTime(seconds), advice: verdict === "strong" ? [] : lines.map(asSentence) };
}

/** A length of time for a sentence, rounded to what an estimate is worth. */
export function sayGuessTime(seconds: number): string {
  if (seconds < 1) return "less than a second";
  for (const [unit, length, until] of units) if (seconds < until) return count(seconds / length, unit);
  return "centuries";
}

const units = [
  ["second", 1, 60],
  ["minute", 60, 3_600],
  ["hour", 3_600, day],
  ["day", day, 60 * day],
  ["month", 30.44 * day, 2 * year],
  ["year", year, 100 * year],
] as const;

function count(amount: number, unit: string): string {
  const rounded = Math.max(1, Math.floor(amount));
  return `${rounded} ${unit}${rounded === 1 ? "" : "s"}`;
}

function asSentence(line: string): string {
  return /[.?]$/.test(line) ? line : `${line}.`;
}

async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [core, common, english] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]);
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
  });
}

/** The set scoring of ../shared/letters/score.py, for the true texts only. */

export interface Truth {
  readonly id: string;
  readonly pages_text: readonly string[];
  readonly letter_date: string;
  readonly case_reference: string | null;
  readonly sender_kind: string;
  readonly dates: readonly TrueDate[];
  readonly not_dates: readonly { readonly text: string }[];
  readonly optional: readonly { readonly text: string; readonly iso?: string }[];
}

export interface TrueDate {
  readonly text: string;
  readonly iso?: string;
  readonly start?: string;
  readonly end?: string;
  readonly role: string;
  readonly relative: boolean;
  readonly form: string;
}

export interface PredictedDate {
  readonly text: string;
  readonly iso?: string;
  readonly start?: string;
  readonly end?: string;
  readonly role?: string;
}

export interface Prediction {
  readonly letter_date: string | null;
  readonly dates: readonly PredictedDate[];
}

export interface Tally {
  letters: number;
  right: number;
  wrong: number;
  missed: number;
  letterDates: number;
  deadlines: number;
  deadlinesFound: number;
  deadlinesNamed: number;
  hardNegatives: number;
  readonly notes: string[];
}

export const emptyTally = (): Tally => ({
  letters: 0,
  right: 0,
  wrong: 0,
  missed: 0,
  letterDates: 0,
  deadlines: 0,
  deadlinesFound: 0,
  deadlinesNamed: 0,
  hardNegatives: 0,
  notes: [],
});

/** Adds one letter's score: values as a set, a range as its two ends, what is optional left out. */
export function score(tally: Tally, truth: Truth, { letter_date, dates }: Prediction): void {
  const real = new Set(truth.dates.flatMap(valuesOf));
  const limits = new Set(truth.dates.filter((date) => date.role === "deadline").flatMap(valuesOf));
  const optional = new Set(
    truth.optional.flatMap(({ iso }) => iso?.split("/") ?? []).filter((value) => !real.has(value)),
  );
  const sources = new Map<string, string[]>();
  for (const date of dates) {
    const values = valuesOf(date);
    const known = values.some((value) => real.has(value));
    if (!known && truth.optional.some(({ text }) => overlap(date.text, text))) continue;
    for (const value of values) {
      if (!optional.has(value)) sources.set(value, [...(sources.get(value) ?? []), date.text]);
    }
  }
  const wrong = [...sources.keys()].filter((value) => !real.has(value)).sort();
  const missed = [...real].filter((value) => !sources.has(value)).sort();
  const named = new Set(dates.filter((date) => date.role === "deadline").flatMap(valuesOf));
  tally.letters += 1;
  tally.right += real.size - missed.length;
  tally.wrong += wrong.length;
  tally.missed += missed.length;
  tally.letterDates += Number(letter_date === truth.letter_date);
  tally.deadlines += limits.size;
  tally.deadlinesFound += [...limits].filter((value) => sources.has(value)).length;
  tally.deadlinesNamed += [...limits].filter((value) => named.has(value)).length;
  for (const value of wrong) {
    const texts = sources.get(value) ?? [];
    const trap = texts.some((text) =>
      truth.not_dates.some((not) => norm(not.text).length > 2 && overlap(text, not.text)),
    );
    tally.hardNegatives += Number(trap);
    tally.notes.push(`${truth.id} wrong${trap ? " (hard negative)" : ""}: ${value} from ${JSON.stringify(texts)}`);
  }
  for (const value of missed) {
    const texts = truth.dates.filter((date) => valuesOf(date).includes(value)).map(({ text }) => text);
    tally.notes.push(`${truth.id} missed: ${value} in ${JSON.stringify(texts)}`);
  }
  if (letter_date !== truth.letter_date)
    tally.notes.push(`${truth.id} letter date: ${letter_date}, not ${truth.letter_date}`);
  for (const value of limits) {
    if (sources.has(value) && !named.has(value)) tally.notes.push(`${truth.id} deadline not named so: ${value}`);
  }
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? "-" : ((100 * part) / whole).toFixed(1);
}

function valuesOf({ iso, start, end }: Pick<TrueDate, "iso" | "start" | "end">): readonly string[] {
  const ends = [start, end].filter((value) => value !== undefined);
  return ends.length > 0 ? ends : iso === undefined ? [] : [iso];
}

function norm(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}

function overlap(one: string, two: string): boolean {
  const [a, b] = [norm(one), norm(two)];
  return a !== "" && b !== "" && (a.includes(b) || b.includes(a));
}

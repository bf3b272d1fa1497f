import { en, type ParsedComponents } from "chrono-node";
import type { PredictedDate, Prediction, Truth } from "./score.ts";

/**
 * What a fair user of chrono-node gets: British order, the letter date as reference, results without a day or month (times,
 * weekdays) left out, months kept as months. Its first dated result that has a year stands for the letter date.
 */
export function chronoReading(truth: Truth): Prediction {
  const [year = 0, month = 1, day = 1] = truth.letter_date.split("-").map(Number);
  const reference = new Date(year, month - 1, day, 12);
  const results = truth.pages_text.flatMap((text) => en.GB.parse(text, reference));
  const dates = results.flatMap(({ text, start, end }): readonly PredictedDate[] => {
    const from = isoOf(start);
    if (from === null) return [];
    const to = end === null || end === undefined ? null : isoOf(end);
    return [to === null || to === from ? { text, iso: from } : { text, start: from, end: to }];
  });
  const first = results.find(
    ({ start }) => start.isCertain("day") && start.isCertain("month") && start.isCertain("year"),
  );
  return { letter_date: first === undefined ? null : isoOf(first.start), dates };
}

/** A day, or a month where no day was written; null for times and bare years. */
function isoOf(parts: ParsedComponents): string | null {
  const year = parts.get("year");
  const month = parts.get("month");
  const day = parts.get("day");
  const dated = parts.isCertain("day") || parts.isCertain("month");
  if (year === null || month === null || !dated) return null;
  const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
  const monthOnly = parts.isCertain("month") && !parts.isCertain("day") && !parts.isCertain("weekday");
  return monthOnly || day === null ? text : `${text}-${String(day).padStart(2, "0")}`;
}

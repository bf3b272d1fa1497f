import type { ReadLetter } from "#core/model/letter.ts";
import type { PageText } from "#core/model/page.ts";
import { type Prediction, percent, type Tally } from "./score.ts";

/** A page of which only the words are known. */
export function pageOf(text: string, index: number): PageText {
  return { number: index + 1, width: 210, height: 297, source: "typed", words: [], text };
}

/** What Folio read, as the scorer takes it. */
export function predictionOf(read: ReadLetter): Prediction {
  return {
    letter_date: read.letterDate,
    dates: read.mentions.map(({ words, value, role }) => ({
      text: words,
      role,
      ...(value.kind === "day"
        ? { iso: value.day }
        : value.kind === "month"
          ? { iso: value.month }
          : { start: value.start, end: value.end }),
    })),
  };
}

/** The table's first row. */
export const tableHead =
  "                 P      R      F1     letter date  deadlines found (named)  hard negatives  wrong";

/** A row of the table. */
export function tableRow(name: string, tally: Tally): string {
  const { right, wrong, missed } = tally;
  const precision = right / Math.max(1, right + wrong);
  const recall = right / Math.max(1, right + missed);
  const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
  const cells = [precision, recall, f1].map((part) => (100 * part).toFixed(1).padStart(5)).join("  ");
  const deadlines = `${percent(tally.deadlinesFound, tally.deadlines)} (${percent(tally.deadlinesNamed, tally.deadlines)})`;
  return `${name.padEnd(14)} ${cells}  ${percent(tally.letterDates, tally.letters).padStart(9)}    ${deadlines.padStart(20)}  ${String(tally.hardNegatives).padStart(14)}  ${String(wrong).padStart(7)}`;
}

import { type CalendarDay, type CalendarMonth, sayDay, sayMonth } from "#core/model/calendar-day.ts";
import type { DateValue } from "#core/model/mention.ts";
import type { ReadExhibit } from "../../src-renderer/reading/read-exhibit.ts";

/** A read letter for a person at a terminal: what it is, its dates one a line, its problems in words. */
export function sayLetter(argument: string, { letter, pages, problems }: ReadExhibit): string {
  const dated = letter.letterDate === null ? "no letter date found" : `dated ${sayDay(letter.letterDate)}`;
  const reference = letter.caseReference === null ? "" : `, case reference ${letter.caseReference}`;
  const count = pages.length === 1 ? "1 page" : `${pages.length} pages`;
  return [
    `${argument}: ${count}, ${dated}${reference}`,
    ...letter.mentions.map(
      (mention) =>
        `  page ${mention.page}  ${sayValue(mention.value)}  ${mention.role}  “${mention.words}”` +
        (mention.certainty < 0.7 ? "  (not sure)" : ""),
    ),
    ...problems.map((problem) => `  ! ${problem.message}`),
    "",
  ].join("\n");
}

function sayValue(value: DateValue): string {
  if (value.kind === "day") return sayDay(value.day);
  if (value.kind === "month") return sayMonth(value.month);
  return `${sayEnd(value.start)} to ${sayEnd(value.end)}`;
}

/** Months and days differ in length only: "2026-03" and "2026-03-14". */
function sayEnd(end: CalendarDay | CalendarMonth): string {
  return end.length === 7 ? sayMonth(end as CalendarMonth) : sayDay(end as CalendarDay);
}

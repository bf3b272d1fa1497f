import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLetter } from "#core/letters/read-letter.ts";
import { addDays, type CalendarDay, dayParts, sayDay, weekday } from "#core/model/calendar-day.ts";
import type { PageText } from "#core/model/page.ts";
import { day } from "../../day.ts";
import { valuesOf } from "./read-text.ts";

const anyDay = fc.integer({ min: 0, max: 8000 }).map((days) => addDays(day("2004-01-01"), days));
const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** Each written form, printing a day. */
const forms: Readonly<Record<string, (one: CalendarDay) => string>> = {
  "13 April 2021": sayDay,
  "Tuesday 13 April 2021": (one) => `${weekdays[weekday(one) - 1]} ${sayDay(one)}`,
  "13th of April 2021": (one) => sayDay(one).replace(/^\d+/, (number) => `${number}${ordinal(Number(number))} of`),
  "April 13, 2021": (one) => sayDay(one).replace(/^(\d+) (\w+) (\d+)$/, "$2 $1, $3"),
  "13 Apr 2021": (one) => sayDay(one).replace(/ (\w{3})\w* /, " $1 "),
  "13-Apr-2021": (one) => sayDay(one).replace(/ (\w{3})\w* /, "-$1-"),
  "13\nApril 2021": (one) => sayDay(one).replace(" ", "\n"),
  "13/04/2021": (one) => figures(one, "/", 4),
  "13/4/21": (one) =>
    figures(one, "/", 2)
      .replace(/\b0/g, "")
      .replace(/\/(\d)$/, "/0$1"),
  "13.04.21": (one) => figures(one, ".", 2),
  "13-04-2021": (one) => figures(one, "-", 4),
  "2021-04-13": (one) => one,
};

describe("any day in any form", () => {
  it.each(Object.entries(forms))("is found again when printed as %j", (_form, print) => {
    fc.assert(
      fc.property(anyDay, (one) => {
        expect(valuesOf(`We wrote to you on ${print(one)} about this.`, "2026-01-01")).toEqual([one]);
      }),
    );
  });

  it("is found as a span with any later day", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 900 }), (from, days) => {
        const to = addDays(from, days);
        expect(valuesOf(`from ${sayDay(from)} to ${sayDay(to)}`)).toEqual([`${from}..${to}`]);
      }),
    );
  });
});

const bits = fc.constantFrom(
  ..."0123456789",
  ..." \n\t-/.,:£|",
  ...[
    "th",
    "st",
    "of ",
    "March ",
    "May ",
    "Oct",
    "2023",
    "20",
    "by ",
    "within ",
    "days ",
    "of the date of this letter",
    "on ",
    "last Monday",
    "yesterday",
    "Dear ",
    "Date: ",
    "to ",
    "and ",
  ],
);
const scraps = fc.array(bits, { maxLength: 120 }).map((pieces) => pieces.join(""));

describe("any text at all", () => {
  it("is read without an error, and every mention's words stand on its page", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(scraps, fc.string({ maxLength: 300, unit: "grapheme" })), { maxLength: 3 }),
        (texts) => {
          const pages = texts.map((text, index) => typed(text, index + 1));
          for (const mention of readLetter(pages, { today: day("2026-11-22") }).mentions) {
            const text = (texts[mention.page - 1] ?? "").replace(/\s+/g, " ");
            expect(text).toContain(mention.words);
            expect(mention.certainty).toBeGreaterThanOrEqual(0);
            expect(mention.certainty).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it.each([
    ["digits", "1".repeat(200_000)],
    ["spaces", " ".repeat(200_000)],
    ["digits and spaces", "12 ".repeat(66_000)],
    ["digits and commas", "3, ".repeat(66_000)],
    ["slashes", "1/".repeat(100_000)],
    ["dashes", "20-10-".repeat(33_000)],
    ["line ends", "1\n".repeat(100_000)],
    ["words", "within the next date of the ".repeat(7_000)],
    ["months", "March May ".repeat(20_000)],
    ["one word", "a".repeat(200_000)],
  ])("takes 200 kB of %s in little time", (_what, text) => {
    const begun = performance.now();
    readLetter([typed(text, 1)], { today: day("2026-11-22") });
    expect(performance.now() - begun).toBeLessThan(4000);
  });
});

function typed(text: string, number: number): PageText {
  return { number, width: 595, height: 842, source: "typed", words: [], text };
}

function figures(one: CalendarDay, between: string, digits: 2 | 4): string {
  const { year, month, day: number } = dayParts(one);
  const two = (value: number) => String(value).padStart(2, "0");
  return [two(number), two(month), digits === 4 ? year : two(year % 100)].join(between);
}

function ordinal(number: number): string {
  if (number > 10 && number < 14) return "th";
  return ["th", "st", "nd", "rd"][number % 10] ?? "th";
}

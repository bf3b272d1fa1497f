import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  calendarDay,
  calendarMonth,
  daysBetween,
  parseDay,
  parseMonth,
  sayDay,
  sayMonth,
  weekday,
} from "#core/model/calendar-day.ts";
import { day } from "../../day.ts";

const anyDay = fc
  .record({ year: fc.integer({ min: 1900, max: 2100 }), ordinal: fc.integer({ min: 0, max: 364 }) })
  .map(({ year, ordinal }) => addDays(day(`${year}-01-01`), ordinal));

describe("a calendar day", () => {
  test.each([
    [2026, 2, 29],
    [2026, 13, 1],
    [2026, 0, 1],
    [2026, 4, 31],
    [0, 1, 1],
    [2026, 1.5, 1],
  ])("does not exist for %d-%d-%d", (year, month, number) => {
    expect(calendarDay(year, month, number)).toBeNull();
  });

  test("is read from ISO text only", () => {
    expect(parseDay("2024-02-29")).toBe("2024-02-29");
    for (const text of ["2023-02-29", "29/02/2024", "2024-2-29", "2024-02-29T00:00", ""]) {
      expect(parseDay(text)).toBeNull();
    }
    expect(parseMonth("2024-13")).toBeNull();
    expect(parseMonth("2024-12")).toBe(calendarMonth(2024, 12));
  });

  test("is said as people say it", () => {
    expect(sayDay(day("2027-03-14"))).toBe("14 March 2027");
    expect(sayMonth("2027-03" as Parameters<typeof sayMonth>[0])).toBe("March 2027");
  });

  test("comes back when the same days are added and taken away", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -50_000, max: 50_000 }), (start, count) => {
        expect(addDays(addDays(start, count), -count)).toBe(start);
        expect(daysBetween(start, addDays(start, count))).toBe(count);
      }),
    );
  });

  test("moves one weekday a day, and 22 November 2026 is a Sunday", () => {
    expect(weekday(day("2026-11-22"))).toBe(7);
    fc.assert(fc.property(anyDay, (one) => weekday(addDays(one, 1)) === (weekday(one) % 7) + 1));
  });
});

describe("the corresponding day some months on", () => {
  test.each([
    ["2026-08-31", 6, "2027-02-28"],
    ["2027-08-31", 6, "2028-02-29"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2026-09-14", 6, "2027-03-14"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-11-30", 14, "2028-01-30"],
  ])("from %s, %d months, is %s", (start, count, end) => {
    expect(addMonths(day(start), count)).toBe(end);
  });

  test("keeps the day number wherever the month has it", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (start, count) => {
        const end = addMonths(start, count);
        const [from, to] = [Number(start.slice(8)), Number(end.slice(8))];
        expect(to === from || (to < from && addDays(end, 1).endsWith("-01"))).toBe(true);
      }),
    );
  });
});

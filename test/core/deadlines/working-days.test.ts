import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addWorkingDays, isCovered, isWorkingDay, workingDaysBetween } from "#core/deadlines/working-days.ts";
import { addDays, weekday } from "#core/model/calendar-day.ts";
import { nations } from "#core/model/case-file.ts";
import { day } from "../../day.ts";

/** Computed from the bank-holiday data by another program: start, count, England and Wales, Scotland, Northern Ireland. */
const vectors: readonly (readonly [string, number, string, string, string])[] = [
  ["2020-05-06", 2, "2020-05-11", "2020-05-11", "2020-05-11"],
  ["2020-05-06", 15, "2020-05-29", "2020-05-29", "2020-05-29"],
  ["2021-12-23", 2, "2021-12-29", "2021-12-29", "2021-12-29"],
  ["2021-12-23", 15, "2022-01-18", "2022-01-19", "2022-01-18"],
  ["2022-06-01", 2, "2022-06-07", "2022-06-07", "2022-06-07"],
  ["2022-06-01", 15, "2022-06-24", "2022-06-24", "2022-06-24"],
  ["2022-09-16", 2, "2022-09-21", "2022-09-21", "2022-09-21"],
  ["2022-09-16", 15, "2022-10-10", "2022-10-10", "2022-10-10"],
  ["2023-05-04", 2, "2023-05-09", "2023-05-09", "2023-05-09"],
  ["2023-05-04", 15, "2023-05-26", "2023-05-26", "2023-05-26"],
  ["2024-12-23", 2, "2024-12-27", "2024-12-27", "2024-12-27"],
  ["2024-12-23", 15, "2025-01-16", "2025-01-17", "2025-01-16"],
  ["2025-12-19", 2, "2025-12-23", "2025-12-23", "2025-12-23"],
  ["2025-12-19", 15, "2026-01-14", "2026-01-15", "2026-01-14"],
  ["2026-06-12", 2, "2026-06-16", "2026-06-17", "2026-06-16"],
  ["2026-06-12", 15, "2026-07-03", "2026-07-06", "2026-07-03"],
  ["2026-07-10", 2, "2026-07-14", "2026-07-14", "2026-07-15"],
  ["2026-07-10", 15, "2026-07-31", "2026-07-31", "2026-08-03"],
  ["2026-11-27", 2, "2026-12-01", "2026-12-02", "2026-12-01"],
  ["2026-11-27", 15, "2026-12-18", "2026-12-21", "2026-12-18"],
  ["2027-12-23", 2, "2027-12-29", "2027-12-29", "2027-12-29"],
  ["2027-12-23", 15, "2028-01-18", "2028-01-19", "2028-01-18"],
  ["2028-04-12", 2, "2028-04-18", "2028-04-17", "2028-04-18"],
  ["2028-04-12", 15, "2028-05-08", "2028-05-05", "2028-05-08"],
  ["2019-12-30", 2, "2020-01-02", "2020-01-03", "2020-01-02"],
  ["2019-12-30", 15, "2020-01-21", "2020-01-22", "2020-01-21"],
];

describe("working days", () => {
  it.each(vectors)("counts %s + %i as %s, %s, %s", (start, count, england, scotland, ireland) => {
    expect(addWorkingDays(day(start), count, "england").day).toBe(england);
    expect(addWorkingDays(day(start), count, "wales").day).toBe(england);
    expect(addWorkingDays(day(start), count, "scotland").day).toBe(scotland);
    expect(addWorkingDays(day(start), count, "northern-ireland").day).toBe(ireland);
  });

  it("says how many bank holidays it skipped", () => {
    expect(addWorkingDays(day("2023-05-02"), 15, "england")).toEqual({
      day: "2023-05-24",
      certain: true,
      holidaysSkipped: 1,
    });
  });

  it("knows one-off days: the State Funeral, the Coronation, Scotland's World Cup day", () => {
    expect(isWorkingDay(day("2022-09-19"), "northern-ireland")).toBe(false);
    expect(isWorkingDay(day("2023-05-08"), "wales")).toBe(false);
    expect(isWorkingDay(day("2026-06-15"), "scotland")).toBe(false);
    expect(isWorkingDay(day("2026-06-15"), "england")).toBe(true);
  });

  it("flags a count that leaves the years known", () => {
    expect(addWorkingDays(day("2028-12-20"), 10, "england").certain).toBe(false);
    expect(addWorkingDays(day("2018-12-20"), 2, "england").certain).toBe(false);
    expect(isCovered(day("2018-12-31"))).toBe(false);
    expect(isCovered(day("2028-12-31"))).toBe(true);
  });

  it("counts back what it counted forward", () => {
    const start = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(day("2019-06-03"), days));
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 120 }), fc.constantFrom(...nations), (from, count, nation) => {
        const to = addWorkingDays(from, count, nation).day;
        expect(isWorkingDay(to, nation)).toBe(true);
        expect(weekday(to)).toBeLessThanOrEqual(5);
        expect(workingDaysBetween(from, to, nation)).toBe(count);
      }),
    );
  });

  it("stays on the day itself for a count of none", () => {
    expect(addWorkingDays(day("2024-12-25"), 0, "england").day).toBe("2024-12-25");
  });
});

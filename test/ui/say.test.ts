import { describe, expect, test } from "vitest";
import { parseMonth } from "#core/model/calendar-day.ts";
import { sayCertainty, sayLeft, sayProblemCode, sayValue } from "../../src-renderer/ui/say.ts";
import { day } from "../day.ts";

describe("how things are said on screen", () => {
  test("a day, a month and a span are words, never figures in ISO order", () => {
    const month = parseMonth("2027-03");
    if (month === null) throw new Error("not a month");
    expect(sayValue({ kind: "day", day: day("2027-03-14") })).toBe("14 March 2027");
    expect(sayValue({ kind: "month", month })).toBe("March 2027");
    expect(sayValue({ kind: "span", start: month, end: day("2027-04-30") })).toBe("March 2027 to 30 April 2027");
  });

  test("certainty is a word, and the least of it asks to be looked at", () => {
    expect(sayCertainty(1)).toBe("Read clearly");
    expect(sayCertainty(0.7)).toBe("Fairly sure");
    expect(sayCertainty(0.2)).toMatch(/please look/);
  });

  test("time left is told only once it can be", () => {
    expect(sayLeft(1000, 0, 10)).toBe("");
    expect(sayLeft(10_000, 1, 4)).toBe("about 30 seconds left");
    expect(sayLeft(60_000, 1, 5)).toBe("about 4 minutes left");
    expect(sayLeft(1000, 4, 4)).toBe("");
  });

  test("a problem of a later Folio still says something", () => {
    expect(sayProblemCode("not-known-yet").what).not.toBe("");
    expect(sayProblemCode("file-empty").what).toMatch(/empty/);
  });
});

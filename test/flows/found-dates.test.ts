import { describe, expect, test } from "vitest";
import type { Exhibit, Judgement } from "#core/model/exhibit.ts";
import type { DateRole, Mention } from "#core/model/mention.ts";
import { foundDates, letterDate, nextWaiting, waitingCount } from "../../src-renderer/flows/found-dates.ts";
import { day } from "../day.ts";

describe("the dates found in a letter", () => {
  test("each stands where the person's word put it", () => {
    const to = { value: { kind: "day", day: day("2026-05-05") }, role: "event" } as const;
    const letter = exhibit(["2026-05-01", "2026-05-02", "2026-05-03", "2026-05-04"], {
      1: { kind: "accepted" },
      2: { kind: "rejected" },
      3: { kind: "corrected", to },
    });
    expect(foundDates(letter).map((found) => found.standing)).toEqual(["waiting", "accepted", "rejected", "corrected"]);
    expect(foundDates(letter)[3]?.value).toEqual(to.value);
    expect(waitingCount(letter)).toBe(1);
  });

  test("the next one that waits comes after this one, and then from the top", () => {
    const dates = foundDates(exhibit(["2026-05-01", "2026-05-02", "2026-05-03"], { 1: { kind: "accepted" } }));
    expect(nextWaiting(dates, 0)).toBe(2);
    expect(nextWaiting(dates, 2)).toBe(0);
    expect(nextWaiting([], 0)).toBeNull();
  });
});

describe("a letter's own date", () => {
  test("is unconfirmed while nobody has looked at it", () => {
    expect(letterDate(exhibit(["2026-05-01"], {}))).toEqual({ day: "2026-05-01", confirmed: false });
  });

  test("is the person's word before the reading's", () => {
    const letter = exhibit(["2026-05-01", "2026-05-02"], { 1: { kind: "accepted" } }, "letter-date");
    expect(letterDate(letter)).toEqual({ day: "2026-05-02", confirmed: true });
  });

  test("falls back to what was read when no mention is for it", () => {
    expect(letterDate(exhibit(["2026-05-01"], {}, "event"))).toEqual({ day: "2026-04-30", confirmed: false });
  });
});

function exhibit(
  days: readonly string[],
  judgements: Readonly<Record<number, Judgement>>,
  role: DateRole = "letter-date",
): Exhibit {
  const mentions = days.map(
    (iso): Mention => ({
      page: 1,
      words: iso,
      value: { kind: "day", day: day(iso) },
      role,
      meaning: role,
      certainty: 1,
      rule: "test",
      context: "",
      boxes: [],
    }),
  );
  const letter = {
    letterDate: day("2026-04-30"),
    caseReference: null,
    sender: "cms",
    kind: "other",
    mentions,
  } as const;
  return {
    id: "1",
    number: 1,
    title: "",
    files: [],
    pages: [],
    wordsObject: "",
    letter,
    judgements,
    problems: [],
    withdrawn: false,
  };
}

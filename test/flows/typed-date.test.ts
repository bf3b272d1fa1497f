import { describe, expect, test } from "vitest";
import { typedDate, typedValue } from "../../src-renderer/flows/typed-date.ts";

describe("a date typed by hand", () => {
  test.each([
    ["14 March 2027", "2027-03-14"],
    ["14th march 2027", "2027-03-14"],
    ["14th of March 2027", "2027-03-14"],
    ["Sunday 14 March 2027", "2027-03-14"],
    ["14 mar 27", "2027-03-14"],
    ["14Mar27", "2027-03-14"],
    ["3 Sept 2026", "2026-09-03"],
    ["14/3/27", "2027-03-14"],
    ["14/03/2027", "2027-03-14"],
    ["14.3.2027", "2027-03-14"],
    ["14-3-27", "2027-03-14"],
    [" 1 2 26 ", "2026-02-01"],
    ["2027-03-14", "2027-03-14"],
  ])("%s is %s", (text, day) => {
    expect(typedDate(text)).toBe(day);
  });

  test.each(["", "March", "30 February 2026", "3/14/27", "14/3", "14 Ma 2027", "tomorrow", "14 March 20277"])(
    "“%s” is none",
    (text) => {
      expect(typedDate(text)).toBeNull();
    },
  );
});

describe("what a date in a letter can be put right to", () => {
  test("a month alone stays a month", () => {
    expect(typedValue("March 2027")).toEqual({ kind: "month", month: "2027-03" });
  });

  test("two dates with “to” between are a span", () => {
    expect(typedValue("1 May 2026 to 31/5/26")).toEqual({ kind: "span", start: "2026-05-01", end: "2026-05-31" });
  });

  test("a span that ends before it begins is none", () => {
    expect(typedValue("31 May 2026 to 1 May 2026")).toBeNull();
  });

  test("a span of months keeps its months", () => {
    expect(typedValue("October 2025 to January 2026")).toEqual({ kind: "span", start: "2025-10", end: "2026-01" });
  });

  test("one good end of two is not enough", () => {
    expect(typedValue("1 May 2026 to then")).toBeNull();
  });
});

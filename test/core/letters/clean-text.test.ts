import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, rawRange } from "#core/letters/clean-text.ts";

describe("cleaning text", () => {
  it.each([
    ["3\u00a0July\u2009 2023", "3 July 2023"],
    ["1\u201331 May", "1-31 May"],
    ["Sep\u00adtember", "September"],
    ["one \r\n two", "one\ntwo"],
    ["one\n \n\n two", "one\n\ntwo"],
    ["Date      13 May", "Date\t13 May"],
    ["a \t b", "a\tb"],
    ["Collected on | Paid |", "Collected on\tPaid\t"],
    ["Oct \u201923", "Oct '23"],
  ])("makes %j %j", (raw, clean) => {
    expect(cleanText(raw).text).toBe(clean);
  });

  it("knows where every letter came from", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "1", " ", "\n", "\t", "\u00ad", "\u2013", "\u00a0", "|") }),
        (raw) => {
          const clean = cleanText(raw);
          for (let at = 0; at < clean.text.length; at += 1) {
            const { start, end } = rawRange(clean, at, at + 1);
            if (/[a1]/.test(clean.text.charAt(at))) expect(raw.slice(start, end)).toBe(clean.text.charAt(at));
            expect(end).toBeGreaterThan(start);
          }
        },
      ),
    );
  });

  it("gives back the raw words of a range", () => {
    const raw = "on  3\u00a0Sep\u00adtember\n2023.";
    const clean = cleanText(raw);
    const start = clean.text.indexOf("3");
    const range = rawRange(clean, start, clean.text.indexOf("."));
    expect(raw.slice(range.start, range.end)).toBe("3\u00a0Sep\u00adtember\n2023");
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { contextOf, longestContext } from "#core/letters/context.ts";

function around(text: string, words: string): string {
  const start = text.indexOf(words);
  return contextOf(text, start, start + words.length);
}

test.each([
  [
    "Thank you. We wrote to you on 3 May 2026 about it. Please reply.",
    "3 May 2026",
    "We wrote to you on 3 May 2026 about it.",
  ],
  ["We saw Mr. Pell on 3 May 2026. Then we left.", "3 May 2026", "We saw Mr. Pell on 3 May 2026."],
  ["Heading\nWe wrote to you on\n3 May 2026 about it.", "3 May 2026", "We wrote to you on 3 May 2026 about it."],
  ["Due\tAmount\n3 May 2026\t£12.00\n3 June 2026\t£14.00", "3 May 2026", "3 May 2026 · £12.00"],
  [
    "1. You were told on 3 May 2026 that it was there\n2. Nobody looked",
    "3 May 2026",
    "You were told on 3 May 2026 that it was there",
  ],
  ["Date: 3 May 2026\n\nDear Ms Example", "3 May 2026", "Date: 3 May 2026"],
])("in %j the words around %s are %j", (text, words, context) => {
  expect(around(text, words)).toBe(context);
});

test("a long sentence is cut at words and keeps the date", () => {
  const text = `${"word ".repeat(100)}3 May 2026${" more".repeat(100)}`;
  const context = around(text, "3 May 2026");
  expect(context).toMatch(/^…word.*3 May 2026.*more…$/);
  expect(context.length).toBeLessThanOrEqual(longestContext + 2);
});

test("the date's own words are always in it, whatever the text", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      expect(contextOf(`${before}3 May 2026${after}`, before.length, before.length + 10)).toContain("3 May 2026");
    }),
  );
});

import { expect, test } from "vitest";
import { markWords } from "../../src-renderer/ui/mark-words.ts";

test("a short sentence stays whole around the words", () => {
  expect(markWords("Reply by 1 June 2026.", "1 June 2026", 60)).toEqual({
    before: "Reply by ",
    words: "1 June 2026",
    after: ".",
  });
});

test("a long sentence is cut between words on both sides", () => {
  const marked = markWords(`${"before ".repeat(20)}1 June 2026${" after".repeat(20)}`, "1 June 2026", 20);
  expect(marked.before).toBe("\u2026before before ");
  expect(marked.after).toBe(" after after after\u2026");
});

test("words that are not in the sentence stand alone", () => {
  expect(markWords("something else", "1 June 2026", 20)).toEqual({ before: "", words: "1 June 2026", after: "" });
});

import { describe, expect, it } from "vitest";
import { pageTrouble } from "#core/letters/missing-pages.ts";
import { printedNumbers } from "#core/letters/page-numbers.ts";
import type { PageText, PrintedNumber } from "#core/model/page.ts";

const body = Array.from({ length: 14 }, (_, at) => `This is line ${at + 3} of what the letter has to say.`).join("\n");

/** Pages of plain text with this at the foot of each, or at the head. */
function pages(marks: readonly string[], place: "foot" | "head" = "foot"): readonly PageText[] {
  return marks.map((mark, at) => ({
    number: at + 1,
    width: 595,
    height: 842,
    source: "typed",
    words: [],
    text: place === "foot" ? `${body}\n${mark}` : `${mark}\n${body}`,
  }));
}

function sayNumbers(read: readonly (PrintedNumber | null)[]): readonly string[] {
  return read.map((one) => (one === null ? "-" : one.of === null ? `${one.number}` : `${one.number}/${one.of}`));
}

describe("printed page numbers", () => {
  it.each([
    [
      ["Page 1 of 2", "Page 2 of 2"],
      ["1/2", "2/2"],
    ],
    [
      ["CMSL9010 02/22Page 1 of 2", "CMSL9010 02/22Page 2 of 2"],
      ["1/2", "2/2"],
    ],
    [["Page l of 3"], ["1/3"]],
    [["Sheet 1 of 2"], ["1/2"]],
    [
      ["Tudalen 1/2", "Tudalen 2/2"],
      ["1/2", "2/2"],
    ],
    [["Tudalen 1 o 2"], ["1/2"]],
    [
      ["2/3", "3/3"],
      ["2/3", "3/3"],
    ],
    [
      ["- 1 of 4 -", "- 2 of 4 -"],
      ["1/4", "2/4"],
    ],
    [
      ["Page 1", "Page 2"],
      ["1", "2"],
    ],
    [
      ["Page 1 of 3", "smudged", "Page 3 of 3"],
      ["1/3", "-", "3/3"],
    ],
  ])("of %j are %j", (marks, found) => {
    expect(sayNumbers(printedNumbers(pages(marks)))).toEqual(found);
  });

  it.each([
    ["a fraction on its only page", ["2/3"]],
    ["fractions of different wholes", ["1/2", "2/3"]],
    ["fractions that don't go up", ["2/3", "1/3"]],
    ["dates", ["1/2/2026", "2/2/2026"]],
    ["days and months in a sentence", ["We wrote on 1/2.", "We wrote on 2/2."]],
    ["a page of something else", ["You will find it on page 2 of your passport book that you sent us"]],
    ["a number above its total", ["Page 4 of 3"]],
    ["no page at all", ["homepage 1 of 2"]],
  ])("are not %s", (_, marks) => {
    const middle = pages(marks).map((page) => ({ ...page, text: `${page.text}\n${body}\n${body}` }));
    expect(sayNumbers(printedNumbers(marks[0]?.includes("passport") ? middle : pages(marks)))).toEqual(
      marks.map(() => "-"),
    );
  });

  it("stand at the head as well as at the foot", () => {
    expect(sayNumbers(printedNumbers(pages(["Page 1 of 2", "Page 2 of 2"], "head")))).toEqual(["1/2", "2/2"]);
  });
});

describe("what is wrong with a letter's pages", () => {
  it.each([
    ["1/3 2/3", { missing: [3], of: 3, order: null }],
    ["1/3", { missing: [2, 3], of: 3, order: null }],
    ["2/2", { missing: [1], of: 2, order: null }],
    ["2/3 1/3 3/3", { missing: [], of: 3, order: [2, 1, 3] }],
    ["1 3", { missing: [2], of: null, order: null }],
    ["1/2 2/2 1/3 3/3", { missing: [2], of: 3, order: null }],
    ["1/3 - 2/3", { missing: [3], of: 3, order: null }],
  ])("%s is %j", (said, trouble) => {
    expect(pageTrouble(shapes(said))).toEqual(trouble);
  });

  it.each(["1/2 2/2", "1/3 - 3/3", "- 2/2", "1/2 -", "- -", "", "1/2 2/2 1/2 2/2", "1/2 2/2 - -", "3 4"])(
    "%j is nothing",
    (said) => {
      expect(pageTrouble(shapes(said))).toBeNull();
    },
  );
});

/** "1/3 - 3": a page by what is printed on it. */
function shapes(said: string): readonly { readonly printed?: PrintedNumber }[] {
  return said.split(" ").map((one) => {
    const [number, of] = one.split("/");
    return number === "-" || number === ""
      ? {}
      : { printed: { number: Number(number), of: of === undefined ? null : Number(of) } };
  });
}

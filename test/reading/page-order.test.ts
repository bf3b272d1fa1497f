import { afterAll, expect, it } from "vitest";
import { nodePlatform } from "../../src-main/cli/reading-on-node.ts";
import { printedOrder } from "../../src-renderer/reading/page-order.ts";
import { type ReadOptions, readExhibit } from "../../src-renderer/reading/read-exhibit.ts";
import type { ReadPage } from "../../src-renderer/reading/read-page.ts";
import { typedPage } from "../../src-renderer/reading/text-pages.ts";
import { day } from "../day.ts";
import { letterCanvas, letterLines } from "./made.ts";

const platform = nodePlatform();
afterAll(() => platform.close());

const pages = (...texts: readonly string[]): readonly ReadPage[] =>
  texts.map((text, at) => ({ page: typedPage(text, at), level: null }));
const said = (...feet: readonly string[]) => feet.map((foot) => pages(`Dear Ms Okafor\n${foot}`));

it.each([
  ["by the numbers that all of them say", said("Page 3 of 3", "Page 1 of 3", "Page 2 of 3"), [1, 2, 0]],
  ["also where a page is missing", said("Page 3 of 3", "Page 1 of 3"), [1, 0]],
  ["as given where one says nothing", said("Page 2 of 2", "Yours sincerely"), [0, 1]],
  ["as given where two say the same", said("Page 2 of 2", "Page 2 of 2", "Page 1 of 2"), [0, 1, 2]],
  ["as given where they are of two letters", said("Page 2 of 2", "Page 1 of 3"), [0, 1]],
  ["as given where no total is said", said("Page 2", "Page 1"), [0, 1]],
  ["as given where a file has several pages", [pages("Page 2 of 3", "Page 3 of 3"), pages("Page 1 of 3")], [0, 1]],
  ["as given where a file has none", [[], pages("Page 2 of 3"), pages("Page 1 of 3")], [0, 1, 2]],
  ["as given where there is one", said("Page 2 of 3"), [0]],
])("the files of a letter are in order %s", (_, files, order) => {
  expect(printedOrder(files)).toEqual(order);
});

it("photographs are put in order by their page numbers, unless a person has put them in another", async () => {
  const photo = (lines: readonly string[]) => new Uint8Array(letterCanvas(1240, lines).toBuffer("image/jpeg"));
  const files = [
    { name: "a.jpg", bytes: photo(["Please pay by 9 June 2024.", ...blank(13), "Page 2 of 2"]) },
    { name: "b.jpg", bytes: photo([...letterLines, ...blank(8), "Page 1 of 2"]) },
  ];
  const read = (order: ReadOptions["order"]) =>
    readExhibit(files, platform, { today: day("2026-01-01"), ...(order === undefined ? {} : { order }) });
  const printed = await read(undefined);
  expect([printed.order, printed.files.map(({ name }) => name)]).toEqual([
    [1, 0],
    ["b.jpg", "a.jpg"],
  ]);
  expect(printed.pages.map(({ number, printed: says }) => [number, says?.number])).toEqual([
    [1, 1],
    [2, 2],
  ]);
  expect(printed.letter.letterDate).toBe("2024-03-07");
  expect((await read("as-given")).files.map(({ name }) => name)).toEqual(["a.jpg", "b.jpg"]);
});

function blank(lines: number): readonly string[] {
  return Array.from({ length: lines }, () => "");
}

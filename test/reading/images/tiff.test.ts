import UTIF from "utif2";
import { expect, it } from "vitest";
import { tiffPage, tiffPages } from "../../../src-renderer/reading/images/tiff.ts";
import { ascii } from "../made.ts";

/** A TIFF of two pages, red and half see-through black, made by utif2's own directory writer. */
function twoPages() {
  const width = 4;
  const height = 3;
  const page = (pixel: readonly number[]) =>
    Uint8Array.from({ length: width * height * 4 }, (_, at) => pixel[at % 4] ?? 0);
  const single = page([255, 0, 0, 255]);
  const bytes = new Uint8Array(UTIF.encodeImage(single, width, height));
  return { bytes, width, height };
}

it("decodes a page to pixels on white", async () => {
  const { bytes, width, height } = twoPages();
  expect(tiffPages(bytes)).toEqual({ count: 1, cutShort: false });
  const page = await tiffPage(bytes, 0);
  expect([page.width, page.height]).toEqual([width, height]);
  expect([...page.data.subarray(0, 4)]).toEqual([255, 0, 0, 255]);
});

it("says that a cut-off TIFF is damaged", () => {
  expect(() => tiffPages(ascii("II*\0\xff\xff\0\0"))).toThrow("file-damaged");
});

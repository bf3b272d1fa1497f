import { degrees, StandardFonts } from "pdf-lib";
import { expect, test } from "vitest";
import type { QuarterTurns } from "#core/model/page.ts";
import { makePack } from "#core/pack/make-pack.ts";
import { exhibitOf, orderOf, pageText, pdfPart, readPack } from "../kit.ts";

/** Where the words on a page of 842 by 595 points stand in the pack, when it is turned by its own /Rotate or as it was read. */
async function placeOfWords(rotate: number, quarterTurns: QuarterTurns): Promise<readonly number[] | undefined> {
  const part = await pdfPart(
    async (document) => {
      const page = document.addPage([842, 595]);
      page.setRotation(degrees(rotate));
      page.drawText("Sideways", { x: 100, y: 200, size: 12, font: await document.embedFont(StandardFonts.Helvetica) });
    },
    [{ ...pageText("Sideways"), quarterTurns }],
  );
  const made = await makePack(orderOf([exhibitOf(1, [part])]));
  const pages = await readPack(made.pdf);
  return pages
    .flatMap((page) => page.pieces)
    .find(({ text }) => text.includes("Sideways"))
    ?.at.map(Math.round);
}

test.each([1, 2, 3] as const)(
  "a page read with %d quarter turns stands as if its own /Rotate said so",
  async (turns) => {
    const asRead = await placeOfWords(0, turns);
    expect(asRead).toBeDefined();
    expect(asRead).toEqual(await placeOfWords(turns * 90, 0));
    expect(asRead).not.toEqual(await placeOfWords(0, turns === 3 ? 1 : 0));
  },
);

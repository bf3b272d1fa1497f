import { afterAll, describe, expect, it } from "vitest";
import { nodePlatform } from "../../../src-main/cli/reading-on-node.ts";
import { mendPdf } from "../../../src-renderer/reading/pdf/mend-pdf.ts";
import { readExhibit } from "../../../src-renderer/reading/read-exhibit.ts";
import { day } from "../../day.ts";
import { ascii } from "../made.ts";
import { expectHostile } from "./expect-hostile.ts";
import { pdfActive } from "./pdf-active.ts";
import { pdfContent } from "./pdf-content.ts";
import { cutOff, pdfStructure } from "./pdf-structure.ts";

expectHostile(47_113, (address) => [...pdfStructure, ...pdfContent, ...pdfActive(address)]);

describe("a PDF cut off", () => {
  const platform = nodePlatform();
  afterAll(() => platform.close());

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])("after %i tenths says so, whatever of it can be read", async (tenths) => {
    const file = { name: "a.pdf", bytes: cutOff(tenths) };
    const { problems } = await readExhibit([file], platform, { today: day("2026-01-01") });
    const codes = problems.map(({ code }) => code);
    expect(codes).toHaveLength(1);
    expect(["file-damaged", "pdf-page-damaged"]).toContain(codes[0]);
  });
});

describe("looking for the pages of a file that was cut off", () => {
  it("takes no longer where lists of pages are repeated without end", () => {
    const started = performance.now();
    mendPdf(ascii(`1 0 obj${"<</Type/Pages ".repeat(300_000)}/Parent`));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

import { PDFString, StandardFonts } from "pdf-lib";
import { describe, expect, test } from "vitest";
import type { CaseFile } from "#core/model/case-file.ts";
import { unknownPerson } from "#core/model/case-file.ts";
import { makePack } from "#core/pack/make-pack.ts";
import type { PackExhibit } from "#core/pack/order.ts";
import { Problem } from "#core/problems.ts";
import { exhibitOf, orderOf, pageText, pdfPart } from "./kit.ts";

/** Where a pack of these is refused for the word; nothing where it is made. */
async function placesOf(word: string, exhibits: readonly PackExhibit[], more: Partial<CaseFile> = {}) {
  const order = orderOf(exhibits, { forbid: [word] });
  try {
    await makePack({ ...order, caseFile: { ...order.caseFile, ...more } });
    return [];
  } catch (error) {
    if (error instanceof Problem && error.code === "forbidden-words-found") return error.where;
    throw error;
  }
}

async function letterSaying(...pages: readonly string[]): Promise<PackExhibit> {
  const part = await pdfPart(
    (document) => {
      for (const _ of pages) document.addPage();
    },
    pages.map((text, position) => ({ ...pageText(text), number: position + 1 })),
  );
  return exhibitOf(1, [part]);
}

describe("a forbidden word is found however it is written", () => {
  test.each([
    ["O'Brien", "Dear Ms O\u2019Brien"],
    ["O\u2019Brien", "Dear Ms O'BRIEN"],
    ["Jos\u00e9", "for Jose\u0301 only"],
    ["Jos\u00e9", "for JOSE only"],
    ["Stra\u00dfe", "GOETHESTRASSE 3"],
    ["office", "the o\ufb03ce is closed"],
    ["14 Elm Row", "14,Elm Row"],
    ["14 Elm Row", "14 Elm\u2060 R\u200dow"],
    ["07700 900123", "(07700) 900/123"],
    ["Exampleton", "in Example\u00ad ton"],
    ["Exampleton", "in Example-\nton"],
  ])("%s in “%s”", async (word, text) => {
    expect(await placesOf(word, [await letterSaying(text)])).not.toEqual([]);
  });

  test("and where it goes on from one page of a letter to the next", async () => {
    const exhibit = await letterSaying("I live at 14 Elm", "Row in Exampleton");
    expect(await placesOf("14 Elm Row", [exhibit])).toEqual([expect.stringContaining("(exhibit 1, page 1)")]);
  });

  test("and where it is broken between two lines beside another column", async () => {
    const street = "Flat 12 Upper Featherstonehaugh Mansions Road North";
    const person = {
      ...unknownPerson,
      name: "Pat Example",
      address: [street, "Exampleton"],
      phone: "07700 900123",
      email: "pat@example.com",
      nationalInsurance: "QQ 12 34 56 C",
      role: "receiving" as const,
    };
    expect(await placesOf(street, [], { person, caseReference: "121012345678" })).not.toEqual([]);
  });

  test("and where only a reader that copies text out would see it", async () => {
    const part = await pdfPart(async (document) => {
      const page = document.addPage();
      const font = await document.embedFont(StandardFonts.Helvetica);
      page.drawText("Hello", { x: 50, y: 50, size: 9, font });
      const marked = `/Span <</ActualText ${PDFString.of("14 Elm Row").toString()}>> BDC EMC`;
      page.node.addContentStream(document.context.register(document.context.stream(marked)));
    });
    expect(await placesOf("14 Elm Row", [exhibitOf(1, [part])])).not.toEqual([]);
  });

  test("but not a word that only stands across the end of one letter and the beginning of the next", async () => {
    const exhibits = [await letterSaying("we saw an Elm"), { ...(await letterSaying("Row of houses")) }];
    const [one, two] = exhibits;
    if (one === undefined || two === undefined) throw new Error("two letters");
    const second = { ...two, exhibit: { ...two.exhibit, id: "2", number: 2 } };
    expect(await placesOf("Elm Row", [one, second])).toEqual([]);
  });
});

test("a search that met pictures says that it can't promise, and none is mentioned where nothing was asked for", async () => {
  const scan = exhibitOf(1, [
    await pdfPart((document) => void document.addPage(), [pageText("Nothing secret", "ocr")]),
  ]);
  const asked = await makePack(orderOf([scan], { forbid: ["Elm Row"] }));
  expect(asked.warnings).toContainEqual(expect.stringContaining("1 page is a picture"));
  const unasked = await makePack(orderOf([scan]));
  expect(unasked.warnings.join(" ")).not.toContain("picture");
});

import {
  degrees,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFString,
  StandardFonts,
} from "pdf-lib";
import { describe, expect, it } from "vitest";
import { makePack } from "#core/pack/make-pack.ts";
import { exhibitOf, orderOf, pdfPart, readPack } from "../kit.ts";

type Draw = Parameters<typeof pdfPart>[0];

/** The pack's last page, as pdf.js reads it, of an exhibit made by `draw`. */
async function lastPage(draw: Draw) {
  const made = await makePack(orderOf([exhibitOf(1, [await pdfPart(draw)])]));
  return { pdf: made.pdf, page: (await readPack(made.pdf)).at(-1) };
}

async function words(document: PDFDocument, page: PDFPage, text: string, x: number, y: number): Promise<void> {
  page.drawText(text, { x, y, size: 12, font: await document.embedFont(StandardFonts.Helvetica) });
}

/** Everything drawn by the forms of a finished pack, as one text. */
async function drawn(pdf: Uint8Array): Promise<string> {
  const { decodePDFRawStream } = await import("pdf-lib");
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false });
  return context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFRawStream && object.dict.get(PDFName.of("Subtype")) === PDFName.of("Form")
        ? [Buffer.from(decodePDFRawStream(object).decode()).toString("latin1")]
        : [],
    )
    .join("\n");
}

describe("a copied page, as a reader sees it", () => {
  it.each([
    [0, [40, 40, 500, 700]],
    [90, [40, 40, 700, 500]],
    [180, [-300, -200, 500, 700]],
    [270, [10, -90, 700, 500]],
  ] as const)(
    "turned by %i degrees with its own crop box, words near its top left stay near the top left",
    async (turn, box) => {
      const [left, bottom, width, height] = box;
      const { page } = await lastPage(async (document) => {
        const sheet = document.addPage();
        sheet.setMediaBox(left - 100, bottom - 100, width + 200, height + 200);
        sheet.setCropBox(left, bottom, width, height);
        sheet.setRotation(degrees(turn));
        const spots = {
          0: [left + 5, bottom + height - 15],
          90: [left + 15, bottom + 5],
          180: [left + width - 5, bottom + 15],
          270: [left + width - 15, bottom + height - 5],
        } as const;
        const [x, y] = spots[turn];
        sheet.drawText("Corner", { x, y, size: 12, rotate: degrees(turn) });
      });
      const piece = page?.pieces.find(({ text }) => text === "Corner");
      const [across, , , up, x, y] = piece?.at ?? [];
      expect(across).toBeCloseTo(12, 3);
      expect(up).toBeCloseTo(12, 3);
      expect(x).toBeCloseTo((595.28 - 500) / 2 + 5, 1);
      expect(y).toBeCloseTo(34 + (807.89 - 700) / 2 + 700 - 15, 1);
    },
  );

  it("a page measured in larger units is as large as it says", async () => {
    const { page } = await lastPage(async (document) => {
      const sheet = document.addPage([250, 350]);
      sheet.node.set(PDFName.of("UserUnit"), document.context.obj(2));
      await words(document, sheet, "Large", 10, 300);
    });
    expect(page?.pieces.find(({ text }) => text === "Large")?.at[0]).toBeCloseTo(24, 3);
  });

  it("a font the file doesn't hold is stood in for by one it does, letter for letter at its own width", async () => {
    const text = "The quick fox: £12.50 (Siân)";
    const width = (await (await PDFDocument.create()).embedFont(StandardFonts.TimesRoman)).widthOfTextAtSize(text, 12);
    const { page, pdf } = await lastPage(async (document) => {
      const font = await document.embedFont(StandardFonts.TimesRoman);
      document.addPage([500, 700]).drawText(text, { x: 20, y: 600, size: 12, font });
    });
    expect(page?.text).toContain(text);
    const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const loading = getDocument({ data: pdf.slice(), verbosity: 0 });
    const read = await loading.promise;
    const { items } = await (await read.getPage(read.numPages)).getTextContent();
    const item = items.find((one) => "str" in one && one.str === text);
    expect(item !== undefined && "width" in item ? item.width : 0).toBeCloseTo(width, 1);
    await loading.destroy();
    const { context } = await PDFDocument.load(pdf, { updateMetadata: false });
    const bare = context
      .enumerateIndirectObjects()
      .filter(([, font]) => font instanceof PDFDict && font.get(PDFName.of("Subtype")) === PDFName.of("Type1"));
    expect(bare).toHaveLength(0);
  });

  it("a highlighted line without a look of its own is still highlighted", async () => {
    const { pdf } = await lastPage((document) => {
      const page = document.addPage([500, 700]);
      const mark = {
        Type: "Annot",
        Subtype: "Highlight",
        Rect: [50, 600, 200, 615],
        QuadPoints: [50, 615, 200, 615, 50, 600, 200, 600],
        C: [1, 1, 0],
      };
      page.node.addAnnot(document.context.register(document.context.obj(mark)));
    });
    expect(await drawn(pdf)).toContain("1 1 0 rg 1 1 0 RG 50 600 150 15 re f");
  });

  it("what was typed into a field without a look of its own is still there; a password is not", async () => {
    const field = (document: PDFDocument, text: string, flags: number) =>
      document.context.obj({
        Type: "Annot",
        Subtype: "Widget",
        FT: "Tx",
        Ff: flags,
        V: PDFString.of(text),
        Rect: [50, 600, 300, 620],
      });
    const { page } = await lastPage((document) => {
      const sheet = document.addPage([500, 700]);
      sheet.node.addAnnot(document.context.register(field(document, "Typed answer", 0)));
      sheet.node.addAnnot(document.context.register(field(document, "Hunter2", 1 << 13)));
    });
    expect(page?.text).toContain("Typed answer");
    expect(page?.text).not.toContain("Hunter2");
  });

  it("a layer that is switched off stays off", async () => {
    const { pdf } = await lastPage((document) => {
      const page = document.addPage([500, 700]);
      const layer = document.context.register(document.context.obj({ Type: "OCG", Name: PDFString.of("Draft") }));
      page.node.set(PDFName.of("Resources"), document.context.obj({ Properties: { L: layer } }));
      const content = document.context.flateStream("/OC /L BDC 10 10 50 50 re f EMC");
      page.node.set(PDFName.of("Contents"), document.context.register(content));
      const off = document.context.obj({ OCGs: [layer], D: { OFF: [layer] } });
      document.catalog.set(PDFName.of("OCProperties"), off);
    });
    const { catalog } = await PDFDocument.load(pdf, { updateMetadata: false });
    const usual = catalog.lookup(PDFName.of("OCProperties"), PDFDict).lookup(PDFName.of("D"), PDFDict);
    expect(usual.lookup(PDFName.of("OFF"), PDFArray).size()).toBe(1);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";
import { detectType } from "../../../src-renderer/reading/detect.ts";
import { readDocx } from "../../../src-renderer/reading/docx/read-docx.ts";
import { docxOf, paragraph, partXml, table, zipOf } from "../made-docx.ts";

const letter =
  paragraph("Date: 7 March 2024") + paragraph("Dear Ms Okafor") + paragraph("£38.25 &amp; more &#x2013; soon");

describe("a Word file", () => {
  it("is its paragraphs as lines, with its references read", async () => {
    expect(await readDocx(docxOf(letter))).toEqual(["Date: 7 March 2024\nDear Ms Okafor\n£38.25 & more – soon"]);
  });

  it("has a table's rows as lines and its cells side by side", async () => {
    const rows = table([
      [["Due"], ["Amount"]],
      [["31/07/2024"], ["£102.50"]],
      [
        ["Unit 2", "Anytown"],
        ["Date:", "5 May 2024"],
      ],
    ]);
    expect(await readDocx(docxOf(paragraph("Payments") + rows + paragraph("End")))).toEqual([
      "Payments\nDue\tAmount\n31/07/2024\t£102.50\nUnit 2\tDate:\nAnytown\t5 May 2024\nEnd",
    ]);
  });

  it("has a table within a cell's lines", async () => {
    const inner = table([[["a"], ["b"]]]);
    const outer = `<w:tbl><w:tr><w:tc>${inner}${paragraph("c")}</w:tc><w:tc>${paragraph("d")}</w:tc></w:tr></w:tbl>`;
    expect(await readDocx(docxOf(outer))).toEqual(["a\tb\td\nc"]);
  });

  it("has the pages that Word last showed", async () => {
    const breaks = `<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>two</w:t></w:r></w:p>`;
    expect(await readDocx(docxOf(paragraph("one") + breaks))).toEqual(["one", "two"]);
  });

  it("begins with its headers and ends with its notes and footers, each once", async () => {
    const head = partXml(paragraph("Child Maintenance Service"), "w:hdr");
    const made = docxOf(`${paragraph("one")}<w:p><w:r><w:br w:type="page"/></w:r></w:p>${paragraph("two")}`, {
      "word/header1.xml": head,
      "word/header2.xml": head,
      "word/footer1.xml": partXml(paragraph("Page 1 of 2"), "w:ftr"),
    });
    expect(await readDocx(made)).toEqual(["Child Maintenance Service\n\none", "two\n\nPage 1 of 2"]);
  });

  it("leaves out what nobody sees: field codes, struck-out and hidden words, second copies", async () => {
    const body = `<w:p><w:r><w:t>Pay </w:t></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:del><w:r><w:delText>£9</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>£10</w:t><w:tab/><w:noBreakHyphen/></w:r><mc:Fallback><w:r><w:t>again</w:t></w:r></mc:Fallback></w:p>`;
    expect(await readDocx(docxOf(body))).toEqual(["Pay £10\t-"]);
  });

  it("may be called document2.xml inside, and hold CDATA and UTF-16", async () => {
    const xml = partXml("<w:body><w:p><w:r><w:t><![CDATA[<7> March]]></w:t></w:r></w:p></w:body>");
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${xml}`, "utf16le"));
    expect(await readDocx(zipOf({ "word/document2.xml": utf16 }))).toEqual(["<7> March"]);
  });
});

describe("what a Word file is, by its bytes", () => {
  it.each([
    ["docx", docxOf(letter)],
    ["docx", docxOf(letter).subarray(0, 120)],
    ["file-macros", docxOf(letter, { "word/vbaProject.bin": "x" })],
    ["file-unknown-type", zipOf({ "xl/workbook.xml": "<a/>" })],
    ["file-unknown-type", zipOf({ "letter.txt": "Dear" })],
  ])("%s", (expected, bytes) => {
    const detected = detectType(bytes);
    expect(detected.ok ? detected.type : detected.code).toBe(expected);
  });
});

describe("a Word file that is damaged or made to harm", () => {
  const bomb = "<!DOCTYPE a [<!ENTITY b 'bbbbbbbb'>]>";
  it.each([
    ["cut off", docxOf(letter).subarray(0, 300)],
    ["without its document", zipOf({ "[Content_Types].xml": "<a/>" })],
    ["locked", zipOf({ "word/document.xml": partXml(letter) }, 1)],
    ["with a document type", zipOf({ "word/document.xml": partXml(letter).replace("?>", `?>${bomb}`) })],
    ["with XML that ends early", zipOf({ "word/document.xml": partXml(letter).slice(0, -20) })],
    ["with XML that is badly nested", zipOf({ "word/document.xml": "<w:p><w:r></w:p></w:r>" })],
    ["nested ten thousand deep", zipOf({ "word/document.xml": "<w:p>".repeat(10_000) + "</w:p>".repeat(10_000) })],
    ["that unpacks to 64 MB", zipOf({ "word/document.xml": new Uint8Array(64 * 1024 * 1024) })],
    ["with letters that are none", zipOf({ "word/document.xml": Uint8Array.of(0x3c, 0xff, 0xff, 0x3e) })],
  ])("is damaged: %s", async (_, bytes) => {
    await expect(readDocx(bytes)).rejects.toMatchObject({ code: "file-damaged" });
  });

  const isReadOrRefused = async (bytes: Bytes) => {
    try {
      return (await readDocx(bytes)).length > 0;
    } catch (cause) {
      return cause instanceof Problem && cause.code === "file-damaged";
    }
  };

  it("is read or refused, whatever its bytes are", async () => {
    const whole = docxOf(letter + table([[["a"], ["b"]]]));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length),
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }),
        async (length, changes) => {
          const bytes = whole.slice();
          for (const [at, byte] of changes) bytes[at] = byte;
          expect(await isReadOrRefused(bytes)).toBe(true);
          expect(await isReadOrRefused(bytes.slice(0, length))).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("is read or refused, whatever its XML is", async () => {
    const piece = fc.constantFrom(
      "<w:p>",
      "</w:p>",
      "<w:tc>",
      "</w:tc>",
      "<w:tr>",
      "<w:tbl>",
      "<w:t/>",
      '<a b=">',
      "&#9;",
      "x",
      "<!--",
      "-->",
      "<",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        expect(await isReadOrRefused(zipOf({ "word/document.xml": pieces.join("") }))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

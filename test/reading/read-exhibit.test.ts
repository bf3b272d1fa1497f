import { createHash } from "node:crypto";
import { degrees, PDFDocument, StandardFonts } from "pdf-lib";
import { afterAll, describe, expect, it } from "vitest";
import type { Bytes } from "#core/model/bytes.ts";
import type { PageWord } from "#core/model/page.ts";
import { nodePlatform } from "../../src-main/cli/reading-on-node.ts";
import { toPackPart } from "../../src-renderer/reading/pack-part.ts";
import { pageImage } from "../../src-renderer/reading/page-image.ts";
import type { Raster } from "../../src-renderer/reading/platform.ts";
import { type ReadingProgress, type ReadOptions, readExhibit } from "../../src-renderer/reading/read-exhibit.ts";
import { day } from "../day.ts";
import { ascii, letterCanvas, withExif } from "./made.ts";

const platform = nodePlatform();
afterAll(() => platform.close());

const options = { today: day("2026-01-01") };
const read = (bytes: Bytes, more: Partial<ReadOptions> = {}) =>
  readExhibit([{ name: "letter", bytes }], platform, { ...options, ...more });
const codes = (exhibit: Awaited<ReturnType<typeof read>>) => exhibit.problems.map((problem) => problem.code);

const jpeg = () => new Uint8Array(letterCanvas().toBuffer("image/jpeg"));

/** A born-digital letter of some pages, with enough words to be its own text. */
async function pdf(
  pages: number,
  prepare: (document: PDFDocument) => void = () => {},
  useObjectStreams = true,
): Promise<Bytes> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= pages; number += 1) {
    const page = document.addPage([595, 842]);
    page.drawText("Date: 7 March 2024", { x: 59.5, y: 757.8, size: 12, font });
    for (let line = 0; line < 8; line += 1)
      page.drawText(`Page ${number}: you must pay £38.25 every week until told otherwise.`, {
        x: 60,
        y: 600 - line * 20,
        size: 12,
        font,
      });
  }
  prepare(document);
  return new Uint8Array(await document.save({ useObjectStreams }));
}

describe("a PDF's own text", () => {
  it("is read with boxes on the upright page", async () => {
    const exhibit = await read(await pdf(2));
    const word = exhibit.pages[0]?.words.find(({ text }) => text === "2024");
    expect(exhibit).toMatchObject({ type: "pdf", textSource: "layer", problems: [] });
    expect(exhibit.letter.letterDate).toBe("2024-03-07");
    expect(word?.box.left).toBeCloseTo((59.5 + 78) / 595, 1);
    expect(word?.box.top).toBeCloseTo((842 - 757.8 - 10) / 842, 2);
  });

  it.each([90, 180, 270])("has its boxes turned with a page that is turned by %i degrees", async (angle) => {
    const turned = await read(await pdf(1, (document) => document.getPage(0).setRotation(degrees(angle))));
    const page = turned.pages[0];
    const box = page?.words.find(({ text }) => text === "Date:")?.box;
    const sideways = angle !== 180;
    expect([page?.width, page?.height]).toEqual(sideways ? [842, 595] : [595, 842]);
    const expected = { 90: [1 - 0.1, 0.1], 180: [1 - 0.1, 1 - 0.1], 270: [0.1, 1 - 0.1] }[angle] ?? [];
    expect((box?.left ?? 0) + (box?.width ?? 0) / 2).toBeCloseTo(expected[0] ?? 0, 0.8);
    expect((box?.top ?? 0) + (box?.height ?? 0) / 2).toBeCloseTo(expected[1] ?? 0, 0.8);
  });

  it("is measured on the part of the page that is shown", async () => {
    const cropped = await read(await pdf(1, (document) => document.getPage(0).setCropBox(59.5, 421, 535.5, 421)));
    const box = cropped.pages[0]?.words.find(({ text }) => text === "Date:")?.box;
    expect(cropped.pages[0]).toMatchObject({ width: 535.5, height: 421 });
    expect(box?.left).toBeCloseTo(0, 2);
    expect(box?.top).toBeCloseTo((842 - 757.8 - 10) / 421, 1);
  });
});

it("gives the pages that arrived of a PDF that was cut off, and says so", async () => {
  const whole = await pdf(2, undefined, false);
  const text = Buffer.from(whole).toString("latin1");
  const catalog = /\d+ 0 obj\s*<<\s*\/Type \/Catalog[\s\S]*?endobj/.exec(text)?.[0] ?? "";
  const cutOff = ascii(text.replace(catalog, "").slice(0, text.lastIndexOf("endobj") - catalog.length));
  const exhibit = await read(cutOff);
  expect(codes(exhibit)).toEqual(["pdf-page-damaged"]);
  expect(exhibit.pages[1]?.words.map((word) => word.text)).toContain("otherwise.");
  const part = await toPackPart({ name: "a.pdf", bytes: cutOff }, "pdf", exhibit.pages, platform);
  expect(part).toMatchObject({ kind: "images", images: [{}, {}] });
});

describe("pictures of letters", () => {
  it("are read by OCR, with the words where they stand", async () => {
    const { pages, textSource, letter } = await read(jpeg());
    const word = pages[0]?.words.find(({ text }) => text === "2024");
    expect(textSource).toBe("ocr");
    expect(letter.letterDate).toBe("2024-03-07");
    expect(letter.caseReference).toBe("121900344518");
    expect(word?.box.top).toBeGreaterThan(0.13);
    expect((word?.box.top ?? 1) + (word?.box.height ?? 1)).toBeLessThan(0.18);
  });

  it("are turned as the camera says", async () => {
    const exhibit = await read(withExif(new Uint8Array(turnedCanvas().toBuffer("image/jpeg")), 6));
    expect(exhibit.pages[0]).toMatchObject({ width: 1240, height: 1754 });
    expect(exhibit.letter.letterDate).toBe("2024-03-07");
  });

  it.each([1, 2, 3] as const)(
    "turned anticlockwise by %i quarters without a word from the camera come upright, words and all",
    async (quarters) => {
      const bytes = new Uint8Array(turnedCanvas(quarters).toBuffer("image/png"));
      const exhibit = await read(bytes);
      const [page] = exhibit.pages;
      const word = page?.words.find(({ text }) => text === "2024");
      expect(page).toMatchObject({ width: 1240, height: 1754, quarterTurns: quarters });
      expect(exhibit.letter).toMatchObject({ letterDate: "2024-03-07", caseReference: "121900344518" });
      expect(word?.box.left).toBeCloseTo(0.22, 1);
      expect(word?.box.top).toBeCloseTo(0.15, 1);
      expect(exhibit.letter.mentions[0]?.boxes[0]?.top).toBeCloseTo(0.15, 1);
      const file = { name: "a.png", bytes };
      const shown = await pageImage(file, "png", 1, platform, { width: 620, quarterTurns: page?.quarterTurns });
      expect([shown.width, shown.height]).toEqual([620, 877]);
      expect(inkAt(shown, word)).toBeGreaterThan(0.1);
      const part = await toPackPart(file, "png", exhibit.pages, platform);
      expect(part).toMatchObject({ kind: "images", images: [{ width: 1240, height: 1754 }] });
    },
  );

  it("are left as they are where the print is upright already", async () => {
    const { pages } = await read(jpeg());
    expect(pages[0]?.quarterTurns ?? 0).toBe(0);
  });

  it("of no letter at all give no words, and their page is kept", async () => {
    const canvas = letterCanvas(1000, []);
    const context = canvas.getContext("2d");
    for (let at = 0; at < 400; at += 1) {
      context.fillStyle = `hsl(${(at * 47) % 360}, 60%, ${(at * 31) % 70}%)`;
      context.beginPath();
      context.arc((at * 211) % 1000, (at * 397) % 1414, 20 + ((at * 13) % 90), 0, 7);
      context.fill();
    }
    const exhibit = await read(new Uint8Array(canvas.toBuffer("image/jpeg")));
    expect(codes(exhibit)).toEqual(["text-not-read"]);
    expect(exhibit.pages).toMatchObject([{ width: 1000, height: 1414, words: [] }]);
  });

  it("of one letter are its pages in the order given", async () => {
    const second = letterCanvas(1240, ["Page two", "Yours sincerely", "9 June 2023 was the last day"]);
    const seen: ReadingProgress[] = [];
    const files = [
      { name: "1.jpg", bytes: jpeg() },
      { name: "2.png", bytes: new Uint8Array(second.toBuffer("image/png")) },
    ];
    const exhibit = await readExhibit(files, platform, { ...options, onProgress: (progress) => seen.push(progress) });
    expect(exhibit.pages.map((page) => page.number)).toEqual([1, 2]);
    expect(exhibit.files.map((file) => [file.type, file.pageCount])).toEqual([
      ["jpeg", 1],
      ["png", 1],
    ]);
    expect(exhibit.pages[1]?.words.map((word) => word.text)).toContain("sincerely");
    expect(seen.at(-1)).toMatchObject({ pagesDone: 2, pagesKnown: 2, letterDate: "2024-03-07" });
  });
});

/** The letter turned anticlockwise by quarters, as a camera held sideways stores it. */
function turnedCanvas(quarters = 1) {
  const upright = letterCanvas();
  const canvas = letterCanvas();
  if (quarters % 2 === 1) [canvas.width, canvas.height] = [upright.height, upright.width];
  const context = canvas.getContext("2d");
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((-quarters * Math.PI) / 2);
  context.drawImage(upright, -upright.width / 2, -upright.height / 2);
  return canvas;
}

/** How much of a word's box is ink in a picture. */
function inkAt({ width, height, data }: Raster, word: PageWord | undefined): number {
  if (word === undefined) return 0;
  const { left, top } = word.box;
  const [right, bottom] = [left + word.box.width, top + word.box.height];
  let ink = 0;
  let all = 0;
  for (let y = Math.floor(top * height); y < bottom * height; y += 1) {
    for (let x = Math.floor(left * width); x < right * width; x += 1) {
      all += 1;
      if ((data[(y * width + x) * 4] ?? 255) < 128) ink += 1;
    }
  }
  return ink / Math.max(1, all);
}

describe("files that can't be read", () => {
  it("are named, and the others of the letter go on", async () => {
    const files = [
      { name: "a", bytes: new Uint8Array() },
      { name: "b", bytes: ascii("MZ\x90") },
      { name: "c", bytes: ascii("Date: 7 March 2024") },
    ];
    const exhibit = await readExhibit(files, platform, options);
    expect(codes(exhibit)).toEqual(["file-empty", "file-program"]);
    expect(exhibit.files.map((file) => file.type)).toEqual([null, null, "text"]);
    expect(exhibit.letter.letterDate).toBe("2024-03-07");
  });

  it("keep their fingerprint", async () => {
    const bytes = ascii("Date: 7 March 2024");
    expect((await read(bytes)).files[0]?.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  });

  it("are damaged where nothing can be made of them", async () => {
    expect(codes(await read(ascii("%PDF-1.7\nnothing more")))).toEqual(["file-damaged"]);
    expect(codes(await read(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 2)))).toEqual(["file-damaged"]);
  });

  it("are said to be cut short where a part of them can be shown", async () => {
    const whole = jpeg();
    expect(codes(await read(whole.slice(0, whole.length - 2000)))).toContain("pdf-page-damaged");
  });

  it("run out of time alone, and keep their pages' places", async () => {
    const exhibit = await read(jpeg(), { limitMillis: 60 });
    expect(codes(exhibit)).toEqual(["reading-timed-out"]);
  });

  it("stop when the person says so", async () => {
    const person = new AbortController();
    const reading = read(jpeg(), { signal: person.signal });
    setTimeout(() => person.abort(), 50);
    await expect(reading).rejects.toMatchObject({ code: "reading-stopped" });
  });
});

describe("parts of a pack", () => {
  it("are PDFs as they are, byte for byte", async () => {
    const bytes = await pdf(1);
    expect(await toPackPart({ name: "a.pdf", bytes }, "pdf", [], platform)).toMatchObject({ kind: "pdf", bytes });
  });

  it("are pictures without the camera's notes", async () => {
    const part = await toPackPart({ name: "a.jpg", bytes: withExif(jpeg(), 3) }, "jpeg", [], platform);
    if (part.kind !== "images") throw new Error("a photograph is a page image");
    expect(part.images[0]).toMatchObject({ width: 1240, height: 1754 });
    expect(Buffer.from(part.images[0]?.jpeg ?? []).includes("Exif")).toBe(false);
  });

  it("say by name what can't be shown", async () => {
    expect(await toPackPart({ name: "a", bytes: ascii("MZ") }, null, [], platform)).toEqual({
      kind: "refused",
      name: "a",
      problem: "file-program",
    });
  });
});

it("draws any page for the screen, about as wide as asked", async () => {
  const picture = await pageImage({ name: "a.pdf", bytes: await pdf(2) }, "pdf", 2, platform, { width: 400 });
  expect([picture.width, picture.height]).toEqual([400, 566]);
});

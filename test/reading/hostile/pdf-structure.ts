import { PDFDocument, StandardFonts } from "pdf-lib";
import type { Bytes } from "#core/model/bytes.ts";
import { ascii, joined } from "../made.ts";
import { type HostileCase, orTooSlow, reads, refused } from "./case.ts";
import { deflateBomb, letterContents, letterObjects, letterPdf } from "./pdf-writer.ts";

const page = (more: string) => `<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>${more}>>`;
const boxed =
  (box: string, more = "") =>
  () =>
    letterPdf({ 3: page(`/MediaBox${box}${more}`) });

/** PDFs whose skeleton is odd: locks, loops, tables of contents, page lists, boxes, nesting. */
export const pdfStructure: readonly HostileCase[] = [
  refused(
    "a PDF that needs a password",
    () => locked({ userPassword: "open sesame", ownerPassword: "x" }),
    "pdf-password",
  ),
  reads("a PDF that opens without its owner's password", () => locked({ ownerPassword: "owner" })),
  reads("a page list that holds itself", () => letterPdf({ 2: "<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>" }), [
    "pdf-page-damaged",
  ]),
  refused(
    "a page list of nothing but itself",
    () => letterPdf({ 2: "<</Type/Pages/Kids[2 0 R]/Count 3>>" }),
    "pdf-page-damaged",
  ),
  reads(
    "two page lists that hold each other",
    () =>
      letterPdf({
        2: "<</Type/Pages/Kids[3 0 R 6 0 R]/Count 3>>",
        6: "<</Type/Pages/Parent 2 0 R/Kids[7 0 R]/Count 1>>",
        7: "<</Type/Pages/Parent 6 0 R/Kids[6 0 R]/Count 1>>",
      }),
    ["pdf-page-damaged"],
  ),
  reads("pages that are their own parents", () => letterPdf({ 2: "<</Type/Pages/Parent 2 0 R/Kids[3 0 R]/Count 1>>" })),
  reads("outlines that loop", () =>
    letterPdf({
      1: "<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R>>",
      6: "<</First 7 0 R/Last 7 0 R/Count 1>>",
      7: "<</Title(a)/Parent 6 0 R/Next 7 0 R/First 6 0 R>>",
    }),
  ),
  reads("a table of contents that follows itself", prevLoop),
  reads("a name tree that loops", () =>
    letterPdf({ 1: "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 6 0 R>>>>", 6: "<</Kids[6 0 R]>>" }),
  ),
  reads("a stream whose length is itself", () =>
    letterPdf({ 4: { dict: "", stream: letterContents(), length: "4 0 R" } }),
  ),
  reads("a stream that says it is 4 GB long", () =>
    letterPdf({ 4: { dict: "", stream: letterContents(), length: "4294967295" } }),
  ),
  reads("contents that are a list of themselves", () =>
    letterPdf({ 3: page("/MediaBox[0 0 595 842]"), 4: "[4 0 R 6 0 R]", 6: { dict: "", stream: letterContents() } }),
  ),
  reads("offsets that are all wrong", () => letterPdf({}, { shift: 7 })),
  reads("no table of contents at all", () => letterPdf({}, { startxref: null }), ["pdf-page-damaged"]),
  reads("a table of contents said to be far past the end", () => letterPdf({}, { startxref: 2 ** 40 })),
  reads("a table of contents said to be before the start", () => letterPdf({}, { startxref: -5 })),
  reads("objects that never end", () => letterPdf({}, { endobj: "" })),
  reads("a trailer with a million entries", () => letterPdf({}, { trailer: "/A 1".repeat(1_000_000) })),
  reads("a million object numbers that nobody uses", () => letterPdf({ 999999: "null" })),
  refused("a catalogue that is a number", () => letterPdf({ 1: "42" }), "file-damaged"),
  refused("an unpacking bomb as its table of contents", xrefBomb, "file-damaged"),
  orTooSlow(
    refused(
      "a header and 1 MB of page lists cut off",
      () => joined(ascii("%PDF-1.7\n1 0 obj\n"), ascii(`${"<</Type/Pages ".repeat(70_000)}/Parent`)),
      "pdf-page-damaged",
    ),
  ),
  orTooSlow(
    refused(
      "a header and 1 MB of objects' beginnings",
      () => joined(ascii("%PDF-1.7\n"), ascii("1 0 obj<<".repeat(110_000))),
      "file-damaged",
    ),
  ),
  reads("a page 14 million points wide", boxed("[0 0 14400000 842]")),
  reads("a page of no size", boxed("[0 0 0 0]")),
  reads("a page upside down and back to front", boxed("[595 842 0 0]")),
  reads("a page whose box is words", boxed("[(a)/b null true]")),
  refused("a page box of infinite numbers", boxed(`[0 0 ${"9".repeat(400)} ${"9".repeat(400)}]`), "pdf-page-damaged"),
  reads("a page with a unit of a billion", boxed("[0 0 595 842]", "/UserUnit 1000000000")),
  reads("a page with a unit of nothing", boxed("[0 0 595 842]", "/UserUnit 0")),
  reads("a page turned by 45 degrees", boxed("[0 0 595 842]", "/Rotate 45")),
  reads("a cropping box away from the page", boxed("[0 0 595 842]", "/CropBox[9000 9000 9100 9100]")),
  refused(
    "a list 100,000 deep",
    () => letterPdf({ 1: `<</Type/Catalog/Pages 2 0 R/A ${"[".repeat(100_000)}>>` }),
    "file-damaged",
  ),
  reads("a dictionary 100,000 deep that nobody asks for", () => letterPdf({ 6: "<</A ".repeat(100_000) })),
  reads("names with odd escapes", () =>
    letterPdf({
      3: "<</Type/P#61ge/Parent 2 0 R/Medi#61Box[0 0 595 842]/#43ontents 4 0 R/Resources<</Font<</#46#zz 5 0 R/F 5 0 R/#00 5 0 R/#2F#2f 5 0 R>>>>>>",
    }),
  ),
  refused(
    "a list of pages that says ten thousand million",
    () => letterPdf({ 2: "<</Type/Pages/Kids[]/Count 9999999999>>" }),
    "file-damaged",
  ),
  refused(
    "a number of pages below nothing",
    () => letterPdf({ 2: "<</Type/Pages/Kids[3 0 R]/Count -1>>" }),
    "file-damaged",
  ),
  reads("one page said to be a thousand million", () =>
    letterPdf({ 2: "<</Type/Pages/Kids[3 0 R]/Count 1000000000>>" }),
  ),
  refused("a PDF of no pages", () => letterPdf({ 2: "<</Type/Pages/Kids[]/Count 0>>" }), "file-damaged"),
  orTooSlow(reads("ten thousand pages", () => manyPages(10_000), ["text-too-long"])),
];

/** Cut off after so many tenths: what comes out depends on where, but never more than "damaged" and words. */
export function cutOff(tenths: number): Bytes {
  const whole = letterPdf();
  return whole.slice(0, Math.round((whole.length * tenths) / 10));
}

async function locked(passwords: { userPassword?: string; ownerPassword: string }): Promise<Bytes> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const sheet = document.addPage([595, 842]);
  sheet.drawText("Date: 7 March 2024", { x: 60, y: 780, size: 12, font });
  for (let line = 0; line < 8; line += 1)
    sheet.drawText("You must pay 38.25 every week until told otherwise.", {
      x: 60,
      y: 700 - line * 20,
      size: 12,
      font,
    });
  await document.encrypt({ ...passwords, permissions: { printing: false } });
  return new Uint8Array(await document.save());
}

/** Prev leads to the very table that names it. */
function prevLoop(): Bytes {
  const plain = Buffer.from(letterPdf()).toString("latin1");
  const at = plain.lastIndexOf("xref\n0 ");
  return ascii(plain.replace("/Size 6>>", `/Size 6/Prev ${at}>>`));
}

function xrefBomb(): Bytes {
  const head = ascii("%PDF-1.7\n");
  const bomb = deflateBomb(2048, "\0");
  const dict = `<</Type/XRef/Root 1 0 R/Size 6/W[1 2 1]/Filter/FlateDecode/Length ${bomb.length}>>`;
  return joined(head, ascii(`6 0 obj\n${dict}\nstream\n`), bomb, ascii("\nendstream\nendobj\nstartxref\n9\n%%EOF\n"));
}

function manyPages(count: number): Bytes {
  const ids = Array.from({ length: count }, (_, at) => 10 + at);
  const pages = Object.fromEntries(ids.map((id) => [id, letterObjects[3] ?? ""]));
  return letterPdf({ 2: `<</Type/Pages/Kids[${ids.map((id) => `${id} 0 R`).join(" ")}]/Count ${count}>>`, ...pages });
}

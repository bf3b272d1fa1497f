import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createCanvas } from "@napi-rs/canvas";
import { PDFDocument, StandardFonts } from "pdf-lib";

const lines = [
  "Child Maintenance Service 21, Mail Handling Site A, Wolverhampton WV98 2BU",
  "Date: 14 September 2026          Your reference: 121000000000",
  "Dear Ms Example",
  "We wrote to you on 3 August 2026 about the payment that was due on 17 July.",
  "You must tell us by 5 October 2026 if your income has changed by 25% or more.",
  "From 19 October 2026 the amount will be £61.40 a week.",
  "You can ask us to look at this again within one month of the date of this letter.",
];

/** Pages of typed letters as pictures of A4 at 300 dpi; returns their paths. */
export async function makePictures(folder: string, count: number): Promise<readonly string[]> {
  const paths: string[] = [];
  for (let page = 1; page <= count; page += 1) {
    const canvas = createCanvas(2480, 3508);
    const context = canvas.getContext("2d");
    context.fillStyle = "white";
    context.fillRect(0, 0, 2480, 3508);
    context.fillStyle = "black";
    context.font = "46px 'Open Sans', 'DejaVu Sans', sans-serif";
    for (let line = 0; line < 35; line += 1) {
      context.fillText(`${lines[(line + page) % lines.length]}`, 220, 320 + line * 84);
    }
    const path = join(folder, `page-${page}.png`);
    await writeFile(path, canvas.toBuffer("image/png"));
    paths.push(path);
  }
  return paths;
}

/** PDFs of typed letters with a text layer; returns their paths. */
export async function makePdfs(folder: string, files: number, pages: number): Promise<readonly string[]> {
  const paths: string[] = [];
  for (let file = 1; file <= files; file += 1) {
    const pdf = await PDFDocument.create();
    const font = await pdf.embedFont(StandardFonts.Helvetica);
    const count = Math.floor((pages * file) / files) - Math.floor((pages * (file - 1)) / files);
    for (let page = 0; page < count; page += 1) {
      const sheet = pdf.addPage([595.28, 841.89]);
      for (let line = 0; line < 35; line += 1) {
        sheet.drawText(`${lines[(line + page + file) % lines.length]}`, { x: 50, y: 780 - line * 20, size: 10, font });
      }
    }
    const path = join(folder, `letter-${file}.pdf`);
    await writeFile(path, await pdf.save());
    paths.push(path);
  }
  return paths;
}

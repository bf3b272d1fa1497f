import { PDFDocument, type PDFFont, type PDFPage, rgb } from "pdf-lib";
import type { Bytes } from "#core/model/bytes.ts";
import { fontEngine } from "#core/pack/page/font-engine.ts";

const a4 = { width: 595.28, height: 841.89 } as const;
const margin = 64;
const ink = rgb(0.1, 0.1, 0.1);
const faint = rgb(0.6, 0.6, 0.6);

/** points: from one row of words to the next, and of the line under each */
const rowHeight = 44;
const wordSize = 15;

/**
 * The recovery sheet as a PDF of one page: 24 numbered words in two columns, large enough to be typed from by tired eyes.
 * Nothing on it, nor in its properties, says what the words open, who made it or when.
 */
export async function drawRecoverySheet(
  words: readonly string[],
  fonts: { readonly regular: Bytes; readonly bold: Bytes },
): Promise<Bytes> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit(fontEngine);
  const regular = await document.embedFont(fonts.regular, { subset: true });
  const bold = await document.embedFont(fonts.bold, { subset: true });
  const page = document.addPage([a4.width, a4.height]);
  page.drawText("Keep this sheet safe", { x: margin, y: a4.height - 96, size: 24, font: bold, color: ink });
  page.drawText("Read down the left column first, then the right one.", {
    x: margin,
    y: a4.height - 124,
    size: 11,
    font: regular,
    color: ink,
  });
  const rows = Math.ceil(words.length / 2);
  for (const [at, word] of words.entries()) {
    const column = at < rows ? 0 : 1;
    const top = a4.height - 182 - (at % rows) * rowHeight;
    drawWord(page, { number: at + 1, word, x: margin + column * 250, y: top }, { regular, bold });
  }
  document.setTitle("Sheet");
  document.setLanguage("en-GB");
  return new Uint8Array(await document.save());
}

interface PlacedWord {
  readonly number: number;
  readonly word: string;
  readonly x: number;
  readonly y: number;
}

function drawWord(
  page: PDFPage,
  { number, word, x, y }: PlacedWord,
  { regular, bold }: { readonly regular: PDFFont; readonly bold: PDFFont },
): void {
  const label = String(number);
  const size = 11;
  page.drawText(label, { x: x + 18 - regular.widthOfTextAtSize(label, size), y, size, font: regular, color: ink });
  page.drawText(word, { x: x + 30, y, size: wordSize, font: bold, color: ink });
  page.drawLine({ start: { x: x + 30, y: y - 7 }, end: { x: x + 210, y: y - 7 }, thickness: 0.5, color: faint });
}

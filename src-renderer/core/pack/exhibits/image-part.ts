import type { PDFDocument } from "pdf-lib";
import type { PageImage, PageText } from "../../model/page.ts";
import { Problem } from "../../problems.ts";
import { exhibitArea } from "../page/paper.ts";
import { multiply, place } from "../page/placement.ts";
import { drawPicture } from "../page/sheet.ts";
import { tagUnder } from "../page/tag.ts";
import { drawHiddenWords } from "./hidden-words.ts";
import { cleanJpeg } from "./jpeg.ts";
import { jpegFacts } from "./jpeg-facts.ts";
import type { MadeSheet } from "./made-sheet.ts";

/** Pictures are shown at least this fine, so that a small one isn't blown up into a blur. */
const leastDotsPerInch = 130;

/**
 * A picture as a page of the pack, with the words read off it laid over it unseen.
 * @throws {Problem} `file-damaged` where the bytes aren't a JPEG picture
 */
export function imageSheet(
  target: PDFDocument,
  image: PageImage,
  text: PageText | undefined,
  sourcePage: number,
): MadeSheet {
  const facts = jpegFacts(image.jpeg);
  if (facts === null) throw new Problem("file-damaged");
  const points = 72 / leastDotsPerInch;
  const { width, height } = facts;
  const placement = place(
    { box: { left: 0, bottom: 0, right: width, top: height }, rotate: 0, unit: points },
    exhibitArea,
  );
  const picture = target.context.register(
    target.context.stream(cleanJpeg(image.jpeg), {
      Type: "XObject",
      Subtype: "Image",
      Width: width,
      Height: height,
      ColorSpace: colourSpaces[facts.components],
      BitsPerComponent: 8,
      Filter: "DCTDecode",
      ...(facts.components === 4 ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {}),
    }),
  );
  const words = text?.words ?? [];
  return {
    sourcePage,
    words: words.map((word) => word.text),
    draw: (sheet, parent, alt) => {
      const matrix = multiply([width, 0, 0, height, 0, 0], placement.source);
      drawPicture(sheet, picture, matrix, tagUnder(parent, "Figure", { alt }));
      if (words.length > 0) drawHiddenWords(sheet, words, placement, tagUnder(parent, "P"));
    },
  };
}

const colourSpaces = { 1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK" } as const;

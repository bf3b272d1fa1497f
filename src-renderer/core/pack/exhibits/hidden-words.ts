import type { PageWord } from "../../model/page.ts";
import { multiply, type Placement } from "../page/placement.ts";
import { drawOperators, fontNames, number, type Sheet } from "../page/sheet.ts";
import type { Tag } from "../page/tag.ts";

/** Where in its box a word's baseline stands, and how much of the box's height its letters are set in. */
const baselineShare = 0.22;

/**
 * Lays the words that were read off a picture over it, unseen, each one as wide as it is in the picture: so a pack
 * of scans can be searched, and what is found is marked in the right place.
 */
export function drawHiddenWords(sheet: Sheet, words: readonly PageWord[], placement: Placement, tag: Tag): void {
  const lines = words.flatMap((word) => hiddenWord(sheet, word, placement));
  if (lines.length > 0) drawOperators(sheet, `q BT 3 Tr\n${lines.join("\n")}\nET Q`, tag);
}

function hiddenWord(sheet: Sheet, word: PageWord, placement: Placement): readonly string[] {
  const text = sheet.typeface.printable(word.text).trim();
  const { left, top, width, height } = word.box;
  const size = Math.max(1, height * placement.height);
  const natural = sheet.typeface.measure(text, "regular", size);
  if (text === "" || natural <= 0 || !(width > 0) || !Number.isFinite(size)) return [];
  const x = left * placement.width;
  const y = (1 - top - height) * placement.height + size * baselineShare;
  const stretch = (width * placement.width) / natural;
  const matrix = multiply([stretch, 0, 0, 1, x, y], placement.upright).map(number).join(" ");
  return [`/${fontNames.regular} ${number(size)} Tf ${matrix} Tm <${sheet.typeface.encode(text, "regular")}> Tj`];
}

import type { PDFDocument, PDFFont, PDFRef } from "pdf-lib";
import type { PackFonts } from "../order.ts";
import { fontEngine } from "./font-engine.ts";

/** The cuts of the shipped typeface that packs use. */
export type Weight = "regular" | "bold" | "italic";
export const weights: readonly Weight[] = ["regular", "bold", "italic"];

/**
 * The typeface of one pack: measures and encodes text a character at a time, so that there are no ligatures and
 * no shaping between what is printed and what can be copied out again.
 */
export interface Typeface {
  /** Width in points. Text must be printable first. */
  measure(text: string, weight: Weight, size: number): number;
  /** Hexadecimal glyph codes for a Tj operator. */
  encode(text: string, weight: Weight): string;
  /** The same text with only characters that the typeface has; others become a near one, or a lozenge. */
  printable(text: string): string;
  readonly refs: Readonly<Record<Weight, PDFRef>>;
}

/** Embeds the typeface, to be cut down to the glyphs used when the document is saved. */
export async function embedTypeface(document: PDFDocument, fonts: PackFonts): Promise<Typeface> {
  document.registerFontkit(fontEngine);
  const embed = (bytes: Uint8Array, name: string) =>
    document.embedFont(bytes, { subset: true, customName: name, features: plain });
  const regular = await embed(fonts.regular, "FOLIOA+OpenSans-Regular");
  const bold = await embed(fonts.bold, "FOLIOB+OpenSans-Bold");
  const italic = await embed(fonts.italic, "FOLIOC+OpenSans-Italic");
  // An empty subset can't be written: every cut holds at least the space.
  for (const font of [regular, bold, italic]) font.encodeText(" ");
  const glyphs = { regular: glyphTable(regular), bold: glyphTable(bold), italic: glyphTable(italic) };
  const has = new Set(regular.getCharacterSet());
  return {
    measure: (text, weight, size) => {
      let width = 0;
      for (const character of text) width += glyphs[weight](character).width;
      return width * size;
    },
    encode: (text, weight) => {
      let hex = "";
      for (const character of text) hex += glyphs[weight](character).hex;
      return hex;
    },
    printable: (text) => printable(text, has),
    refs: { regular: regular.ref, bold: bold.ref, italic: italic.ref },
  };
}

const plain = { liga: false, kern: false, clig: false, calt: false };

interface Glyph {
  readonly hex: string;
  /** of one em */
  readonly width: number;
}

function glyphTable(font: PDFFont): (character: string) => Glyph {
  const known = new Map<string, Glyph>();
  return (character) => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const hex = font.encodeText(character).toString().slice(1, -1);
    const glyph = { hex, width: font.widthOfTextAtSize(character, 1) };
    known.set(character, glyph);
    return glyph;
  };
}

/** Characters with an everyday equal that the typeface does have. */
const equals: Readonly<Record<string, string>> = {
  "\u00a0": " ",
  "\u202f": " ",
  "\u2009": " ",
  "\u2007": " ",
  "\u2010": "-",
  "\u2011": "-",
  "\u2192": "->",
  "\u2190": "<-",
  "\u25a0": "\u2022",
  "\u25aa": "\u2022",
  "\u25cf": "\u2022",
  "\u2713": "yes",
  "\u2714": "yes",
  "\t": "    ",
};

/** Control, format and variation characters print as nothing. */
const unseen = /[\p{Cc}\p{Cf}]|\p{Variation_Selector}/u;

function printable(text: string, has: ReadonlySet<number>): string {
  let plainText = "";
  for (const character of text.normalize("NFC")) plainText += printableCharacter(character, has);
  return plainText;
}

function printableCharacter(character: string, has: ReadonlySet<number>): string {
  const equal = equals[character];
  if (equal !== undefined) return equal;
  if (unseen.test(character)) return "";
  const code = character.codePointAt(0) ?? 0;
  if (has.has(code) && code !== 0xfffd) return character;
  const apart = [...character.normalize("NFKD")].filter((piece) => has.has(piece.codePointAt(0) ?? 0)).join("");
  return apart === "" ? "\u25ca" : apart.replaceAll("\ufffd", "\u25ca");
}

import { PDFArray, PDFDict, PDFName, PDFNumber } from "pdf-lib";
import { Encodings, type EncodingType } from "pdf-lib/standard-fonts";

/** What a code of a simple font stands for. */
export interface GlyphCode {
  readonly name: string;
  /** the character, or null where the name is only the font's own */
  readonly character: string | null;
}

/** The 256 codes of a simple font: its base encoding with its own differences. Codes without a glyph are null. */
export function glyphCodes(font: PDFDict, family: "text" | "symbol" | "dingbats"): readonly (GlyphCode | null)[] {
  const encoding = font.lookup(PDFName.of("Encoding"));
  const codes = [...baseCodes(baseName(font, encoding), family)];
  const differences = encoding instanceof PDFDict ? encoding.lookup(PDFName.of("Differences")) : undefined;
  if (!(differences instanceof PDFArray)) return codes;
  let code = 0;
  for (let position = 0; position < differences.size(); position++) {
    const entry = differences.lookup(position);
    if (entry instanceof PDFNumber) code = entry.asNumber();
    else if (entry instanceof PDFName && code >= 0 && code < 256) {
      const name = entry.decodeText();
      codes[code++] = { name, character: characterNamed(name) };
    }
  }
  return codes;
}

function baseName(font: PDFDict, encoding: unknown): string {
  if (encoding instanceof PDFName) return encoding.decodeText();
  const base = encoding instanceof PDFDict ? encoding.lookup(PDFName.of("BaseEncoding")) : undefined;
  if (base instanceof PDFName) return base.decodeText();
  const subtype = font.lookup(PDFName.of("Subtype"));
  return subtype instanceof PDFName && subtype.decodeText() === "TrueType" ? "WinAnsiEncoding" : "StandardEncoding";
}

function baseCodes(name: string, family: "text" | "symbol" | "dingbats"): readonly (GlyphCode | null)[] {
  if (family === "symbol") return fromTable(Encodings.Symbol);
  if (family === "dingbats") return fromTable(Encodings.ZapfDingbats);
  if (name === "WinAnsiEncoding") return fromTable(Encodings.WinAnsi);
  const upper = name === "MacRomanEncoding" ? macUpper : standardUpper;
  const characters = Array.from({ length: 256 }, (_, code) => lowerOrUpper(code, upper, name));
  return characters.map((character) => (character === null ? null : { name: nameOf(character), character }));
}

function lowerOrUpper(code: number, upper: string, name: string): string | null {
  if (code < 32 || code === 127) return null;
  if (code < 127) {
    if (name !== "MacRomanEncoding" && code === 0x27) return "\u2019";
    return name !== "MacRomanEncoding" && code === 0x60 ? "\u2018" : String.fromCharCode(code);
  }
  const character = [...upper][code - 128];
  return character === undefined || character === " " ? null : character;
}

/** MacRomanEncoding from 128 up. */
const macUpper =
  "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u2022ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/** StandardEncoding from 128 up; a space is a code without a glyph. */
const standardUpper = `${" ".repeat(33)}¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ \`´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—${" ".repeat(16)}Æ ª    ŁØŒº     æ   ı  łøœß    `;

function fromTable(table: EncodingType): readonly (GlyphCode | null)[] {
  const codes: (GlyphCode | null)[] = new Array(256).fill(null);
  for (const point of table.supportedCodePoints) {
    const { code, name } = table.encodeUnicodeCodePoint(point);
    if (codes[code] === null) codes[code] = { name, character: String.fromCodePoint(point) };
  }
  return codes;
}

const named: ReadonlyMap<string, string> = new Map(
  [Encodings.Symbol, Encodings.ZapfDingbats, Encodings.WinAnsi].flatMap((table) =>
    table.supportedCodePoints.map((point) => [table.encodeUnicodeCodePoint(point).name, String.fromCodePoint(point)]),
  ),
);

/** Names that the tables above don't hold. */
const moreNames: Readonly<Record<string, string>> = {
  fi: "ﬁ",
  fl: "ﬂ",
  ff: "ff",
  ffi: "ffi",
  ffl: "ffl",
  wcircumflex: "ŵ",
  Wcircumflex: "Ŵ",
  ycircumflex: "ŷ",
  Ycircumflex: "Ŷ",
  lslash: "ł",
  Lslash: "Ł",
  dotlessi: "ı",
  nbspace: "\u00a0",
  sfthyphen: "\u00ad",
  Euro: "€",
  middot: "·",
};

/** The character a glyph name means, by Adobe's rules for names; null for a font's own names. */
function characterNamed(name: string): string | null {
  const known = named.get(name) ?? moreNames[name];
  if (known !== undefined) return known;
  const hex = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))/.exec(name);
  const point = Number.parseInt(hex?.[1] ?? hex?.[2] ?? "", 16);
  if (point > 0 && point < 0x110000) return String.fromCodePoint(point);
  const stem = name.split(".")[0] ?? "";
  return stem !== name && stem !== "" ? characterNamed(stem) : null;
}

function nameOf(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return Encodings.WinAnsi.canEncodeUnicodeCodePoint(point) ? Encodings.WinAnsi.encodeUnicodeCodePoint(point).name : "";
}

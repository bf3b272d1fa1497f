import fontkit from "@pdf-lib/fontkit";
import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, type PDFRef } from "pdf-lib";
import { Font as Metrics } from "pdf-lib/standard-fonts";
import type { PackFonts } from "../order.ts";
import type { Weight } from "../page/typeface.ts";
import type { FontStandIn } from "./copier.ts";
import { type GlyphCode, glyphCodes } from "./glyph-codes.ts";
import { type Outlines, outline, round } from "./glyph-outline.ts";

/**
 * Stand-ins for fonts that an exhibit names but doesn't hold, so that it looks the same on every computer and can be
 * archived: the pack's own typeface, each letter set to the missing font's own width, so that no line moves.
 *
 * They are Type 3 fonts, because only those can be made of outlines squeezed to foreign widths without writing a
 * font program. Fonts of more than 256 letters (Type 0) aren't replaced.
 */
export function fontStandIns(context: PDFContext, fonts: PackFonts): FontStandIn {
  const made = new Map<string, PDFRef>();
  const cuts = new Map<Weight, Cut>();
  const cut = (weight: Weight) => {
    const known = cuts.get(weight) ?? { outlines: fontkit.create(fonts[weight]), drawn: new Map() };
    cuts.set(weight, known);
    return known;
  };
  return (font) => {
    const name = missingFont(font);
    if (name === null) return null;
    const look = lookOf(name);
    const codes = glyphCodes(font, look.family);
    const widths = codes.map((code, position) => widthOf(font, position, code, look));
    const key = JSON.stringify([look.family, look.weight, codes.map((code) => code?.name ?? ""), widths]);
    const before = made.get(key);
    if (before !== undefined) return before;
    const ref = writeStandIn(context, { codes, widths, cut: cut(look.weight) });
    made.set(key, ref);
    return ref;
  };
}

/** A cut of the typeface and the glyph procedures made of it so far. */
interface Cut {
  readonly outlines: Outlines;
  readonly drawn: Map<string, PDFRef>;
}

interface Look {
  readonly family: "text" | "symbol" | "dingbats";
  readonly weight: Weight;
  readonly metrics: Metrics;
}

/** The name of a simple font whose program isn't in the file; null for every other font. */
function missingFont(font: PDFDict): string | null {
  const subtype = font.lookup(PDFName.of("Subtype"));
  if (!(subtype instanceof PDFName) || !["Type1", "TrueType", "MMType1"].includes(subtype.decodeText())) return null;
  const descriptor = font.lookup(PDFName.of("FontDescriptor"));
  const held =
    descriptor instanceof PDFDict &&
    ["FontFile", "FontFile2", "FontFile3"].some((key) => descriptor.has(PDFName.of(key)));
  if (held) return null;
  const name = font.lookup(PDFName.of("BaseFont"));
  return name instanceof PDFName ? name.decodeText().replace(/^[A-Z]{6}\+/, "") : "";
}

function lookOf(name: string): Look {
  const bold = /bold|black|heavy|demi/i.test(name);
  const slanted = /ital|obli/i.test(name);
  if (/^symbol/i.test(name)) return { family: "symbol", weight: "regular", metrics: Metrics.load("Symbol") };
  if (/dingbat/i.test(name)) return { family: "dingbats", weight: "regular", metrics: Metrics.load("ZapfDingbats") };
  const weight = bold ? "bold" : slanted ? "italic" : "regular";
  if (/cour|mono|typewriter|consol/i.test(name)) {
    return { family: "text", weight, metrics: Metrics.load(bold ? "Courier-Bold" : "Courier") };
  }
  if (/times|serif|roman|georgia|garamond|book|minion|palatino/i.test(name) && !/sans/i.test(name)) {
    const metrics = bold ? "Times-Bold" : slanted ? "Times-Italic" : "Times-Roman";
    return { family: "text", weight, metrics: Metrics.load(metrics) };
  }
  return { family: "text", weight, metrics: Metrics.load(bold ? "Helvetica-Bold" : "Helvetica") };
}

/** In thousandths of an em: the file's own width, else the standard font's. */
function widthOf(font: PDFDict, position: number, code: GlyphCode | null, { metrics }: Look): number {
  const widths = font.lookup(PDFName.of("Widths"));
  const first = font.lookup(PDFName.of("FirstChar"));
  const offset = position - (first instanceof PDFNumber ? first.asNumber() : 0);
  if (widths instanceof PDFArray && offset >= 0 && offset < widths.size()) {
    const width = widths.lookup(offset);
    if (width instanceof PDFNumber) return width.asNumber();
  }
  if (code === null) return 0;
  return metrics.getWidthOfGlyph(code.name) ?? 500;
}

interface StandIn {
  readonly codes: readonly (GlyphCode | null)[];
  readonly widths: readonly number[];
  readonly cut: Cut;
}

function writeStandIn(context: PDFContext, { codes, widths, cut }: StandIn): PDFRef {
  const procedures = context.obj({});
  const differences = context.obj([0]);
  for (const [position, code] of codes.entries()) {
    const name = PDFName.of(`c${position}`);
    differences.push(name);
    procedures.set(name, glyphProcedure(context, cut, code?.character ?? "", widths[position] ?? 0));
  }
  const font = context.obj({
    Type: "Font",
    Subtype: "Type3",
    FontBBox: [0, 0, 0, 0],
    FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
    FirstChar: 0,
    LastChar: 255,
    Widths: [...widths],
    CharProcs: procedures,
    Resources: {},
    ToUnicode: context.register(context.flateStream(toUnicode(codes))),
  });
  font.set(PDFName.of("Encoding"), context.obj({ Type: "Encoding", Differences: differences }));
  return context.register(font);
}

function glyphProcedure(context: PDFContext, cut: Cut, character: string, width: number): PDFRef {
  const key = `${character} ${width}`;
  const before = cut.drawn.get(key);
  if (before !== undefined) return before;
  const ref = context.register(context.flateStream(`${round(width)} 0 d0 ${outline(cut.outlines, character, width)}`));
  cut.drawn.set(key, ref);
  return ref;
}

function toUnicode(codes: readonly (GlyphCode | null)[]): string {
  const lines = codes.flatMap((code, position) =>
    code?.character == null ? [] : [`<${hex(position, 2)}> <${[...utf16(code.character)].join("")}>`],
  );
  const blocks: string[] = [];
  for (let start = 0; start < lines.length; start += 100) {
    const block = lines.slice(start, start + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
${blocks.join("\n")}
endcmap CMapName currentdict /CMap defineresource pop end end`;
}

function utf16(text: string): readonly string[] {
  return Array.from({ length: text.length }, (_, position) => hex(text.charCodeAt(position), 4));
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}

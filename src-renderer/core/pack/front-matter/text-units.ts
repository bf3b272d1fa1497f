import type { Ink } from "../page/ink.ts";
import { type Colour, colours, margin, measure } from "../page/paper.ts";
import { type Tag, tagUnder } from "../page/tag.ts";
import type { Typeface, Weight } from "../page/typeface.ts";
import { type Line, type Span, wrap } from "../page/wrap.ts";
import type { Block, ParagraphLook } from "./block.ts";
import type { Unit } from "./unit.ts";

/** What turning blocks into units needs: the typeface, and the tag under which blocks are hung. */
export interface Setting {
  readonly typeface: Typeface;
  readonly parent: Tag;
}

/** How text is set. `leading` is the height of a line, `rise` where its baseline is below the line's top. */
export interface TextStyle {
  readonly size: number;
  readonly leading: number;
  readonly weight: Weight;
  readonly colour: Colour;
}

/** Sizes and line heights of the front matter. */
export const styles = {
  h1: { size: 19, leading: 27, weight: "bold", colour: colours.ink },
  h2: { size: 17, leading: 23, weight: "bold", colour: colours.teal },
  h3: { size: 11.5, leading: 17, weight: "bold", colour: colours.ink },
  body: { size: 10.5, leading: 16, weight: "regular", colour: colours.ink },
  answer: { size: 10.5, leading: 16, weight: "regular", colour: colours.ink },
  lead: { size: 13, leading: 19.5, weight: "regular", colour: colours.ink },
  small: { size: 9, leading: 13.5, weight: "regular", colour: colours.grey },
  label: { size: 9, leading: 14, weight: "bold", colour: colours.teal },
  cell: { size: 9.5, leading: 14, weight: "regular", colour: colours.ink },
  head: { size: 8.5, leading: 13, weight: "bold", colour: colours.grey },
} as const satisfies Record<string, TextStyle>;

const headingGap = { 1: 0, 2: 26, 3: 16 } as const;
const paragraphGap: Record<ParagraphLook, number> = { body: 7, lead: 8, small: 6, label: 11, answer: 0 };

/** A heading: keeps with what follows it. */
export function headingUnits(block: Extract<Block, { kind: "heading" }>, { typeface, parent }: Setting): Unit[] {
  const role = `H${block.level}` as const;
  const tag = tagUnder(parent, role);
  const style = styles[`h${block.level}` as const];
  const lines = wrap([{ text: block.text, weight: "bold" }], { typeface, size: style.size, width: measure });
  return lines.map((line, position) => ({
    height: style.leading + (position === lines.length - 1 ? 2 : 0),
    gap: position === 0 ? headingGap[block.level] : 0,
    keepWithNext: true,
    ink: (top) => lineInk({ line, left: margin.left, top, style, tag }),
    ...(position === 0 && block.place !== undefined ? { place: block.place } : {}),
    ...(position === 0 && block.newPage === true ? { newPage: true } : {}),
  }));
}

/** A paragraph: its first two and last two lines stay together. */
export function paragraphUnits(block: Extract<Block, { kind: "paragraph" }>, { typeface, parent }: Setting): Unit[] {
  const look = block.look ?? "body";
  const style = styles[look];
  const tag = tagUnder(parent, "P");
  const lines = wrap(withWeight(block.spans, style), { typeface, size: style.size, width: measure });
  return lines.map((line, position) => ({
    height: style.leading,
    gap: position === 0 ? paragraphGap[look] : 0,
    keepWithNext: look === "label" || staysWithNext(position, lines.length),
    ink: (top) => lineInk({ line, left: margin.left, top, style, tag }),
  }));
}

/** A list: each item has its number or dot in the margin of its text. */
export function listUnits(block: Extract<Block, { kind: "list" }>, { typeface, parent }: Setting): Unit[] {
  const list = tagUnder(parent, "L");
  const indent = 18;
  return block.items.flatMap((item, itemPosition) => {
    const entry = tagUnder(list, "LI");
    const label = tagUnder(entry, "Lbl");
    const body = tagUnder(entry, "LBody");
    const style = styles.body;
    const mark = block.numbered ? `${itemPosition + 1}.` : "\u2022";
    const lines = wrap(item, { typeface, size: style.size, width: measure - indent });
    return lines.map(
      (line, position): Unit => ({
        height: style.leading,
        gap: position === 0 ? (itemPosition === 0 ? 7 : 4) : 0,
        keepWithNext: staysWithNext(position, lines.length),
        ink: (top) => [
          ...(position === 0
            ? lineInk({ line: labelLine(mark, typeface), left: margin.left, top, style, tag: label })
            : []),
          ...lineInk({ line, left: margin.left + indent, top, style, tag: body }),
        ],
      }),
    );
  });
}

function labelLine(mark: string, typeface: Typeface): Line {
  const width = typeface.measure(mark, "bold", styles.body.size);
  return [{ span: { text: mark, weight: "bold", colour: colours.teal }, text: mark, x: 0, width, continued: false }];
}

function staysWithNext(position: number, count: number): boolean {
  return count > 1 && (position === 0 || position === count - 2);
}

/** Spans without a weight of their own take the style's. */
export function withWeight(spans: readonly Span[], style: TextStyle): readonly Span[] {
  return spans.map((span) => ({ weight: style.weight, ...span }));
}

/**
 * One line of text as ink, its links as links under tags of their own. A link that goes on to further lines can be
 * pressed on its first one only, so that what it says and where it leads always stand on one line.
 */
export function lineInk(place: {
  readonly line: Line;
  readonly left: number;
  readonly top: number;
  readonly style: TextStyle;
  readonly tag: Tag | null;
}): readonly Ink[] {
  const { line, left, top, style, tag } = place;
  const baseline = top - (style.leading - style.size) / 2 - style.size * 0.84;
  return line.flatMap((piece): readonly Ink[] => {
    const { to, says, weight = style.weight } = piece.span;
    const colour = piece.span.colour ?? (to === undefined ? style.colour : colours.teal);
    const text = {
      kind: "text",
      x: left + piece.x,
      baseline,
      text: piece.text,
      weight,
      size: style.size,
      colour,
    } as const;
    if (to === undefined || tag === null || piece.continued) return [{ ...text, tag }];
    const link = tagUnder(tag, "Link");
    const { width } = piece;
    const box = { x: left + piece.x, y: baseline - style.size * 0.28, width, height: style.size * 1.2 };
    return [
      { ...text, tag: link },
      { kind: "link", ...box, to, says: says ?? piece.text, tag: link },
    ];
  });
}

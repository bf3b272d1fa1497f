import { margin, measure } from "../page/paper.ts";
import { type Tag, tagUnder } from "../page/tag.ts";
import { type Line, wrap } from "../page/wrap.ts";
import type { Block, Fact } from "./block.ts";
import { lineInk, type Setting, styles } from "./text-units.ts";
import type { Unit } from "./unit.ts";

const labelStyle = { ...styles.small, leading: styles.body.leading };
const gutter = 12;

/**
 * Facts: a table whose first cells are row headings. In two columns the first half stands left, the second right,
 * and the structure still reads one fact after the other.
 */
export function factsUnits(block: Extract<Block, { kind: "facts" }>, setting: Setting): Unit[] {
  const table = tagUnder(setting.parent, "Table");
  const columns = block.columns ?? 1;
  const width = columns === 1 ? measure : (measure - gutter) / 2;
  const labelWidth = block.labelWidth ?? (columns === 1 ? 150 : 72);
  const laid = block.rows.map((fact) => layFact(fact, { table, setting, width, labelWidth }));
  const half = Math.ceil(laid.length / columns);
  const left = stack(laid.slice(0, half), margin.left, labelWidth);
  const right = stack(laid.slice(half), margin.left + width + gutter, labelWidth);
  return left.length >= right.length ? merge(left, right) : merge(right, left);
}

interface LaidFact {
  readonly labels: readonly Line[];
  readonly values: readonly Line[];
  readonly head: Tag;
  readonly cell: Tag;
}

interface FactSetting {
  readonly table: Tag;
  readonly setting: Setting;
  readonly width: number;
  readonly labelWidth: number;
}

function layFact([label, value]: Fact, { table, setting, width, labelWidth }: FactSetting): LaidFact {
  const row = tagUnder(table, "TR");
  const { typeface } = setting;
  return {
    labels: wrap([{ text: label }], { typeface, size: labelStyle.size, width: labelWidth - 8 }),
    values: wrap(value, { typeface, size: styles.body.size, width: width - labelWidth }),
    head: tagUnder(row, "TH", { scope: "Row" }),
    cell: tagUnder(row, "TD"),
  };
}

/** Facts one below the other, a unit a line. */
function stack(facts: readonly LaidFact[], left: number, labelWidth: number): readonly Unit[] {
  return facts.flatMap(({ labels, values, head, cell }) => {
    const count = Math.max(labels.length, values.length);
    return Array.from(
      { length: count },
      (_, position): Unit => ({
        height: styles.body.leading,
        gap: position === 0 ? 3 : 0,
        keepWithNext: position < count - 1,
        ink: (top) => [
          ...lineInk({ line: labels[position] ?? [], left, top, style: labelStyle, tag: head }),
          ...lineInk({ line: values[position] ?? [], left: left + labelWidth, top, style: styles.body, tag: cell }),
        ],
      }),
    );
  });
}

/** Sets the shorter column beside the longer one, line by line; such a table is never torn. */
function merge(long: readonly Unit[], short: readonly Unit[]): Unit[] {
  return long.map((unit, position) => {
    const beside = short[position];
    if (short.length === 0) return position === 0 ? { ...unit, gap: 8 } : unit;
    return {
      ...unit,
      gap: position === 0 ? 8 : 2,
      keepWithNext: position < long.length - 1,
      ink: (top) => [...unit.ink(top), ...(beside?.ink(top) ?? [])],
    };
  });
}

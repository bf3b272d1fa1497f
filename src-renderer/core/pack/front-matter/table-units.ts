import type { Ink } from "../page/ink.ts";
import { colours, margin, measure } from "../page/paper.ts";
import { type Tag, tagUnder } from "../page/tag.ts";
import { type Line, type Span, wrap } from "../page/wrap.ts";
import type { Block, Column, Row } from "./block.ts";
import { lineInk, type Setting, styles, type TextStyle, withWeight } from "./text-units.ts";
import type { Unit } from "./unit.ts";

const padding = { x: 5, y: 4.5 };
/** Rows longer than this many lines may be torn between pages; shorter ones stay whole. */
const wholeRowLines = 14;

/**
 * A table: its heading row is repeated, as page furniture, on each page it goes on to.
 * A row of more than 14 lines is cut into slices of lines so that it can go over the end of a page.
 */
export function tableUnits(block: Extract<Block, { kind: "table" }>, setting: Setting): Unit[] {
  const table = tagUnder(setting.parent, "Table");
  const places = columnPlaces(block.columns);
  const head = headUnit(block.columns, places, { ...setting, parent: table });
  const again = headUnit(block.columns, places, { ...setting, parent: null });
  const rows = block.rows.flatMap((row) =>
    rowUnits(row, { columns: block.columns, places, setting: { ...setting, parent: table }, header: again }),
  );
  return [{ ...head, gap: 10, keepWithNext: true }, ...rows];
}

interface ColumnPlace {
  readonly left: number;
  readonly width: number;
}

function columnPlaces(columns: readonly Column[]): readonly ColumnPlace[] {
  let left: number = margin.left;
  return columns.map(({ share }) => {
    const place = { left: left + padding.x, width: measure * share - 2 * padding.x };
    left += measure * share;
    return place;
  });
}

function headUnit(
  columns: readonly Column[],
  places: readonly ColumnPlace[],
  { typeface, parent }: Omit<Setting, "parent"> & { readonly parent: Tag | null },
): Unit {
  const row = parent === null ? null : tagUnder(parent, "TR");
  const style = styles.head;
  const cells = columns.map((column, position) => ({
    lines: wrap(withWeight([{ text: column.head }], style), {
      typeface,
      size: style.size,
      width: places[position]?.width ?? 1,
    }),
    tag: row === null ? null : tagUnder(row, "TH", { scope: "Column" }),
  }));
  const height = Math.max(...cells.map(({ lines }) => lines.length)) * style.leading + 2 * padding.y;
  return {
    height,
    gap: 0,
    keepWithNext: true,
    ink: (top) => [
      { kind: "box", x: margin.left, y: top - height, width: measure, height, colour: colours.wash },
      ...cells.flatMap(({ lines, tag }, position) =>
        cellInk(lines, { column: columns[position], place: places[position], top: top - padding.y, style, tag }),
      ),
    ],
  };
}

interface RowPlace {
  readonly columns: readonly Column[];
  readonly places: readonly ColumnPlace[];
  readonly setting: Setting;
  readonly header: Unit;
}

function rowUnits(row: Row, { columns, places, setting, header }: RowPlace): Unit[] {
  const look = row.look ?? "plain";
  const style: TextStyle = look === "plain" ? styles.cell : { ...styles.cell, weight: "bold" };
  const across: readonly ColumnPlace[] =
    look === "band" ? [{ left: margin.left + padding.x, width: measure - 2 * padding.x }] : places;
  const rowTag = tagUnder(setting.parent, "TR");
  const cells = row.cells.map((spans, position) => ({
    lines: wrapCell(spans, style, across[position]?.width ?? 1, setting),
    tag: tagUnder(rowTag, look === "band" ? "TH" : "TD", look === "band" ? { scope: "Row" } : {}),
    column: look === "band" ? undefined : columns[position],
    place: across[position],
  }));
  const count = Math.max(...cells.map(({ lines }) => lines.length));
  const slice = count <= wholeRowLines ? count : 4;
  const units: Unit[] = [];
  for (let start = 0; start < count; start += slice) {
    const end = Math.min(count, start + slice);
    const first = start === 0;
    const last = end === count;
    const height = (end - start) * style.leading + (first ? padding.y : 0) + (last ? padding.y : 0);
    units.push({
      height,
      gap: 0,
      keepWithNext: look === "band",
      header,
      ...(first && row.place !== undefined ? { place: row.place } : {}),
      ink: (top) => [
        ...(look === "total" || look === "band" ? [rowWash(top, height)] : []),
        ...cells.flatMap(({ lines, tag, column, place }) =>
          cellInk(lines.slice(start, end), { column, place, top: first ? top - padding.y : top, style, tag }),
        ),
        ...(last ? [hairline(top - height)] : []),
      ],
    });
  }
  return units;
}

function wrapCell(spans: readonly Span[], style: TextStyle, width: number, { typeface }: Setting): readonly Line[] {
  return wrap(withWeight(spans, style), { typeface, size: style.size, width });
}

function cellInk(
  lines: readonly Line[],
  cell: {
    readonly column: Column | undefined;
    readonly place: ColumnPlace | undefined;
    readonly top: number;
    readonly style: TextStyle;
    readonly tag: Tag | null;
  },
): readonly Ink[] {
  const { place, style, tag } = cell;
  if (place === undefined) return [];
  return lines.flatMap((line, position) => {
    const last = line[line.length - 1];
    const width = last === undefined ? 0 : last.x + last.width;
    const left = cell.column?.align === "right" ? place.left + place.width - width : place.left;
    return lineInk({ line, left, top: cell.top - position * style.leading, style, tag });
  });
}

function hairline(y: number): Ink {
  return { kind: "box", x: margin.left, y, width: measure, height: 0.5, colour: colours.hair };
}

function rowWash(top: number, height: number): Ink {
  return { kind: "box", x: margin.left, y: top - height, width: measure, height, colour: colours.wash };
}

/** The transformation `a b c d e f` of PDF: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** A rectangle by its edges, in any unit. */
export interface Edges {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** A source page: the part of it that shows, how it is turned when shown, and the size of its unit in points. */
export interface Frame {
  readonly box: Edges;
  /** clockwise */
  readonly rotate: 0 | 90 | 180 | 270;
  /** points to one unit; 1 unless the page says otherwise */
  readonly unit: number;
}

export interface Area {
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

export interface Placement {
  /** from the source page's own coordinates to the sheet */
  readonly source: Matrix;
  /** from the page as it is read (points, origin at its bottom left) to the sheet */
  readonly upright: Matrix;
  /** size of the page as it is read, in points before scaling */
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  /** true where a landscape page was turned a quarter to the left so that the sheet stays upright */
  readonly turned: boolean;
}

/** A page smaller than this both ways is enlarged to it, at most fourfold; all others are never enlarged. */
export const tinyPage = 200;
/** A quarter turn must gain at least this much size. */
const turnGain = 1.15;

/**
 * Where a source page stands in an area of the sheet: as its viewer would show it, whole, in the middle, scaled
 * down where it doesn't fit. Landscape pages that would shrink are turned a quarter to the left, the way a reader
 * of a bound bundle expects them.
 */
export function place(frame: Frame, area: Area): Placement {
  const upright = toUpright(frame);
  const { width, height } = uprightSize(frame);
  const straight = Math.min(area.width / width, area.height / height);
  const across = Math.min(area.width / height, area.height / width);
  const turned = straight < 1 && across > straight * turnGain;
  const scale = limit(turned ? across : straight, Math.max(width, height));
  const turn: Matrix = turned ? [0, 1, -1, 0, height, 0] : [1, 0, 0, 1, 0, 0];
  const [shownWidth, shownHeight] = turned ? [height, width] : [width, height];
  const settle: Matrix = [
    scale,
    0,
    0,
    scale,
    area.left + (area.width - shownWidth * scale) / 2,
    area.bottom + (area.height - shownHeight * scale) / 2,
  ];
  const toSheet = multiply(turn, settle);
  return { source: multiply(upright, toSheet), upright: toSheet, width, height, scale, turned };
}

function limit(scale: number, side: number): number {
  if (side < tinyPage) return Math.min(scale, tinyPage / side, 4);
  return Math.min(scale, 1);
}

function uprightSize({ box, rotate, unit }: Frame): { readonly width: number; readonly height: number } {
  const across = (box.right - box.left) * unit;
  const up = (box.top - box.bottom) * unit;
  return rotate === 90 || rotate === 270 ? { width: up, height: across } : { width: across, height: up };
}

/** From the page's own coordinates to the page as it is read. */
function toUpright({ box, rotate, unit }: Frame): Matrix {
  const { left, bottom, right, top } = box;
  switch (rotate) {
    case 0:
      return [unit, 0, 0, unit, -left * unit, -bottom * unit];
    case 90:
      return [0, -unit, unit, 0, -bottom * unit, right * unit];
    case 180:
      return [-unit, 0, 0, -unit, right * unit, top * unit];
    case 270:
      return [0, unit, -unit, 0, top * unit, -left * unit];
  }
}

/** First `one`, then `other`. */
export function multiply(one: Matrix, other: Matrix): Matrix {
  const [a, b, c, d, e, f] = one;
  const [A, B, C, D, E, F] = other;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** Where a point goes. */
export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

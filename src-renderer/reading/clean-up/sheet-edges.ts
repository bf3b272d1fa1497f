import type { GreyRaster } from "../platform.ts";

export type Side = "left" | "right" | "top" | "bottom";

/** How much lighter it is to the right of (and below) each pixel, a little way off, so that thin lines don't count. */
export interface Steps {
  readonly width: number;
  readonly height: number;
  readonly across: Float32Array;
  readonly down: Float32Array;
}

/** An upright line by its x at the first and last row; a level one by its y at the first and last column. */
export interface Line {
  readonly side: Side;
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** Steps smaller than this many shades are less than a whole edge. */
const wholeStep = 14;
const near = 2;
const far = 5;

export function brightnessSteps({ width, height, data }: GreyRaster): Steps {
  const across = new Float32Array(width * height);
  const down = new Float32Array(width * height);
  const count = far - near + 1;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      for (let away = near; away <= far; away += 1) {
        if (x >= far && x < width - far)
          across[at] = (across[at] ?? 0) + ((data[at + away] ?? 0) - (data[at - away] ?? 0)) / count;
        if (y >= far && y < height - far)
          down[at] = (down[at] ?? 0) + ((data[at + away * width] ?? 0) - (data[at - away * width] ?? 0)) / count;
      }
    }
  }
  return { width, height, across, down };
}

/**
 * How much of an edge of this side there is at a point: 1 for a clear one, −1 for its opposite; and a trifle for how
 * steep it is, so that the line runs along the very edge.
 */
export function stepAt({ width, height, across, down }: Steps, side: Side, x: number, y: number): number {
  if (x < 0 || y < 0 || x >= width || y >= height) return 0;
  const upright = side === "left" || side === "right";
  const step = (upright ? across : down)[y * width + x] ?? 0;
  const inward = side === "left" || side === "top" ? step : -step;
  return Math.max(-1, Math.min(1, inward / wholeStep)) + inward / 1000;
}

export function lineX(line: Line, y: number): number {
  return line.from + ((line.to - line.from) * y) / line.length;
}

export function lineY(line: Line, x: number): number {
  return line.from + ((line.to - line.from) * x) / line.length;
}

const mostLines = 9;

/** The straightest long steps that could be this side of a sheet, best first. */
export function edgeLines(steps: Steps, side: Side): readonly Line[] {
  const upright = side === "left" || side === "right";
  const length = (upright ? steps.height : steps.width) - 1;
  const breadth = upright ? steps.width : steps.height;
  const first = side === "left" || side === "top";
  const tilt = Math.round(length * 0.26);
  const found: { readonly line: Line; readonly support: number }[] = [];
  for (let from = 0; from < breadth; from += 2) {
    for (let to = Math.max(0, from - tilt); to < Math.min(breadth, from + tilt); to += 2) {
      const middle = (from + to) / 2 / breadth;
      if (first ? middle > 0.6 : middle < 0.4) continue;
      const line: Line = { side, from, to, length };
      found.push({ line, support: wholeSupport(steps, line, upright) });
    }
  }
  found.sort((one, other) => other.support - one.support);
  return apart(found.map(({ line }) => line));
}

function wholeSupport(steps: Steps, line: Line, upright: boolean): number {
  let support = 0;
  for (let at = 0; at <= line.length; at += 4) {
    const along = Math.round(line.from + ((line.to - line.from) * at) / line.length);
    support += upright ? stepAt(steps, line.side, along, at) : stepAt(steps, line.side, at, along);
  }
  return support;
}

/** The best lines that are not nearly the same as a better one. */
function apart(lines: readonly Line[]): readonly Line[] {
  const kept: Line[] = [];
  for (const line of lines) {
    if (kept.length === mostLines) break;
    if (kept.every((other) => Math.abs(other.from - line.from) + Math.abs(other.to - line.to) > 8)) kept.push(line);
  }
  return kept;
}

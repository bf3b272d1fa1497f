import type { GreyRaster } from "../platform.ts";
import type { Corners, Point } from "./projection.ts";
import { brightnessSteps, edgeLines, type Line, lineX, lineY, type Side, type Steps, stepAt } from "./sheet-edges.ts";
import { shrink } from "./shrink.ts";

/** Each side must be a step in brightness along this share of its length. */
const sideSupport = 0.75;
/** Smaller things than this share of the picture are not the letter. */
const smallest = 0.2;

/** So much is left off all round: nothing is printed there, and a sliver of the table reads as rubbish. */
const rim = 0.012;

/**
 * Finds the sheet of paper in a photograph by its four edges.
 *
 * Paper is lighter than what lies beside it all along an edge, even where a shadow falls over both; so an edge is a
 * long straight run of steps from dark outside to light inside. A sheet that reaches over the picture's border is left
 * as it is.
 *
 * @returns its corners in pixels of the picture, or null where no sheet stands out (scans, close-ups)
 */
export function findSheet(picture: GreyRaster): Corners | null {
  const small = shrink(picture, 420);
  const scale = picture.width / small.width;
  const sheet = bestSheet(brightnessSteps(small));
  if (sheet === null) return null;
  const middle = { x: mean(sheet.map(({ x }) => x)), y: mean(sheet.map(({ y }) => y)) };
  const full = ({ x, y }: Point): Point => ({
    x: (x + (middle.x - x) * rim + 0.5) * scale,
    y: (y + (middle.y - y) * rim + 0.5) * scale,
  });
  return [full(sheet[0]), full(sheet[1]), full(sheet[2]), full(sheet[3])];
}

/** The four lines whose stretches between their own corners are edges all along. */
function bestSheet(steps: Steps): Corners | null {
  const [lefts, rights, tops, bottoms] = [
    edgeLines(steps, "left"),
    edgeLines(steps, "right"),
    edgeLines(steps, "top"),
    edgeLines(steps, "bottom"),
  ];
  let best: { readonly corners: Corners; readonly score: number } | null = null;
  for (const left of lefts) {
    for (const right of rights) {
      for (const top of tops) {
        for (const bottom of bottoms) {
          const corners = cornersOf(left, right, top, bottom);
          const score = sheetScore(steps, corners);
          if (score !== null && (best === null || score > best.score)) best = { corners, score };
        }
      }
    }
  }
  return best?.corners ?? null;
}

function cornersOf(left: Line, right: Line, top: Line, bottom: Line): Corners {
  return [crossing(left, top), crossing(right, top), crossing(right, bottom), crossing(left, bottom)];
}

/** Where an upright and a level line meet: each gives the other's place, and three rounds settle it. */
function crossing(upright: Line, level: Line): Point {
  let y = level.from;
  let x = 0;
  for (let round = 0; round < 4; round += 1) {
    x = lineX(upright, y);
    y = lineY(level, x);
  }
  return { x, y };
}

/** How well four lines make a sheet; larger ones are preferred, so that a table inside the letter is not the letter. */
function sheetScore(steps: Steps, corners: Corners): number | null {
  const share = areaOf(corners) / (steps.width * steps.height);
  if (share < smallest) return null;
  const [p, q, r, s] = corners;
  const supports = [
    supportOf(steps, "left", p, s),
    supportOf(steps, "right", q, r),
    supportOf(steps, "top", p, q),
    supportOf(steps, "bottom", s, r),
  ];
  if (supports.some((support) => support < sideSupport)) return null;
  return supports.reduce((sum, support) => sum + support, 0) / 4 + 0.25 * share;
}

function supportOf(steps: Steps, side: Side, from: Point, to: Point): number {
  const samples = 40;
  let sum = 0;
  for (let at = 0; at <= samples; at += 1) {
    const x = from.x + ((to.x - from.x) * at) / samples;
    const y = from.y + ((to.y - from.y) * at) / samples;
    sum += stepAt(steps, side, Math.round(x), Math.round(y));
  }
  return sum / (samples + 1);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function areaOf([p, q, r, s]: Corners): number {
  const cross = (one: Point, two: Point) => one.x * two.y - two.x * one.y;
  return (cross(p, q) + cross(q, r) + cross(r, s) + cross(s, p)) / 2;
}

/**
 * A plane seen from another angle: nine numbers, row by row, that take a point of one picture to a point of another.
 * Turning, scaling and perspective are all of this kind, so that a page is only ever resampled once.
 */
export type Projection = readonly [number, number, number, number, number, number, number, number, number];

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Four corners in the order they are read: top left, top right, bottom right, bottom left. */
export type Corners = readonly [Point, Point, Point, Point];

export const unchanged: Projection = [1, 0, 0, 0, 1, 0, 0, 0, 1];

export function project([a, b, c, d, e, f, g, h, i]: Projection, { x, y }: Point): Point {
  const depth = g * x + h * y + i;
  return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth };
}

/** First the second, then the first: `project(after(one, two), p)` is `project(one, project(two, p))`. */
export function after(one: Projection, two: Projection): Projection {
  const [a, b, c, d, e, f, g, h, i] = one;
  const [j, k, l, m, n, o, p, q, r] = two;
  return [
    a * j + b * m + c * p,
    a * k + b * n + c * q,
    a * l + b * o + c * r,
    d * j + e * m + f * p,
    d * k + e * n + f * q,
    d * l + e * o + f * r,
    g * j + h * m + i * p,
    g * k + h * n + i * q,
    g * l + h * o + i * r,
  ];
}

export function scaling(across: number, down: number): Projection {
  return [across, 0, 0, 0, down, 0, 0, 0, 1];
}

/** Turned by an angle (radians, clockwise as seen on screen) about a point. */
export function turning(angle: number, { x, y }: Point): Projection {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return [cos, -sin, x - cos * x + sin * y, sin, cos, y - sin * x - cos * y, 0, 0, 1];
}

/** Clockwise quarter turns of the unit square: a point of the turned square to where it was before. */
export function quarterTurn(turns: number): Projection {
  const kinds: readonly Projection[] = [
    unchanged,
    [0, 1, 0, -1, 0, 1, 0, 0, 1],
    [-1, 0, 1, 0, -1, 1, 0, 0, 1],
    [0, -1, 1, 1, 0, 0, 0, 0, 1],
  ];
  return kinds[turns % 4] ?? unchanged;
}

/**
 * The unit square onto four corners.
 *
 * Source: P. Heckbert, "Fundamentals of Texture Mapping and Image Warping" (1989), section 2.2.3.
 */
export function ontoCorners([p, q, r, s]: Corners): Projection {
  const sum = { x: p.x - q.x + r.x - s.x, y: p.y - q.y + r.y - s.y };
  const one = { x: q.x - r.x, y: q.y - r.y };
  const two = { x: s.x - r.x, y: s.y - r.y };
  const area = one.x * two.y - two.x * one.y;
  const g = (sum.x * two.y - two.x * sum.y) / area;
  const h = (one.x * sum.y - sum.x * one.y) / area;
  return [q.x - p.x + g * q.x, s.x - p.x + h * s.x, p.x, q.y - p.y + g * q.y, s.y - p.y + h * s.y, p.y, g, h, 1];
}

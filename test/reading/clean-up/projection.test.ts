import { expect, it } from "vitest";
import {
  after,
  type Corners,
  ontoCorners,
  project,
  quarterTurn,
  scaling,
  turning,
  unchanged,
} from "../../../src-renderer/reading/clean-up/projection.ts";

const corners: Corners = [
  { x: 30, y: 12 },
  { x: 240, y: 40 },
  { x: 260, y: 390 },
  { x: 10, y: 350 },
];

it("takes the unit square's corners to the four corners", () => {
  const onto = ontoCorners(corners);
  const square = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 1, y: 1 },
    { x: 0, y: 1 },
  ];
  square.forEach((corner, at) => {
    const { x, y } = project(onto, corner);
    expect(x).toBeCloseTo(corners[at]?.x ?? 0, 6);
    expect(y).toBeCloseTo(corners[at]?.y ?? 0, 6);
  });
});

it("does the second projection first", () => {
  const point = { x: 3, y: 5 };
  expect(project(after(scaling(2, 10), turning(0, point)), point)).toEqual({ x: 6, y: 50 });
});

it("comes back to where it was after four quarter turns", () => {
  const once = quarterTurn(1);
  expect(after(once, after(once, after(once, once)))).toEqual(unchanged);
  expect(project(quarterTurn(2), { x: 0.25, y: 0.1 })).toEqual({ x: 0.75, y: 0.9 });
});

it("shows a page turned clockwise: its top left corner was at the bottom left", () => {
  expect(project(quarterTurn(1), { x: 0, y: 0 })).toEqual({ x: 0, y: 1 });
});

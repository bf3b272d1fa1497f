import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exhibitArea, paper } from "#core/pack/page/paper.ts";
import { apply, type Frame, place } from "#core/pack/page/placement.ts";

const a4: Frame["box"] = { left: 0, bottom: 0, right: 595.28, top: 841.89 };

/** A corner of the page as it is read, in the source page's own coordinates. */
function sourceTopLeft({ box, rotate }: Frame): readonly [number, number] {
  const corners = {
    0: [box.left, box.top],
    90: [box.left, box.bottom],
    180: [box.right, box.bottom],
    270: [box.right, box.top],
  } as const;
  return corners[rotate];
}

const frames = fc.record({
  left: fc.integer({ min: -2000, max: 2000 }),
  bottom: fc.integer({ min: -2000, max: 2000 }),
  width: fc.integer({ min: 1, max: 5000 }),
  height: fc.integer({ min: 1, max: 5000 }),
  rotate: fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const),
  unit: fc.constantFrom(0.5, 1, 2, 10),
});

function frameOf(made: {
  left: number;
  bottom: number;
  width: number;
  height: number;
  rotate: Frame["rotate"];
  unit: number;
}): Frame {
  const { left, bottom, width, height, rotate, unit } = made;
  return { box: { left, bottom, right: left + width, top: bottom + height }, rotate, unit };
}

describe("where a source page stands on its sheet", () => {
  it("an A4 page is a little smaller, in the middle, and clear of the stamp's band", () => {
    const placement = place({ box: a4, rotate: 0, unit: 1 }, exhibitArea);
    expect(placement.scale).toBeCloseTo(exhibitArea.height / paper.height, 4);
    expect(apply(placement.source, 0, 0)[1]).toBeCloseTo(exhibitArea.bottom, 3);
    expect(apply(placement.source, 595.28, 841.89)[1]).toBeCloseTo(paper.height, 3);
    expect(placement.turned).toBe(false);
  });

  it.each([0, 90, 180, 270] as const)("the top left of a page turned by %i degrees is at the top left", (rotate) => {
    const box = rotate === 0 || rotate === 180 ? a4 : { left: -50, bottom: 20, right: 791.89, top: 615.28 };
    const frame: Frame = { box, rotate, unit: 1 };
    const placement = place(frame, exhibitArea);
    const [x, y] = apply(placement.source, ...sourceTopLeft(frame));
    expect(placement.turned).toBe(false);
    expect(x).toBeCloseTo((paper.width - placement.width * placement.scale) / 2, 2);
    expect(y).toBeCloseTo(paper.height, 2);
  });

  it("a landscape page is turned a quarter to the left, its top along the left edge", () => {
    const frame: Frame = { box: { left: 0, bottom: 0, right: 841.89, top: 595.28 }, rotate: 0, unit: 1 };
    const placement = place(frame, exhibitArea);
    const [leftX, leftY] = apply(placement.source, 0, 595.28);
    const [rightX, rightY] = apply(placement.source, 841.89, 595.28);
    expect(placement.turned).toBe(true);
    expect(leftX).toBeCloseTo(rightX, 6);
    expect(rightY).toBeGreaterThan(leftY);
  });

  it("a small landscape page that fits as it is stays as it is", () => {
    const placement = place({ box: { left: 0, bottom: 0, right: 400, top: 250 }, rotate: 0, unit: 1 }, exhibitArea);
    expect(placement.turned).toBe(false);
    expect(placement.scale).toBe(1);
  });

  it("every page of any size stays within the area, keeps its proportions, and is enlarged only when tiny", () => {
    fc.assert(
      fc.property(frames, (made) => {
        const frame = frameOf(made);
        const placement = place(frame, exhibitArea);
        const corners = [
          apply(placement.source, frame.box.left, frame.box.bottom),
          apply(placement.source, frame.box.right, frame.box.top),
        ];
        for (const [x, y] of corners) {
          expect(x).toBeGreaterThanOrEqual(exhibitArea.left - 0.01);
          expect(x).toBeLessThanOrEqual(exhibitArea.left + exhibitArea.width + 0.01);
          expect(y).toBeGreaterThanOrEqual(exhibitArea.bottom - 0.01);
          expect(y).toBeLessThanOrEqual(exhibitArea.bottom + exhibitArea.height + 0.01);
        }
        const [a, b, c, d] = placement.source;
        expect(Math.abs(a * d - b * c)).toBeCloseTo((placement.scale * frame.unit) ** 2, 5);
        if (Math.max(placement.width, placement.height) >= 200) expect(placement.scale).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("the page as it is read and the page in its own coordinates are put on the same spot", () => {
    fc.assert(
      fc.property(frames, (made) => {
        const frame = frameOf(made);
        const placement = place(frame, exhibitArea);
        const own = apply(placement.source, ...sourceTopLeft(frame));
        const read = apply(placement.upright, 0, placement.height);
        expect(own[0]).toBeCloseTo(read[0], 4);
        expect(own[1]).toBeCloseTo(read[1], 4);
      }),
    );
  });
});

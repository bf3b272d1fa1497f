import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flow, pageRoom } from "#core/pack/front-matter/flow.ts";
import type { Unit } from "#core/pack/front-matter/unit.ts";
import { colours } from "#core/pack/page/paper.ts";

function unit(name: string, height: number, more: Partial<Unit> = {}): Unit {
  return {
    height,
    gap: 0,
    keepWithNext: false,
    ink: (top) => [
      { kind: "text", x: 0, baseline: top, text: name, weight: "regular", size: 10, colour: colours.ink, tag: null },
    ],
    ...more,
  };
}

function names(units: readonly Unit[]): readonly (readonly string[])[] {
  return flow(units).pages.map((inks) => inks.flatMap((ink) => (ink.kind === "text" ? [ink.text] : [])));
}

describe("placing units on pages", () => {
  it("a heading moves on with what it heads", () => {
    const pages = names([unit("full", pageRoom - 30), unit("heading", 20, { keepWithNext: true }), unit("text", 20)]);
    expect(pages).toEqual([["full"], ["heading", "text"]]);
  });

  it("a table's heading row is repeated on each page it goes on to", () => {
    const header = unit("head", 20, { keepWithNext: true });
    const row = (name: string) => unit(name, pageRoom / 2 - 20, { header });
    expect(names([header, row("one"), row("two"), row("three")])).toEqual([
      ["head", "one", "two"],
      ["head", "three"],
    ]);
  });

  it("a section that wants a page of its own gets one, but never an empty one before it", () => {
    expect(names([unit("a", 10, { newPage: true }), unit("b", 10, { newPage: true })])).toEqual([["a"], ["b"]]);
  });

  it("a run longer than a page is torn rather than lost", () => {
    const run = Array.from({ length: 5 }, (_, position) =>
      unit(`${position}`, pageRoom / 3, { keepWithNext: position < 4 }),
    );
    expect(names(run).flat()).toEqual(["0", "1", "2", "3", "4"]);
  });

  it("says on which page each place is", () => {
    const { spots } = flow([unit("a", pageRoom), unit("b", 10, { place: "here" })]);
    expect(spots.get("here")?.page).toBe(1);
  });

  it("keeps every unit, in order, for any heights", () => {
    const units = fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.boolean(), fc.boolean()), { maxLength: 60 });
    fc.assert(
      fc.property(units, (made) => {
        const all = made.map(([height, keepWithNext, newPage], position) =>
          unit(String(position), height, { keepWithNext, newPage }),
        );
        expect(names(all).flat()).toEqual(all.map((_, position) => String(position)));
      }),
    );
  });
});

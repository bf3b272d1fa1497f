import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { deepenInk } from "../../../src-renderer/reading/clean-up/deepen-ink.ts";
import { despeckle } from "../../../src-renderer/reading/clean-up/despeckle.ts";
import { eraseRules } from "../../../src-renderer/reading/clean-up/erase-rules.ts";
import { evenLight } from "../../../src-renderer/reading/clean-up/even-light.ts";
import { findSheet } from "../../../src-renderer/reading/clean-up/find-sheet.ts";
import { toGrey } from "../../../src-renderer/reading/clean-up/grey.ts";
import { shrink } from "../../../src-renderer/reading/clean-up/shrink.ts";
import { textLines } from "../../../src-renderer/reading/clean-up/text-lines.ts";
import { greyOf, letterCanvas, letterLines, rasterOf } from "../made.ts";

const manyLines = [...letterLines, ...letterLines, "Yours sincerely"];

/** A letter lying on a dark table, turned a little. */
function onTable(degrees: number) {
  const canvas = createCanvas(1200, 1600);
  const context = canvas.getContext("2d");
  context.fillStyle = "rgb(120, 90, 70)";
  context.fillRect(0, 0, 1200, 1600);
  context.translate(600, 800);
  context.rotate((degrees * Math.PI) / 180);
  context.drawImage(letterCanvas(900, manyLines), -450, -636);
  return toGrey(rasterOf(canvas));
}

/** A letter turned on white paper: a crooked scan. */
function crooked(degrees: number) {
  const canvas = createCanvas(1400, 1800);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, 1400, 1800);
  context.translate(700, 900);
  context.rotate((degrees * Math.PI) / 180);
  context.drawImage(letterCanvas(1240, manyLines), -620, -877);
  return toGrey(rasterOf(canvas));
}

describe("the sheet in a photograph", () => {
  it.each([-6, 0, 5])("is found when it lies at %i degrees", (degrees) => {
    const found = findSheet(onTable(degrees));
    const angle = (degrees * Math.PI) / 180;
    const corner = {
      x: 600 - 450 * Math.cos(angle) + 636 * Math.sin(angle),
      y: 800 - 450 * Math.sin(angle) - 636 * Math.cos(angle),
    };
    expect(Math.abs((found?.[0].x ?? 0) - corner.x)).toBeLessThan(24);
    expect(Math.abs((found?.[0].y ?? 0) - corner.y)).toBeLessThan(24);
  });

  it("is not looked for in a scan that fills the picture", () => {
    expect(findSheet(crooked(2))).toBeNull();
  });
});

describe("lines of print", () => {
  it.each([-3, -1, 0, 2, 4])("lean by %i degrees where the scan is crooked by as much", (degrees) => {
    const { lean, sideways } = textLines(crooked(degrees));
    expect((lean * 180) / Math.PI).toBeCloseTo(degrees, 0);
    expect(sideways).toBe(false);
  });

  it("run down the page where it lies on its side", () => {
    expect(textLines(crooked(90)).sideways).toBe(true);
  });
});

it("makes shadowed paper as light as the rest", () => {
  const shadowed = { width: 400, height: 400, data: new Uint8Array(400 * 400).fill(220) };
  for (let at = 0; at < 400 * 400; at += 1) if (at % 400 > 200) shadowed.data[at] = 110;
  const even = evenLight(shadowed);
  expect(Math.abs((even.data[400 * 200 + 50] ?? 0) - (even.data[400 * 200 + 350] ?? 0))).toBeLessThan(6);
});

it("darkens faint print and leaves the paper", () => {
  const page = { width: 100, height: 100, data: new Uint8Array(10_000).fill(235) };
  page.data.fill(160, 5000, 5300);
  deepenInk(page);
  expect([page.data[0], page.data[5100]]).toEqual([235, 40]);
});

it("takes lonely specks away and leaves the full stop beside a letter", () => {
  const blank = ".".repeat(60);
  const letter = (stop: string) => `${".".repeat(10)}${"#".repeat(10)}${stop}${".".repeat(36)}`;
  const rows = [
    ...Array(20).fill(blank),
    ...Array(8).fill(letter("....")),
    ...Array(3).fill(letter(".###")),
    ...Array(29).fill(blank),
  ];
  const page = greyOf(rows);
  page.data[60 * 5 + 50] = 0;
  page.data[60 * 5 + 51] = 0;
  despeckle(page);
  expect(page.data[60 * 5 + 50]).toBe(235);
  expect(page.data[60 * 29 + 22]).toBe(40);
});

it("takes specks beside letters away where they are too small for the letters' full stops", () => {
  const blank = ".".repeat(60);
  const letter = (speck: string) => `${".".repeat(10)}${"#".repeat(10)}${speck}${".".repeat(36)}`;
  const page = greyOf([
    ...Array(10).fill(blank),
    ...Array(20).fill(letter("....")),
    ...Array(5).fill(letter("..##")),
    ...Array(3).fill(letter("....")),
    ...Array(24).fill(blank),
  ]);
  despeckle(page);
  expect(page.data[60 * 31 + 22]).toBe(235);
  expect(page.data[60 * 31 + 12]).toBe(40);
});

it("takes a table's ruled lines away and leaves its words", () => {
  const rule = "#".repeat(200);
  const words = `${".".repeat(30)}${"#".repeat(20)}${".".repeat(150)}`;
  const page = greyOf([
    ...Array(5).fill(".".repeat(200)),
    rule,
    rule,
    ...Array(5).fill(".".repeat(200)),
    ...Array(20).fill(words),
  ]);
  eraseRules(page);
  expect(page.data[200 * 5 + 60]).toBe(235);
  expect(page.data[200 * 20 + 40]).toBe(40);
});

it("keeps mean brightness when it shrinks", () => {
  const small = shrink({ width: 4, height: 4, data: Uint8Array.from({ length: 16 }, (_, at) => at * 10) }, 2);
  expect([...small.data]).toEqual([25, 45, 105, 125]);
});

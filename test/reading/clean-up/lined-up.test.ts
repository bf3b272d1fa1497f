import { createCanvas } from "@napi-rs/canvas";
import { expect, it } from "vitest";
import { toGrey } from "../../../src-renderer/reading/clean-up/grey.ts";
import { linedUpLetters } from "../../../src-renderer/reading/clean-up/lined-up.ts";
import { letterCanvas, rasterOf } from "../made.ts";

it("counts the letters of print that stand in lines", () => {
  expect(linedUpLetters(toGrey(rasterOf(letterCanvas(2480))))).toBeGreaterThan(60);
});

it("counts next to none where spots lie anyhow", () => {
  const canvas = createCanvas(1200, 1200);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, 1200, 1200);
  context.fillStyle = "black";
  for (let at = 0; at < 300; at += 1) {
    const size = 10 + ((at * 17) % 40);
    context.fillRect((at * 467) % 1150, (at * 811) % 1150, size, size);
  }
  expect(linedUpLetters(toGrey(rasterOf(canvas)))).toBeLessThan(5);
});

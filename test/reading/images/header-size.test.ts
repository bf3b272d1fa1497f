import { createCanvas } from "@napi-rs/canvas";
import { expect, it } from "vitest";
import type { Bytes } from "#core/model/bytes.ts";
import { headerSize } from "../../../src-renderer/reading/images/header-size.ts";
import { refuseTooLarge, sizeWithin } from "../../../src-renderer/reading/images/image-file.ts";
import { ascii, withExif } from "../made.ts";

async function encoded(format: "png" | "jpeg" | "webp"): Promise<Bytes> {
  const canvas = createCanvas(321, 123);
  canvas.getContext("2d").fillRect(10, 10, 50, 50);
  if (format === "png") return new Uint8Array(await canvas.encode("png"));
  return new Uint8Array(await canvas.encode(format));
}

it.each(["png", "jpeg", "webp"] as const)("reads the size of a %s from its header", async (format) => {
  expect(headerSize(await encoded(format), format)).toEqual({ width: 321, height: 123 });
});

it("finds a JPEG's size behind its camera notes", async () => {
  expect(headerSize(withExif(await encoded("jpeg"), 6), "jpeg")).toEqual({ width: 321, height: 123 });
});

it("reads a GIF's size", () => {
  expect(headerSize(ascii("GIF89a\x41\x01\x7b\x00\0\0\0,"), "gif")).toEqual({ width: 321, height: 123 });
});

it.each(["png", "jpeg", "webp", "gif"] as const)("says nothing of a %s that is cut off in its header", (format) => {
  expect(headerSize(ascii("\x89P"), format)).toBeNull();
});

it("refuses more than a hundred million pixels", () => {
  expect(() => refuseTooLarge({ width: 10_000, height: 10_000 })).not.toThrow();
  expect(() => refuseTooLarge({ width: 10_001, height: 10_000 })).toThrow("image-too-large");
});

it("keeps a picture's shape when it is brought within bounds, and never enlarges it", () => {
  expect(sizeWithin({ width: 4000, height: 2000 }, { pixels: 2_000_000, longSide: 9999 })).toEqual({
    width: 2000,
    height: 1000,
  });
  expect(sizeWithin({ width: 40, height: 20 }, { pixels: 2_000_000, longSide: 9999 })).toEqual({
    width: 40,
    height: 20,
  });
});

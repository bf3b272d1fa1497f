import { createCanvas } from "@napi-rs/canvas";
import { expect, it } from "vitest";
import {
  findOrientation,
  isOrientation,
  withoutOrientation,
} from "../../../src-renderer/reading/images/orientation.ts";
import { turnGreyQuarters, turnUpright } from "../../../src-renderer/reading/images/turn.ts";
import { ascii, exifBlock, joined, withExif } from "../made.ts";

const jpeg = createCanvas(8, 8).toBuffer("image/jpeg");

it.each([1, 2, 3, 4, 5, 6, 7, 8])("finds orientation %i in a JPEG, in either byte order", (orientation) => {
  for (const littleEndian of [true, false]) {
    expect(findOrientation(withExif(jpeg, orientation, littleEndian), "jpeg")?.orientation).toBe(orientation);
  }
});

it("takes values outside 1 to 8, and damaged blocks, for nothing said", () => {
  expect(findOrientation(withExif(jpeg, 9), "jpeg")).toBeNull();
  expect(findOrientation(withExif(jpeg, 6).subarray(0, 22).slice(), "jpeg")).toBeNull();
  expect(findOrientation(new Uint8Array(jpeg), "jpeg")).toBeNull();
});

it("finds a PNG's orientation even behind the picture data", () => {
  const chunk = (name: string, data: Uint8Array) =>
    joined(Uint8Array.of(0, 0, 0, data.length), ascii(name), data, new Uint8Array(4));
  const png = joined(
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
    chunk("IDAT", ascii("data")),
    chunk("eXIf", exifBlock(6)),
  );
  expect(findOrientation(png, "png")?.orientation).toBe(6);
});

it("tells decoders that nothing needs turning, without touching the original", () => {
  const original = withExif(jpeg, 6);
  const copy = withoutOrientation(original, findOrientation(original, "jpeg"));
  expect(findOrientation(copy, "jpeg")?.orientation).toBe(1);
  expect(findOrientation(original, "jpeg")?.orientation).toBe(6);
});

/** Letters for pixels: how a picture of "ab/cd/ef" is stored under each orientation. */
const stored: Record<number, readonly string[]> = {
  1: ["ab", "cd", "ef"],
  2: ["ba", "dc", "fe"],
  3: ["fe", "dc", "ba"],
  4: ["ef", "cd", "ab"],
  5: ["ace", "bdf"],
  6: ["bdf", "ace"],
  7: ["fdb", "eca"],
  8: ["eca", "fdb"],
};

it.each(Object.keys(stored).map(Number))("turns a picture stored with orientation %i upright", (orientation) => {
  const rows = stored[orientation] ?? [];
  const pixels = Uint32Array.from([...rows.join("")].map((letter) => letter.charCodeAt(0)));
  const page = { width: rows[0]?.length ?? 0, height: rows.length, data: new Uint8ClampedArray(pixels.buffer) };
  if (!isOrientation(orientation)) throw new Error("the table holds orientations");
  const upright = turnUpright(page, orientation);
  expect([upright.width, upright.height]).toEqual([2, 3]);
  expect(String.fromCharCode(...new Uint32Array(upright.data.buffer))).toBe("abcdef");
});

it("turns a grey page clockwise by quarters", () => {
  const page = { width: 3, height: 1, data: Uint8Array.of(1, 2, 3) };
  expect(turnGreyQuarters(page, 1)).toEqual({ width: 1, height: 3, data: Uint8Array.of(1, 2, 3) });
  expect(turnGreyQuarters(page, 2)).toEqual({ width: 3, height: 1, data: Uint8Array.of(3, 2, 1) });
  expect(turnGreyQuarters(page, 3)).toEqual({ width: 1, height: 3, data: Uint8Array.of(3, 2, 1) });
});

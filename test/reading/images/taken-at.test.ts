import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Bytes } from "#core/model/bytes.ts";
import { takenAt } from "../../../src-renderer/reading/images/taken-at.ts";
import { ascii, exifBlock, joined } from "../made.ts";

/** Camera notes: a list with DateTime and a pointer to one with DateTimeOriginal, then the two times. */
function notes(dateTime: string, original: string | null, isLittle: boolean): Bytes {
  const block = new Uint8Array(120);
  const view = new DataView(block.buffer);
  view.setUint16(0, isLittle ? 0x4949 : 0x4d4d);
  view.setUint16(2, 42, isLittle);
  view.setUint32(4, 8, isLittle);
  const entry = (at: number, tag: number, value: number) => {
    view.setUint16(at, tag, isLittle);
    view.setUint32(at + 8, value, isLittle);
  };
  view.setUint16(8, original === null ? 1 : 2, isLittle);
  entry(10, 0x0132, 60);
  entry(22, 0x8769, 40);
  view.setUint16(40, 1, isLittle);
  entry(42, 0x9003, 90);
  block.set(ascii(dateTime), 60);
  block.set(ascii(original ?? ""), 90);
  return joined(ascii("any picture E Exif Exif\0\0"), block);
}

describe("when a photograph was taken", () => {
  const first = "2026:05:03 14:22:10";
  const later = "2026:06:04 15:00:00";

  it.each([true, false])(
    "is what the camera wrote then, not when the file was changed (little end first: %s)",
    (isLittle) => {
      expect(takenAt(notes(later, first, isLittle))).toBe(first);
      expect(takenAt(notes(later, null, isLittle))).toBe(later);
    },
  );

  it.each([
    ["no notes", ascii("any picture at all, EEE")],
    ["notes without a time", joined(ascii("Exif\0\0"), exifBlock(6))],
    ["notes cut short", notes(later, first, true).subarray(0, 80)],
    ["a time that is none", notes("0000:00:00 00:00:00", null, true)],
  ])("is not known from %s", (_, bytes) => {
    expect(takenAt(bytes)).toBeNull();
  });

  it("is a time or nothing, whatever the bytes are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const found = takenAt(joined(ascii("Exif\0\0MM"), bytes));
        expect(found === null || found.length === 19).toBe(true);
      }),
    );
  });
});

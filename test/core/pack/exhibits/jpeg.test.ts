import { describe, expect, it } from "vitest";
import { cleanJpeg } from "#core/pack/exhibits/jpeg.ts";
import { jpegFacts } from "#core/pack/exhibits/jpeg-facts.ts";

function segment(marker: number, data: readonly number[]): readonly number[] {
  return [0xff, marker, 0, data.length + 2, ...data];
}

const frame = segment(0xc0, [8, 0, 40, 0, 30, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1]);
const scan = [...segment(0xda, [3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0]), 1, 2, 0xff, 0, 3, 0xff, 0xd0, 4];
const exif = segment(0xe1, [0x45, 0x78, 0x69, 0x66, 0, 0]);
const profile = segment(0xe2, [9, 9]);
const adobe = segment(0xee, [7]);
const comment = segment(0xfe, [65, 66]);
const end = [0xff, 0xd9];
const start = [0xff, 0xd8];

describe("cleaning a JPEG", () => {
  it("drops EXIF and comments and keeps colours and picture byte for byte", () => {
    const jpeg = Uint8Array.from([...start, ...exif, ...profile, ...adobe, ...comment, ...frame, ...scan, ...end]);
    expect([...cleanJpeg(jpeg)]).toEqual([...start, ...profile, ...adobe, ...frame, ...scan, ...end]);
  });

  it("drops what hangs behind the picture, such as a camera's second one", () => {
    const jpeg = Uint8Array.from([...start, ...frame, ...scan, ...end, ...start, ...exif]);
    expect([...cleanJpeg(jpeg)]).toEqual([...start, ...frame, ...scan, ...end]);
  });

  it("drops EXIF between the scans of a progressive picture too", () => {
    const jpeg = Uint8Array.from([...start, ...frame, ...scan, ...exif, ...scan, ...end]);
    expect([...cleanJpeg(jpeg)]).toEqual([...start, ...frame, ...scan, ...scan, ...end]);
  });

  it("leaves anything else as it is", () => {
    expect([...cleanJpeg(Uint8Array.of(1, 2, 3))]).toEqual([1, 2, 3]);
  });

  it("reads the picture's size from its frame header", () => {
    const jpeg = Uint8Array.from([...start, ...exif, ...frame, ...scan, ...end]);
    expect(jpegFacts(jpeg)).toEqual({ width: 30, height: 40, components: 3 });
    expect(jpegFacts(Uint8Array.of(1, 2, 3))).toBeNull();
  });
});

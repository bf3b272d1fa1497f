import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";
import type { Bytes } from "#core/model/bytes.ts";
import type { GreyRaster, Raster } from "../../src-renderer/reading/platform.ts";

/*
 * Everything the reading tests read is made here or in the tests themselves, from invented words in the shipped
 * typeface: no file is kept, so none can be out of date.
 */

const fonts = new URL("../../resources/fonts/", import.meta.url).pathname;
GlobalFonts.registerFromPath(`${fonts}OpenSans-Regular.ttf`, "Made Sans");

export const letterLines = [
  "Child Maintenance Service",
  "Date: 7 March 2024",
  "Your reference: 121900344518",
  "Dear Ms Okafor",
  "Your payment of £38.25 is due on 14 April 2024.",
  "Please tell us by 31/05/2024 if this has changed.",
] as const;

/** A letter as a canvas: A4 in shape, `width` pixels across, black on white. */
export function letterCanvas(width = 1240, lines: readonly string[] = letterLines) {
  const canvas = createCanvas(width, Math.round(width * Math.SQRT2));
  writeLetter(canvas.getContext("2d"), canvas.width, canvas.height, lines);
  return canvas;
}

/** The same letter drawn on any context, filling a rectangle of the given size. */
export function writeLetter(context: SKRSContext2D, width: number, height: number, lines: readonly string[]): void {
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  context.fillStyle = "black";
  context.font = `${Math.round(width / 44)}px "Made Sans"`;
  lines.forEach((line, at) => {
    context.fillText(line, width * 0.1, height * (0.1 + at * 0.06));
  });
}

export function rasterOf(canvas: Canvas): Raster {
  const { width, height } = canvas;
  const pixels = canvas.getContext("2d").getImageData(0, 0, width, height).data;
  return { width, height, data: new Uint8ClampedArray(pixels) };
}

/** Shades given row by row, as text would draw them: "#" is ink, everything else paper. */
export function greyOf(rows: readonly string[]): GreyRaster {
  const width = rows[0]?.length ?? 0;
  const shades = rows.flatMap((row) => [...row].map((letter) => (letter === "#" ? 40 : 235)));
  return { width, height: rows.length, data: Uint8Array.from(shades) };
}

/** A JPEG that says its pixels must be turned: an EXIF block of one entry is put in after the start mark. */
export function withExif(jpeg: Uint8Array, orientation: number, littleEndian = true): Bytes {
  return joined(jpeg.subarray(0, 2), exifSegment(orientation, littleEndian), jpeg.subarray(2));
}

function exifSegment(orientation: number, littleEndian: boolean): Bytes {
  const block = exifBlock(orientation, littleEndian);
  const segment = new Uint8Array(4 + 6 + block.length);
  const view = new DataView(segment.buffer);
  view.setUint16(0, 0xffe1);
  view.setUint16(2, segment.length - 2);
  segment.set(new TextEncoder().encode("Exif\0\0"), 4);
  segment.set(block, 10);
  return segment;
}

/** A TIFF header and one directory entry: Orientation, SHORT, one value. */
export function exifBlock(orientation: number, littleEndian = true): Bytes {
  const block = new Uint8Array(26);
  const view = new DataView(block.buffer);
  view.setUint16(0, littleEndian ? 0x4949 : 0x4d4d);
  view.setUint16(2, 42, littleEndian);
  view.setUint32(4, 8, littleEndian);
  view.setUint16(8, 1, littleEndian);
  view.setUint16(10, 0x0112, littleEndian);
  view.setUint16(12, 3, littleEndian);
  view.setUint32(14, 1, littleEndian);
  view.setUint16(18, orientation, littleEndian);
  return block;
}

export function joined(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function ascii(text: string): Bytes {
  return Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));
}

import { crc32, deflateSync } from "node:zlib";
import { type Canvas, createCanvas } from "@napi-rs/canvas";
import type { Bytes } from "#core/model/bytes.ts";
import { ascii, joined, rasterOf } from "../made.ts";

/** The small letter of the picture tests: one sheet of two lines, so that OCR is quick. */
export const letterSize = { width: 640, height: 240 } as const;

export function smallLetter(scale = 1): Canvas {
  const canvas = createCanvas(letterSize.width * scale, letterSize.height * scale);
  const context = canvas.getContext("2d");
  context.scale(scale, scale);
  context.fillStyle = "white";
  context.fillRect(0, 0, letterSize.width, letterSize.height);
  context.fillStyle = "black";
  context.font = '26px "Made Sans"';
  context.fillText("Date: 7 March 2024", 60, 80);
  context.fillText("You must pay every week until told", 60, 150);
  return canvas;
}

/** Its shades, row by row: what the writers below keep in their own formats. */
export function letterShades(scale = 1): { width: number; height: number; data: Uint8Array } {
  const { width, height, data } = rasterOf(smallLetter(scale));
  return { width, height, data: Uint8Array.from({ length: width * height }, (_, at) => data[at * 4] ?? 0) };
}

export const letterPng = () => png(letterSize.width, letterSize.height, { rows: letterShades().data });
export const letterJpeg = () => new Uint8Array(smallLetter().toBuffer("image/jpeg"));

export interface PngMaking {
  /** one byte a sample, without filter bytes; or the packed stream itself */
  readonly rows?: Uint8Array;
  readonly packed?: Uint8Array;
  readonly depth?: number;
  /** 0 grey, 2 colour, 3 palette, 4 grey and alpha, 6 colour and alpha */
  readonly colour?: number;
  readonly before?: readonly Uint8Array[];
  readonly after?: readonly Uint8Array[];
  readonly end?: boolean;
}

export function png(width: number, height: number, making: PngMaking): Bytes {
  const { rows, packed, depth = 8, colour = 0, before = [], after = [], end = true } = making;
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head.set([depth, colour], 8);
  const data = packed ?? deflateSync(filtered(rows ?? new Uint8Array(), height));
  const last = end ? [chunk("IEND", new Uint8Array())] : [];
  const start = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return joined(start, chunk("IHDR", head), ...before, chunk("IDAT", data), ...after, ...last);
}

function filtered(rows: Uint8Array, height: number): Uint8Array {
  const bytes = rows.length / Math.max(1, height);
  const all = new Uint8Array(rows.length + height);
  for (let y = 0; y < height; y += 1) all.set(rows.subarray(y * bytes, (y + 1) * bytes), y * (bytes + 1) + 1);
  return all;
}

export function chunk(name: string, data: Uint8Array): Bytes {
  const body = joined(ascii(name), data);
  const ends = new Uint8Array(8);
  const view = new DataView(ends.buffer);
  view.setUint32(0, data.length);
  view.setUint32(4, crc32(body));
  return joined(ends.subarray(0, 4), body, ends.subarray(4));
}

export interface Entry {
  readonly tag: number;
  /** 1 byte, 2 text, 3 short, 4 long */
  readonly type: number;
  readonly count: number;
  readonly value: number;
}

/** A TIFF of directories that follow each other, little-endian; the data comes first, from byte 8 on. */
export function tiff(
  data: Uint8Array,
  directories: readonly (readonly Entry[])[],
  next?: (at: number, starts: readonly number[]) => number,
): Bytes {
  const starts: number[] = [];
  let end = 8 + data.length + (data.length % 2);
  for (const entries of directories) {
    starts.push(end);
    end += 6 + entries.length * 12;
  }
  const file = new Uint8Array(end);
  const view = new DataView(file.buffer);
  file.set(ascii("II*\0"));
  view.setUint32(4, starts[0] ?? 0, true);
  file.set(data, 8);
  directories.forEach((entries, at) => {
    const start = starts[at] ?? 0;
    view.setUint16(start, entries.length, true);
    entries.forEach((entry, index) => {
      writeEntry(view, start + 2 + index * 12, entry);
    });
    view.setUint32(
      start + 2 + entries.length * 12,
      next === undefined ? (starts[at + 1] ?? 0) : next(at, starts),
      true,
    );
  });
  return file;
}

function writeEntry(view: DataView, at: number, { tag, type, count, value }: Entry): void {
  view.setUint16(at, tag, true);
  view.setUint16(at + 2, type, true);
  view.setUint32(at + 4, count, true);
  if (type === 3 && count === 1) view.setUint16(at + 8, value, true);
  else view.setUint32(at + 8, value, true);
}

/** The entries of a plain grey picture of one strip that begins at byte 8. */
export function greyEntries(
  width: number,
  height: number,
  bytes: number,
  changes: Readonly<Record<number, Entry | null>> = {},
): readonly Entry[] {
  const plain: Record<number, Entry | null> = {
    256: { tag: 256, type: 4, count: 1, value: width },
    257: { tag: 257, type: 4, count: 1, value: height },
    258: { tag: 258, type: 3, count: 1, value: 8 },
    259: { tag: 259, type: 3, count: 1, value: 1 },
    262: { tag: 262, type: 3, count: 1, value: 1 },
    273: { tag: 273, type: 4, count: 1, value: 8 },
    277: { tag: 277, type: 3, count: 1, value: 1 },
    278: { tag: 278, type: 4, count: 1, value: height },
    279: { tag: 279, type: 4, count: 1, value: bytes },
    ...changes,
  };
  return Object.values(plain).filter((entry) => entry !== null);
}

/** GIF pictures one after the other, 4 shades, packed without packing (a clear code before every second pixel). */
export function gif(
  screen: readonly [number, number],
  frames: readonly { width: number; height: number; shades: Uint8Array }[],
): Bytes {
  const short = (value: number) => [value & 255, value >> 8];
  const palette = [0, 85, 170, 255].flatMap((shade) => [shade, shade, shade]);
  const head = joined(
    ascii("GIF89a"),
    Uint8Array.from([...short(screen[0]), ...short(screen[1]), 0x81, 0, 0, ...palette]),
  );
  const parts = frames.map(({ width, height, shades }) =>
    joined(
      Uint8Array.from([0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0, ...short(width), ...short(height), 0, 2]),
      blocks(gifCodes(shades)),
      Uint8Array.of(0),
    ),
  );
  return joined(head, ...parts, Uint8Array.of(0x3b));
}

/** Codes of 3 bits: clear (4), two pixels, clear, two pixels, …, end (5): the table never grows past 3 bits. */
function gifCodes(shades: Uint8Array): Uint8Array {
  const codes: number[] = [];
  shades.forEach((shade, at) => {
    if (at % 2 === 0) codes.push(4);
    codes.push(shade >> 6);
  });
  codes.push(5);
  const bytes = new Uint8Array(Math.ceil((codes.length * 3) / 8));
  codes.forEach((code, at) => {
    const bit = at * 3;
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | ((code << (bit & 7)) & 255);
    if ((bit & 7) > 5) bytes[(bit >> 3) + 1] = code >> (8 - (bit & 7));
  });
  return bytes;
}

function blocks(bytes: Uint8Array): Bytes {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += 255) {
    const part = bytes.subarray(at, at + 255);
    parts.push(Uint8Array.of(part.length), part);
  }
  return joined(...parts);
}

import { deflateSync } from "node:zlib";
import { createCanvas } from "@napi-rs/canvas";
import type { Bytes } from "#core/model/bytes.ts";
import { ascii, joined, withExif } from "../made.ts";
import { type HostileCase, orTooSlow, reads, refused } from "./case.ts";
import { chunk, gif, letterJpeg, letterPng, letterShades, png, smallLetter } from "./image-writer.ts";
import { flatJpeg } from "./jpeg-writer.ts";
import { deflateBomb } from "./pdf-writer.ts";

const zeros = (count: number) => new Uint8Array(count);
/** Pictures that are odd but hold a letter, and pictures that would fill the memory. */
export const images: readonly HostileCase[] = [
  refused(
    "a PNG that says it is 60,000 pixels square",
    () => png(60_000, 60_000, { rows: zeros(60_000) }),
    "image-too-large",
  ),
  orTooSlow(
    refused(
      "a PNG of 3,000 pixels square with nothing in it",
      () => png(3000, 3000, { packed: deflateSync(zeros(9)) }),
      "text-not-read",
    ),
  ),
  refused("a PNG that says it has no pixels", () => png(0, 0, { rows: zeros(0) }), "file-damaged"),
  reads("a PNG whose pixels unpack to 2 GB more", () =>
    png(640, 240, { packed: bombAfter(letterShades().data, 640, 240) }),
  ),
  reads("a PNG with a note that unpacks to 2 GB", () =>
    png(640, 240, {
      rows: letterShades().data,
      before: [chunk("zTXt", joined(ascii("Comment\0\0"), deflateBomb(2048)))],
    }),
  ),
  reads("a PNG with a colour profile that unpacks to 2 GB", () =>
    png(640, 240, { rows: letterShades().data, before: [chunk("iCCP", joined(ascii("a\0\0"), deflateBomb(2048)))] }),
  ),
  reads("a PNG without its end", () => png(640, 240, { rows: letterShades().data, end: false }), ["pdf-page-damaged"]),
  reads("a PNG cut off below the date", () => letterPng().slice(0, Math.round(letterPng().length * 0.6)), [
    "pdf-page-damaged",
  ]),
  reads("a PNG of 16 bits", () => png(640, 240, { depth: 16, rows: rows((shade) => [shade, shade]) })),
  reads("a PNG with a palette", () =>
    png(640, 240, {
      colour: 3,
      rows: rows((shade) => [shade >> 7]),
      before: [chunk("PLTE", Uint8Array.of(0, 0, 0, 255, 255, 255))],
    }),
  ),
  reads("a PNG whose paper is see-through", () =>
    png(640, 240, { colour: 4, rows: rows((shade) => [0, 255 - shade]) }),
  ),
  reads("a PNG of one bit", () => png(640, 240, { depth: 1, rows: bits() })),
  reads("a moving PNG", () =>
    png(640, 240, {
      rows: letterShades().data,
      before: [chunk("acTL", Uint8Array.of(0, 0, 0, 2, 0, 0, 0, 0)), chunk("fcTL", frameControl())],
    }),
  ),
  reads("a PNG named as a photograph with 3 MB behind it", () => joined(letterPng(), zeros(3_000_000))),
  refused(
    "a GIF that says it is 65,535 pixels square",
    () => gif([65_535, 65_535], [{ width: 4, height: 4, shades: zeros(16) }]),
    "image-too-large",
  ),
  refused(
    "a small GIF with a picture of 65,535 pixels square",
    () => gif([10, 10], [{ width: 65_535, height: 65_535, shades: zeros(16) }]),
    "file-damaged",
  ),
  reads("a GIF of three pictures", () =>
    gif([640, 240], [frame(), { width: 640, height: 240, shades: zeros(640 * 240) }, frame()]),
  ),
  refused("a GIF without pictures", () => gif([640, 240], []), "file-damaged"),
  refused("a WebP that says it is 16,384 pixels square", () => webp(16_383), "image-too-large"),
  refused("a WebP of rubbish", () => webp(99), "file-damaged"),
  reads("a WebP that is as it should be", () => new Uint8Array(smallLetter().toBuffer("image/webp"))),
  refused(
    "a JPEG that says it is 60,000 pixels square",
    () => resized(letterJpeg(), 60_000, 60_000),
    "image-too-large",
  ),
  refused("a JPEG that says it has no height", () => resized(letterJpeg(), 640, 0), "file-damaged"),
  reads("a JPEG cut off below the date", () => letterJpeg().slice(0, Math.round(letterJpeg().length * 0.7)), [
    "pdf-page-damaged",
  ]),
  reads("a progressive JPEG", () => flatJpeg({ ...small(), progressive: true })),
  reads("a JPEG in four colours", () => flatJpeg({ ...small(), components: 4 }), [], "You must pay every week"),
  reads("a progressive JPEG of 60 scans", () => flatJpeg({ ...small(), progressive: true, scans: 60 })),
  refused(
    "a progressive JPEG of 300 scans",
    () => flatJpeg({ ...small(), progressive: true, scans: 300 }),
    "file-damaged",
  ),
  refused("rubbish in an arithmetic JPEG", () => remarked(letterJpeg(), 0xc9), "text-not-read"),
  refused("a lossless JPEG", () => remarked(letterJpeg(), 0xc3), "file-damaged"),
  reads("a JPEG whose notes lead to themselves", () => withNotes(loopingNotes())),
  reads("a JPEG whose notes lie outside the file", () =>
    withNotes(Uint8Array.of(0x4d, 0x4d, 0, 42, 0xff, 0xff, 0xff, 0xff)),
  ),
  reads("a JPEG that says a turning that there isn't", () => withExif(letterJpeg(), 99)),
  ...([1, 2, 3, 4, 5, 6, 7, 8] as const).map((orientation) =>
    reads(`a photograph with orientation ${orientation}`, () => turned(orientation)),
  ),
];

/** The letter with each pixel's samples made of its shade. */
function rows(samplesOf: (shade: number) => readonly number[]): Uint8Array {
  const { data } = letterShades();
  const samples = samplesOf(0).length;
  const all = zeros(data.length * samples);
  data.forEach((shade, at) => {
    all.set(samplesOf(shade), at * samples);
  });
  return all;
}

function bits(): Uint8Array {
  const { data } = letterShades();
  return Uint8Array.from({ length: data.length / 8 }, (_, at) =>
    data.subarray(at * 8, at * 8 + 8).reduce((byte, shade) => byte * 2 + (shade >> 7), 0),
  );
}

/** The letter's rows, then 2 GB more in the same stream. */
function bombAfter(data: Uint8Array, width: number, height: number): Bytes {
  const all = zeros(data.length + height);
  for (let y = 0; y < height; y += 1) all.set(data.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const start = deflateSync(all, { finishFlush: 3 });
  return joined(start, deflateBomb(2048, "\0").subarray(2));
}

function frameControl(): Bytes {
  const body = zeros(26);
  const view = new DataView(body.buffer);
  view.setUint32(4, 640);
  view.setUint32(8, 240);
  view.setUint16(20, 1);
  view.setUint16(22, 10);
  return body;
}

function frame() {
  const { width, height, data } = letterShades();
  return { width, height, shades: data };
}

/** A WebP of the extended kind that says so many pixels each way, less one. */
function webp(less: number): Bytes {
  const size = [less & 255, less >> 8, 0];
  const body = joined(
    ascii("WEBPVP8X"),
    Uint8Array.of(10, 0, 0, 0, 0, 0, 0, 0, ...size, ...size),
    ascii("VP8 \x04\0\0\0abcd"),
  );
  return joined(ascii("RIFF"), Uint8Array.of(body.length, 0, 0, 0), body);
}

/** The letter's shades as blocks of a JPEG eight times as large. */
function small() {
  const { width, height, data } = letterShades(0.4);
  return { width, height, shades: data };
}

/** Where the frame header's marker stands. */
function frameAt(jpeg: Bytes): number {
  return jpeg.findIndex((byte, at) => byte === 0xff && jpeg[at + 1] === 0xc0);
}

function resized(jpeg: Bytes, width: number, height: number): Bytes {
  const copy = jpeg.slice();
  const view = new DataView(copy.buffer);
  view.setUint16(frameAt(jpeg) + 5, height);
  view.setUint16(frameAt(jpeg) + 7, width);
  return copy;
}

function remarked(jpeg: Bytes, marker: number): Bytes {
  const copy = jpeg.slice();
  copy[frameAt(jpeg) + 1] = marker;
  return copy;
}

function withNotes(block: Uint8Array): Bytes {
  const jpeg = letterJpeg();
  const length = block.length + 8;
  const head = joined(Uint8Array.of(0xff, 0xe1, length >> 8, length & 255), ascii("Exif\0\0"));
  return joined(jpeg.subarray(0, 2), head, block, jpeg.subarray(2));
}

/** One directory that says its own place as the next, and as the camera's and the GPS's. */
function loopingNotes(): Bytes {
  const block = zeros(38);
  const view = new DataView(block.buffer);
  block.set(ascii("MM\0*"));
  view.setUint32(4, 8);
  view.setUint16(8, 2);
  [0x8769, 0x8825].forEach((tag, at) => {
    view.setUint16(10 + at * 12, tag);
    view.setUint16(12 + at * 12, 4);
    view.setUint32(14 + at * 12, 1);
    view.setUint32(18 + at * 12, 8);
  });
  view.setUint32(34, 8);
  return block;
}

/** The letter stored so that it is upright once it is turned and mirrored as the orientation asks. */
function turned(orientation: number): Bytes {
  const upright = smallLetter();
  const { width, height } = upright;
  const sideways = orientation >= 5;
  const canvas = createCanvas(sideways ? height : width, sideways ? width : height);
  const context = canvas.getContext("2d");
  const [w, h] = [width, height];
  const ways: Record<number, readonly [number, number, number, number, number, number]> = {
    1: [1, 0, 0, 1, 0, 0],
    2: [-1, 0, 0, 1, w, 0],
    3: [-1, 0, 0, -1, w, h],
    4: [1, 0, 0, -1, 0, h],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, -1, 1, 0, 0, w],
    7: [0, -1, -1, 0, h, w],
    8: [0, 1, -1, 0, h, 0],
  };
  context.setTransform(...(ways[orientation] ?? [1, 0, 0, 1, 0, 0]));
  context.drawImage(upright, 0, 0);
  return withExif(new Uint8Array(canvas.toBuffer("image/jpeg")), orientation);
}

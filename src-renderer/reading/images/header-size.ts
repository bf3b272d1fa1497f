import type { Bytes } from "#core/model/bytes.ts";
import type { PixelSize } from "./image-file.ts";

/** What a JPEG, PNG, GIF or WebP says of its size, read from its header; null where it says nothing sensible. */
export function headerSize(bytes: Bytes, type: "jpeg" | "png" | "gif" | "webp"): PixelSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = readers[type](view);
    return size !== null && size.width > 0 && size.height > 0 ? size : null;
  } catch {
    return null;
  }
}

const readers = {
  png: (view: DataView) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  gif: gifSize,
  jpeg: jpegSize,
  webp: webpSize,
};

/** The screen's size, where a picture follows at all: a decoder makes an empty page of a GIF that has none. */
function gifSize(view: DataView): PixelSize | null {
  const flags = view.getUint8(10);
  let at = 13 + ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  while (view.getUint8(at) === 0x21) {
    at += 2;
    while (view.getUint8(at) !== 0) at += 1 + view.getUint8(at);
    at += 1;
  }
  if (view.getUint8(at) !== 0x2c) return null;
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** The frame header (SOF0–SOF15, but for the tables DHT, JPG and DAC) holds the size. */
function jpegSize(view: DataView): PixelSize | null {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) {
      at += 1;
      continue;
    }
    const marker = view.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    const bare = marker === 0xff || marker === 0x01 || marker === 0x00 || (marker >= 0xd0 && marker <= 0xd8);
    at += marker === 0xff ? 1 : bare ? 2 : 2 + view.getUint16(at + 2);
  }
  return null;
}

function webpSize(view: DataView): PixelSize | null {
  const kind = String.fromCharCode(view.getUint8(12), view.getUint8(13), view.getUint8(14), view.getUint8(15));
  if (kind === "VP8 ") return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind === "VP8L") {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (kind !== "VP8X") return null;
  const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1;
  return { width: three(24), height: three(27) };
}

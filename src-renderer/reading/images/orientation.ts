import type { Bytes } from "#core/model/bytes.ts";

/** EXIF orientation, 1–8: how the stored pixels must be turned and mirrored to be upright. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface FoundOrientation {
  readonly orientation: Orientation;
  /** where the value's two bytes stand in the file, so that decoders can be kept from applying it as well */
  readonly at: number;
  readonly littleEndian: boolean;
}

/** The orientation a JPEG, PNG or WebP carries in its EXIF block; null where there is none or it is damaged. */
export function findOrientation(bytes: Bytes, type: "jpeg" | "png" | "webp"): FoundOrientation | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const start = blockFinders[type](view);
    return start === null ? null : orientationTag(view, start);
  } catch {
    return null;
  }
}

/** The same file saying "upright", for decoders that would turn it by themselves; the same bytes where none is said. */
export function withoutOrientation(bytes: Bytes, found: FoundOrientation | null): Bytes {
  if (found === null || found.orientation === 1) return bytes;
  const copy = bytes.slice();
  new DataView(copy.buffer).setUint16(found.at, 1, found.littleEndian);
  return copy;
}

const ORIENTATION_TAG = 0x0112;

function orientationTag(view: DataView, start: number): FoundOrientation | null {
  const order = view.getUint16(start);
  if (order !== 0x4949 && order !== 0x4d4d) return null;
  const littleEndian = order === 0x4949;
  const directory = start + view.getUint32(start + 4, littleEndian);
  const count = view.getUint16(directory, littleEndian);
  for (let entry = 0; entry < count; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (view.getUint16(at, littleEndian) !== ORIENTATION_TAG) continue;
    const orientation = view.getUint16(at + 8, littleEndian);
    return isOrientation(orientation) ? { orientation, at: at + 8, littleEndian } : null;
  }
  return null;
}

export function isOrientation(value: number): value is Orientation {
  return Number.isInteger(value) && value >= 1 && value <= 8;
}

const blockFinders = { jpeg: jpegExif, png: pngExif, webp: webpExif };

/** APP1 segments come before the picture itself; the block begins after "Exif\0\0". */
function jpegExif(view: DataView): number | null {
  for (let at = 2; at + 10 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda) return null;
    if (marker === 0xe1 && view.getUint32(at + 4) === 0x45786966) return at + 10;
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** The eXIf chunk may stand before or after the picture data. */
function pngExif(view: DataView): number | null {
  for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at)) {
    if (view.getUint32(at + 4) === 0x65584966) return at + 8;
  }
  return null;
}

function webpExif(view: DataView): number | null {
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const length = view.getUint32(at + 4, true);
    if (view.getUint32(at) === 0x45584946) {
      const named = view.getUint32(at + 8) === 0x45786966;
      return at + 8 + (named ? 6 : 0);
    }
    at += 8 + length + (length % 2);
  }
  return null;
}

import { joinBytes } from "../../model/bytes.ts";

/**
 * A JPEG without what a camera or tool wrote beside the picture: EXIF, GPS, XMP, IPTC, comments, previews, and
 * anything behind the picture's end. The picture itself, its colour profile and Adobe's colour marker stay, byte
 * for byte. Bytes that aren't a JPEG come back as they are.
 */
export function cleanJpeg(jpeg: Uint8Array): Uint8Array {
  if (jpeg[0] !== 0xff || jpeg[1] !== START_OF_IMAGE) return jpeg;
  const kept: Uint8Array[] = [jpeg.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff) {
    const marker = jpeg[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END_OF_IMAGE) break;
    const length = standsAlone(marker) ? 2 : 2 + (jpeg[at + 2] ?? 0) * 256 + (jpeg[at + 3] ?? 0);
    const end = marker === START_OF_SCAN ? scanEnd(jpeg, at + length) : at + length;
    if (!saysSomethingElse(marker)) kept.push(jpeg.subarray(at, end));
    at = end;
  }
  kept.push(Uint8Array.of(0xff, END_OF_IMAGE));
  return joinBytes(kept);
}

const START_OF_IMAGE = 0xd8;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;

function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/** APP0 (JFIF), APP2 (colour profile) and APP14 (Adobe colours) matter to the picture; the others don't. */
function saysSomethingElse(marker: number): boolean {
  const app = marker >= 0xe0 && marker <= 0xef;
  return marker === 0xfe || (app && marker !== 0xe0 && marker !== 0xe2 && marker !== 0xee);
}

/** Where the compressed data of a scan ends: at the next marker that is neither stuffing nor a restart. */
function scanEnd(jpeg: Uint8Array, from: number): number {
  for (let at = jpeg.indexOf(0xff, from); at !== -1; at = jpeg.indexOf(0xff, at + 1)) {
    const next = jpeg[at + 1];
    if (next === undefined) return jpeg.length;
    if (next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return jpeg.length;
}

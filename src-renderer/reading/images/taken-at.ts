import type { Bytes } from "#core/model/bytes.ts";

/** Cameras write their notes before the picture; in HEIC they stand right after the list of its parts. */
export const takenAtBytes = 512 * 1024;

/**
 * When a photograph was taken, by the camera's clock: "2026:05:03 14:22:10", which sorts as it is. It tells only which
 * of several comes first, and is kept nowhere.
 *
 * Source: EXIF 2.32, 4.6: DateTimeOriginal (0x9003) in the part that 0x8769 points at, else DateTime (0x0132).
 *
 * @param start the file's first bytes
 * @returns null where no camera wrote it
 */
export function takenAt(start: Bytes): string | null {
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  const block = exifStart(start);
  if (block === null) return null;
  try {
    return timeIn(view, block);
  } catch {
    // notes that are cut off or point anywhere: as good as none
    return null;
  }
}

/** After "Exif\0\0", where "II*\0" or "MM\0*" follows. */
function exifStart(bytes: Bytes): number | null {
  const name = [0x45, 0x78, 0x69, 0x66, 0, 0];
  for (let at = bytes.indexOf(0x45); at >= 0; at = bytes.indexOf(0x45, at + 1)) {
    const order = bytes[at + 6];
    if ((order === 0x49 || order === 0x4d) && name.every((byte, step) => bytes[at + step] === byte)) return at + 6;
  }
  return null;
}

function timeIn(view: DataView, block: number): string | null {
  const isLittle = view.getUint16(block) === 0x4949;
  const first = entriesOf(view, block, view.getUint32(block + 4, isLittle), isLittle);
  const notes = first.get(0x8769);
  const original = notes === undefined ? undefined : entriesOf(view, block, notes, isLittle).get(0x9003);
  const at = original ?? first.get(0x0132);
  if (at === undefined) return null;
  const letters = Array.from({ length: 19 }, (_, step) => String.fromCharCode(view.getUint8(block + at + step)));
  const time = letters.join("");
  return /^(?:19|20)\d\d:[01]\d:[0-3]\d [0-2]\d:\d\d:\d\d$/.test(time) ? time : null;
}

/** What each entry of a list points at, by its number. */
function entriesOf(view: DataView, block: number, list: number, isLittle: boolean): ReadonlyMap<number, number> {
  const count = Math.min(view.getUint16(block + list, isLittle), 500);
  const entries = new Map<number, number>();
  for (let entry = 0; entry < count; entry += 1) {
    const at = block + list + 2 + entry * 12;
    entries.set(view.getUint16(at, isLittle), view.getUint32(at + 8, isLittle));
  }
  return entries;
}

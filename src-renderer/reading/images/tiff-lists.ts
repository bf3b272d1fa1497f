import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";

/** More pages than any scanner sends in one file. */
const mostPages = 1000;
/** Numbers in all lists together, beyond which entries are passed over: a page of strips has some thousands. */
const mostNumbers = 1_000_000;

/** Bytes of one value by an entry's type, 1–13. Source: TIFF 6.0, section 2, and its Technical Note 1. */
const valueBytes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4] as const;
/** Bytes that are taken as they lie, without a number being made of each. */
const plainBytes = new Set([1, 7]);
/** Lists within the list and camera makers' notes: nothing in them is needed, and they can lead anywhere. */
const innerLists = new Set([330, 34665, 34853, 37500, 40965, 50740, 61440]);

export interface SoundTiff {
  readonly bytes: Bytes;
  /** its list of pages leads out of the file: there were more */
  readonly cutShort: boolean;
}

/**
 * The same TIFF with what could keep its decoder busy for ever taken out: pages that lead back to earlier ones or out
 * of the file, entries that are longer than the file, and lists within lists.
 * @throws {Problem} `file-damaged`
 */
export function withSoundLists(bytes: Bytes): SoundTiff {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const littleEndian = copy[0] === 0x49;
  const seen = new Set<number>();
  let numbers = 0;
  let at = bytes.length < 8 ? 0 : view.getUint32(4, littleEndian);
  while (true) {
    const end = endOfList(view, at, littleEndian);
    if (end === null) throw new Problem("file-damaged", "a list of the TIFF lies outside the file");
    seen.add(at);
    for (let entry = at + 2; entry < end; entry += 12) {
      numbers += numbersOf(view, entry, littleEndian);
      if (!isSound(view, entry, littleEndian) || numbers > mostNumbers) passOver(view, entry, littleEndian);
    }
    const next = view.getUint32(end, littleEndian);
    if (next === 0) return { bytes: copy, cutShort: false };
    if (seen.size >= mostPages) throw new Problem("file-damaged", "more pages than a TIFF has");
    if (seen.has(next) || endOfList(view, next, littleEndian) === null) {
      view.setUint32(end, 0, littleEndian);
      return { bytes: copy, cutShort: !seen.has(next) };
    }
    at = next;
  }
}

/** Where the place of the next list is written; null where the list does not lie within the file. */
function endOfList(view: DataView, at: number, littleEndian: boolean): number | null {
  if (at < 8 || at + 2 > view.byteLength) return null;
  const end = at + 2 + view.getUint16(at, littleEndian) * 12;
  return end + 4 > view.byteLength ? null : end;
}

function isSound(view: DataView, entry: number, littleEndian: boolean): boolean {
  if (innerLists.has(view.getUint16(entry, littleEndian))) return false;
  const size = (valueBytes[view.getUint16(entry + 2, littleEndian)] ?? 0) * view.getUint32(entry + 4, littleEndian);
  if (size === 0) return false;
  return size <= 4 || view.getUint32(entry + 8, littleEndian) + size <= view.byteLength;
}

function numbersOf(view: DataView, entry: number, littleEndian: boolean): number {
  const count = view.getUint32(entry + 4, littleEndian);
  return isSound(view, entry, littleEndian) && !plainBytes.has(view.getUint16(entry + 2, littleEndian)) ? count : 0;
}

/** Makes the entry one of a single byte under a number that nobody knows. */
function passOver(view: DataView, entry: number, littleEndian: boolean): void {
  view.setUint16(entry, 0xfffe, littleEndian);
  view.setUint16(entry + 2, 1, littleEndian);
  view.setUint32(entry + 4, 1, littleEndian);
}

import { deflateSync } from "node:zlib";
import type { Bytes } from "#core/model/bytes.ts";
import { ascii, joined } from "../made.ts";
import { type HostileCase, reads, refused } from "./case.ts";
import { type Entry, greyEntries, letterShades, tiff } from "./image-writer.ts";
import { deflateBomb } from "./pdf-writer.ts";

const short = (tag: number, value: number): Entry => ({ tag, type: 3, count: 1, value });
const long = (tag: number, value: number, count = 1): Entry => ({ tag, type: 4, count, value });
const size = [640, 240] as const;
const shades = () => letterShades().data;
const plain = (changes: Readonly<Record<number, Entry | null>> = {}) => greyEntries(...size, shades().length, changes);
const claims =
  (width: number, height: number, changes: Readonly<Record<number, Entry | null>> = {}) =>
  () =>
    tiff(new Uint8Array(16), [greyEntries(width, height, 16, changes)]);
const packed = (data: Uint8Array, changes: Readonly<Record<number, Entry | null>> = {}) =>
  tiff(data, [greyEntries(...size, data.length, { 259: short(259, 8), ...changes })]);

/** TIFF and HEIC files: lists that loop, entries that are bombs, pictures that aren't there. */
export const tiffs: readonly HostileCase[] = [
  reads("a TIFF that is as it should be", () => tiff(shades(), [plain()])),
  reads("a TIFF of two pages", () => tiff(shades(), [plain(), plain()])),
  reads("a TIFF whose list of pages leads back to its first", () =>
    tiff(shades(), [plain()], (_, starts) => starts[0] ?? 0),
  ),
  reads("a TIFF whose second page leads back to itself", () =>
    tiff(shades(), [plain(), plain({ 254: short(254, 1) })], (_, starts) => starts[1] ?? 0),
  ),
  reads("a TIFF whose list of pages leads out of the file", () => tiff(shades(), [plain()], () => 0x7fffffff), [
    "pdf-page-damaged",
  ]),
  reads("a TIFF with an entry of four thousand million numbers", () =>
    tiff(shades(), [plain({ 700: long(700, 8, 0xffffffff) })]),
  ),
  reads("a TIFF whose inner list of pages is itself", () =>
    tiff(shades(), [plain({ 330: long(330, 8 + shades().length) })]),
  ),
  reads("a TIFF whose camera notes lead to themselves", () =>
    tiff(shades(), [plain({ 34665: long(34665, 8 + shades().length) })]),
  ),
  refused(
    "a TIFF of 20,000 pages",
    () =>
      tiff(
        new Uint8Array(16),
        Array.from({ length: 20_000 }, () => greyEntries(4, 4, 16)),
      ),
    "file-damaged",
  ),
  refused("a TIFF that says it is 60,000 pixels square", claims(60_000, 60_000), "image-too-large"),
  refused("a TIFF of 9,999 pixels square with nothing in it", claims(9999, 9999), "file-damaged"),
  refused("a TIFF of 65,535 colours", claims(3000, 3000, { 277: short(277, 65_535) }), "file-damaged"),
  refused("a TIFF of 65,535 bits a colour", claims(3000, 3000, { 258: short(258, 65_535) }), "file-damaged"),
  refused("a TIFF with no place for its pixels", claims(640, 240, { 273: null, 279: null }), "file-damaged"),
  refused(
    "a TIFF whose pixels are outside the file",
    claims(640, 240, { 273: long(273, 0x7fffffff), 279: long(279, 0x7fffffff) }),
    "file-damaged",
  ),
  refused("a TIFF of no rows a strip", claims(640, 240, { 278: long(278, 0) }), "file-damaged"),
  refused(
    "a TIFF of tiles of no size",
    claims(640, 240, { 322: long(322, 0), 323: long(323, 0), 324: long(324, 8), 325: long(325, 16) }),
    "file-damaged",
  ),
  refused(
    "a TIFF of tiles larger than the world",
    claims(640, 240, { 322: long(322, 0x7fffffff), 323: long(323, 0x7fffffff), 324: long(324, 8), 325: long(325, 16) }),
    "file-damaged",
  ),
  refused("a TIFF packed in a way that nobody knows", claims(640, 240, { 259: short(259, 999) }), "file-damaged"),
  reads("a deflated TIFF", () => packed(deflateSync(shades()))),
  refused("a deflated TIFF that unpacks to 2 GB", () => packed(deflateBomb(2048, "\0")), "file-damaged"),
  refused(
    "a fax TIFF of rubbish",
    () => packed(new Uint8Array(5000).fill(0x5a), { 259: short(259, 4), 258: short(258, 1) }),
    "text-not-read",
  ),
  refused(
    "a JPEG TIFF of rubbish",
    () => packed(ascii("\xff\xd8\xff\xe0rubbish"), { 259: short(259, 7) }),
    "file-damaged",
  ),
  refused(
    "a TIFF cut off in its list",
    () => tiff(shades(), [plain()]).slice(0, 8 + shades().length + 30),
    "file-damaged",
  ),
  refused("a TIFF whose list is its own first byte", () => ascii("II*\0\0\0\0\0"), "file-damaged"),
  refused("a BigTIFF", () => joined(ascii("II+\0\x08\0\0\0\x10"), new Uint8Array(64)), "file-unknown-type"),
  refused("a HEIC file of a name and nothing else", () => heic(), "file-damaged"),
  refused("a HEIC file cut off within its first box", () => heic().slice(0, 20), "file-damaged"),
  refused("a HEIC file whose boxes have no length", () => heic(ascii("\0\0\0\0meta\0\0\0\0")), "file-damaged"),
  refused("a HEIC file whose boxes are 4 GB long", () => heic(ascii("\xff\xff\xff\xffmeta\0\0\0\0")), "file-damaged"),
  refused("a HEIC file of boxes 20,000 deep", () => heic(deepBoxes(20_000)), "file-damaged"),
  refused("a HEIC file that says it is 60,000 pixels square", () => heic(saysSize(60_000)), "file-damaged"),
  refused(
    "a film in a HEIC file's clothes",
    () => joined(ascii("\0\0\0\x18ftypisom\0\0\0\0mp42avc1")),
    "file-unknown-type",
  ),
];

function box(name: string, ...parts: readonly Uint8Array[]): Bytes {
  const body = joined(...parts);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, body.length + 8);
  return joined(length, ascii(name), body);
}

function heic(...boxes: readonly Uint8Array[]): Bytes {
  return joined(box("ftyp", ascii("heic\0\0\0\0mif1heic")), ...boxes);
}

function deepBoxes(depth: number): Bytes {
  const count = depth * 8;
  const bytes = new Uint8Array(count);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < count; at += 8) {
    view.setUint32(at, count - at);
    bytes.set(ascii("iprp"), at + 4);
  }
  return bytes;
}

/** A whole skeleton (main picture, one item, its size) around a picture that isn't there. */
function saysSize(pixels: number): Bytes {
  const side = new Uint8Array(12);
  const view = new DataView(side.buffer);
  view.setUint32(4, pixels);
  view.setUint32(8, pixels);
  const version = new Uint8Array(4);
  const item = box("infe", Uint8Array.of(2, 0, 0, 0, 0, 1, 0, 0), ascii("hvc1\0"));
  return box(
    "meta",
    version,
    box("hdlr", version, ascii("\0\0\0\0pict"), new Uint8Array(13)),
    box("pitm", version, Uint8Array.of(0, 1)),
    box("iinf", version, Uint8Array.of(0, 1), item),
    box("iloc", version, Uint8Array.of(0x44, 0, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 9)),
    box("iprp", box("ipco", box("ispe", side)), box("ipma", version, Uint8Array.of(0, 0, 0, 1, 0, 1, 1, 0x81))),
  );
}

import UTIF from "utif2";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";
import type { Raster, TiffPages } from "../platform.ts";
import { refuseTooLarge, workingSize } from "./image-file.ts";
import { isOrientation } from "./orientation.ts";
import { scaleDown } from "./scale.ts";
import { withSoundLists } from "./tiff-lists.ts";
import { refuseUnsoundStrips, type TiffStrips } from "./tiff-strips.ts";
import { turnUpright } from "./turn.ts";

type Directory = ReturnType<typeof UTIF.decode>[number];

const tag = {
  subfileType: "t254",
  width: "t256",
  height: "t257",
  bits: "t258",
  compression: "t259",
  stripStarts: "t273",
  orientation: "t274",
  samples: "t277",
  stripLengths: "t279",
  tileWidth: "t322",
  tileHeight: "t323",
  tileStarts: "t324",
  tileLengths: "t325",
} as const;

/**
 * How many pages a TIFF has: each full-size picture in it is one, as scanners and fax machines write them.
 * @throws {Problem} `file-damaged`, `image-too-large`
 */
export function tiffPages(bytes: Bytes): TiffPages {
  const { directories, cutShort } = pagesOf(bytes);
  for (const directory of directories) refuseTooLarge(sizeOf(directory));
  return { count: directories.length, cutShort };
}

/** Decodes one page, from 0. @throws {Problem} `file-damaged`, `image-too-large` */
export async function tiffPage(bytes: Bytes, at: number): Promise<Raster> {
  const directory = pagesOf(bytes).directories[at];
  if (directory === undefined) throw new Problem("file-damaged", `the TIFF has no page ${at}`);
  refuseTooLarge(sizeOf(directory));
  await refuseUnsoundStrips(bytes, stripsOf(directory));
  return turnUpright(decoded(bytes, directory), orientationOf(directory));
}

function pagesOf(bytes: Bytes): { readonly directories: readonly Directory[]; readonly cutShort: boolean } {
  const sound = withSoundLists(bytes);
  const directories = attempt(() => UTIF.decode(sound.bytes.buffer)).filter(isPage);
  if (directories.length === 0) throw new Problem("file-damaged", "no picture in the TIFF file");
  return { directories, cutShort: sound.cutShort };
}

/** Bit 0 of NewSubfileType marks a thumbnail of another picture in the file. */
function isPage(directory: Directory): boolean {
  const size = sizeOf(directory);
  return (numberIn(directory, tag.subfileType) & 1) === 0 && size.width > 0 && size.height > 0;
}

function sizeOf(directory: Directory) {
  return { width: numberIn(directory, tag.width), height: numberIn(directory, tag.height) };
}

function orientationOf(directory: Directory) {
  const value = numberIn(directory, tag.orientation);
  return isOrientation(value) ? value : 1;
}

function numberIn(directory: Directory, name: string): number {
  const values = directory[name];
  const first = Array.isArray(values) ? values[0] : undefined;
  return typeof first === "number" ? first : 0;
}

function numbersIn(directory: Directory, name: string): readonly number[] {
  const values = directory[name];
  return Array.isArray(values) ? values.filter((value) => typeof value === "number") : [];
}

function stripsOf(directory: Directory): TiffStrips {
  const isTiled = directory[tag.tileWidth] !== undefined;
  const tile = { width: numberIn(directory, tag.tileWidth), height: numberIn(directory, tag.tileHeight) };
  return {
    ...sizeOf(directory),
    samples: numbersIn(directory, tag.samples)[0] ?? 1,
    bits: numbersIn(directory, tag.bits)[0] ?? 1,
    compression: numbersIn(directory, tag.compression)[0] ?? 1,
    starts: numbersIn(directory, isTiled ? tag.tileStarts : tag.stripStarts),
    lengths: numbersIn(directory, isTiled ? tag.tileLengths : tag.stripLengths),
    tile: isTiled ? tile : null,
  };
}

function decoded(bytes: Bytes, directory: Directory): Raster {
  const { width, height } = sizeOf(directory);
  const rgba = attempt(() => {
    UTIF.decodeImage(bytes.slice().buffer, directory);
    return UTIF.toRGBA8(directory);
  });
  if (rgba.length < width * height * 4) throw new Problem("file-damaged", "the TIFF picture is incomplete");
  const page: Raster = { width, height, data: new Uint8ClampedArray(rgba.slice().buffer) };
  return scaleDown(page, workingSize(page));
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new Problem("file-damaged", "the TIFF file could not be decoded", { cause });
  }
}

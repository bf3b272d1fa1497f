import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";

/** What a TIFF says of how its pixels are kept; places and lengths in bytes. */
export interface TiffStrips {
  readonly width: number;
  readonly height: number;
  readonly samples: number;
  readonly bits: number;
  readonly compression: number;
  readonly starts: readonly number[];
  readonly lengths: readonly number[];
  /** null for strips */
  readonly tile: { readonly width: number; readonly height: number } | null;
}

/** Unpacked pixels as they come from the file: 100 million of four bytes. */
const mostBytes = 400_000_000;
const mostSamples = 8;
const mostBits = 64;
const uncompressed = 1;
/** What utif2 can unpack: anything else would come out black without a word. */
const known = new Set([1, 2, 3, 4, 5, 6, 7, 8, 32773, 32946, 34892]);
const deflated = new Set([8, 32946]);

/**
 * Refuses pixels that can't be what they say, before anything is unpacked: too many colours, places outside the file,
 * too few tiles, more within a strip than it has room for.
 * @throws {Problem} `file-damaged`
 */
export async function refuseUnsoundStrips(bytes: Bytes, strips: TiffStrips): Promise<void> {
  const { width, height, samples, bits, starts, tile } = strips;
  const rowBytes = (across: number) => Math.ceil((across * samples * bits) / 8);
  const whole = rowBytes(width) * height;
  const one = tile === null ? whole : rowBytes(tile.width) * tile.height;
  if (!known.has(strips.compression)) throw damaged("the TIFF is packed in a way that nothing here can unpack");
  const isAbsurd = samples < 1 || samples > mostSamples || bits < 1 || bits > mostBits || whole > mostBytes;
  if (isAbsurd || one < 1 || one > mostBytes) throw damaged("more in the TIFF's pixels than a picture has");
  if (starts.length < piecesOf(strips) || starts.length > Math.max(height, piecesOf(strips)))
    throw damaged("the TIFF has not as many strips as it needs");
  for (const [at, start] of starts.entries()) {
    const length = strips.lengths[at] ?? 0;
    refusePiece(bytes, start, length, { strips, most: one });
    if (deflated.has(strips.compression)) await refuseBomb(bytes.subarray(start, start + length), one);
  }
}

function piecesOf({ width, height, tile }: TiffStrips): number {
  return tile === null ? 1 : Math.ceil(width / tile.width) * Math.ceil(height / tile.height);
}

function refusePiece(bytes: Bytes, start: number, length: number, of: { strips: TiffStrips; most: number }): void {
  const { compression, starts } = of.strips;
  if (start + length > bytes.length) throw damaged("pixels of the TIFF lie outside the file");
  if (compression === uncompressed && length > of.most) throw damaged("a strip is longer than the picture");
  // The decoder takes the size of an only strip for its length.
  if (compression === uncompressed && starts.length === 1 && start + of.most > bytes.length)
    throw damaged("the TIFF's pixels are cut off");
}

/** Unpacks bit by bit and keeps nothing: the decoder itself unpacks all at once. What is merely damaged is its matter. */
async function refuseBomb(packed: Bytes, most: number): Promise<void> {
  const { readable, writable } = new DecompressionStream("deflate");
  const writer = writable.getWriter();
  writer.write(packed).catch(() => {});
  writer.close().catch(() => {});
  const reader = readable.getReader();
  for (let unpacked = 0; unpacked <= most; ) {
    const part = await reader.read().catch(() => ({ done: true, value: undefined }));
    if (part.done || part.value === undefined) return;
    unpacked += part.value.byteLength;
  }
  void reader.cancel().catch(() => {});
  throw damaged("a strip of the TIFF unpacks to more than the picture");
}

function damaged(detail: string): Problem {
  return new Problem("file-damaged", detail);
}

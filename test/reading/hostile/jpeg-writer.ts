import type { Bytes } from "#core/model/bytes.ts";
import { joined } from "../made.ts";

export interface JpegMaking {
  /** blocks across and down, one shade each */
  readonly width: number;
  readonly height: number;
  readonly shades: Uint8Array;
  /** 1 grey; 4 is CMYK, written inverted as Photoshop does */
  readonly components?: 1 | 4;
  readonly progressive?: boolean;
  /** how often the same scan follows: nothing new, but work */
  readonly scans?: number;
}

/**
 * A JPEG whose blocks of 8 × 8 are each of one shade: the simplest there is, so that kinds that no library here
 * writes (progressive, four colours) can be made. Source: ITU-T T.81.
 */
export function flatJpeg({ width, height, shades, components = 1, progressive = false, scans = 1 }: JpegMaking): Bytes {
  const ids = Array.from({ length: components }, (_, at) => at + 1);
  const adobe = segment(0xee, [0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, 0]);
  const quantise = segment(0xdb, [0, ...Array.from({ length: 64 }, () => 8)]);
  const [across, down] = [width * 8, height * 8];
  const frame = [
    8,
    down >> 8,
    down & 255,
    across >> 8,
    across & 255,
    components,
    ...ids.flatMap((id) => [id, 0x11, 0]),
  ];
  // DC lengths 0 to 11, all codes of 4 bits; AC: the end of a block, one bit.
  const dc = segment(0xc4, [0, 0, 0, 0, 12, ...Array.from({ length: 12 }, () => 0), ...Array(12).keys()]);
  const ac = segment(0xc4, [0x10, 1, ...Array.from({ length: 15 }, () => 0), 0]);
  const scan = segment(0xda, [components, ...ids.flatMap((id) => [id, 0]), 0, progressive ? 0 : 63, 0]);
  const coded = entropy(shades, components, progressive);
  const repeated = Array.from({ length: scans }, () => [scan, coded]).flat();
  const head = [Uint8Array.of(0xff, 0xd8), ...(components === 4 ? [adobe] : []), quantise];
  return joined(...head, segment(progressive ? 0xc2 : 0xc0, frame), dc, ac, ...repeated, Uint8Array.of(0xff, 0xd9));
}

function segment(marker: number, body: readonly number[]): Bytes {
  const length = body.length + 2;
  return Uint8Array.from([0xff, marker, length >> 8, length & 255, ...body]);
}

/** Differences of the blocks' levels; without progress each block also says that nothing else is in it. */
function entropy(shades: Uint8Array, components: number, progressive: boolean): Bytes {
  const bytes: number[] = [];
  let held = 0;
  let count = 0;
  const put = (value: number, bits: number) => {
    for (let bit = bits - 1; bit >= 0; bit -= 1) {
      held = (held << 1) | ((value >> bit) & 1);
      count += 1;
      if (count < 8) continue;
      bytes.push(held);
      if (held === 255) bytes.push(0);
      held = 0;
      count = 0;
    }
  };
  const previous = Array.from({ length: components }, () => 0);
  for (const shade of shades) {
    for (let component = 0; component < components; component += 1) {
      const level = component === components - 1 || components === 1 ? shade - 128 : 127;
      const difference = level - (previous[component] ?? 0);
      previous[component] = level;
      const size = difference === 0 ? 0 : 32 - Math.clz32(Math.abs(difference));
      put(size, 4);
      put(difference > 0 ? difference : difference + 2 ** size - 1, size);
      if (!progressive) put(0, 1);
    }
  }
  if (count > 0) put(0xff, 8 - count);
  return Uint8Array.from(bytes);
}

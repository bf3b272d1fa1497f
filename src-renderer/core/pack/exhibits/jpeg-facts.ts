/** What a JPEG says of its picture. */
export interface JpegFacts {
  readonly width: number;
  readonly height: number;
  readonly components: 1 | 3 | 4;
}

/** Reads the frame header; null where there is none or it makes no sense. */
export function jpegFacts(jpeg: Uint8Array): JpegFacts | null {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return null;
  for (let at = 2; at + 9 < jpeg.length && jpeg[at] === 0xff; ) {
    const marker = jpeg[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return frame(jpeg, at);
    else at += 2 + word(jpeg, at + 2);
  }
  return null;
}

/** SOF0–SOF15 but for the tables that share their range. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function frame(jpeg: Uint8Array, at: number): JpegFacts | null {
  const height = word(jpeg, at + 5);
  const width = word(jpeg, at + 7);
  const components = jpeg[at + 9];
  if (width === 0 || height === 0) return null;
  return components === 1 || components === 3 || components === 4 ? { width, height, components } : null;
}

function word(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
}

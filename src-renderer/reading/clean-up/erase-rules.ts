import type { GreyRaster } from "../platform.ts";

/** Darker than this is part of a ruled line, on a page whose light has been evened out (paper is 235). */
const ink = 195;
/** In pixels at 300 dpi: longer than any letter's stroke, and thinner than any bar or picture. */
const shortest = 150;
const thickest = 12;
/** The bars of "TT" in a heading run together: a rule is many times longer than thick. */
const slimness = 16;

/**
 * Takes the ruled lines of tables and boxes off a page, in place: OCR takes a ruled table for a drawing and leaves
 * out what stands in its cells.
 */
export function eraseRules(page: GreyRaster): GreyRaster {
  const { width, height } = page;
  const rules = new Uint8Array(page.data.length);
  for (let y = 0; y < height; y += 1) markRuns(page, rules, { first: y * width, step: 1, count: width, aside: width });
  for (let x = 0; x < width; x += 1) markRuns(page, rules, { first: x, step: width, count: height, aside: 1 });
  for (let at = 0; at < rules.length; at += 1) if (rules[at] === 1) whitenAround(page.data, at, width);
  return page;
}

/** A row or a column of pixels: where it begins, the way to the next pixel, and the way to the next row or column. */
interface Strip {
  readonly first: number;
  readonly step: number;
  readonly count: number;
  readonly aside: number;
}

function markRuns({ data }: GreyRaster, rules: Uint8Array, { first, step, count, aside }: Strip): void {
  let length = 0;
  for (let at = 0; at <= count; at += 1) {
    if (at < count && (data[first + at * step] ?? 255) < ink) {
      length += 1;
      continue;
    }
    if (length >= shortest) {
      for (let pixel = at - length; pixel < at; pixel += 1) {
        const place = first + pixel * step;
        if (isThin(data, place, aside, Math.min(thickest, length / slimness))) rules[place] = 1;
      }
    }
    length = 0;
  }
}

/** How far the ink reaches to both sides: a rule crosses a letter or another rule here and there, and is left there. */
function isThin(data: Uint8Array, at: number, aside: number, most: number): boolean {
  let thickness = 1;
  for (let away = at + aside; (data[away] ?? 255) < ink && thickness <= most; away += aside) thickness += 1;
  for (let away = at - aside; (data[away] ?? 255) < ink && thickness <= most; away -= aside) thickness += 1;
  return thickness <= most;
}

/** A rule's soft edge goes with it. */
function whitenAround(data: Uint8Array, at: number, width: number): void {
  for (const row of [at - width, at, at + width]) {
    for (const place of [row - 1, row, row + 1]) if (place >= 0 && place < data.length) data[place] = 235;
  }
}

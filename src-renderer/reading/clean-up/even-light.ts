import type { GreyRaster } from "../platform.ts";

/** Light is measured on squares of this share of the long side: larger than any letter, smaller than any shadow. */
const squareShare = 1 / 48;

/**
 * The page as if it were lit evenly: each pixel is divided by the paper's brightness around it, so that shadows and
 * yellow lamps become white paper.
 */
export function evenLight(page: GreyRaster): GreyRaster {
  const square = Math.max(8, Math.round(Math.max(page.width, page.height) * squareShare));
  const paper = smooth(paperLight(page, square));
  const data = new Uint8Array(page.data.length);
  for (let y = 0; y < page.height; y += 1) {
    const row = Math.min(paper.height - 1, Math.max(0, (y + 0.5) / square - 0.5));
    const above = Math.floor(row);
    const below = Math.min(paper.height - 1, above + 1);
    for (let x = 0; x < page.width; x += 1) {
      const column = Math.min(paper.width - 1, Math.max(0, (x + 0.5) / square - 0.5));
      const left = Math.floor(column);
      const right = Math.min(paper.width - 1, left + 1);
      const upper = mix(light(paper, left, above), light(paper, right, above), column - left);
      const lower = mix(light(paper, left, below), light(paper, right, below), column - left);
      const shade = ((page.data[y * page.width + x] ?? 0) * 235) / Math.max(24, mix(upper, lower, row - above));
      data[y * page.width + x] = Math.min(shade, 255);
    }
  }
  return { ...page, data };
}

interface Light {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

function light(paper: Light, x: number, y: number): number {
  return paper.data[y * paper.width + x] ?? 255;
}

function mix(one: number, other: number, share: number): number {
  return one + (other - one) * share;
}

/** Brightness of the paper in each square: its 80th percentile, which print does not reach. */
function paperLight(page: GreyRaster, square: number): Light {
  const width = Math.ceil(page.width / square);
  const height = Math.ceil(page.height / square);
  const data = new Float32Array(width * height);
  const counts = new Uint32Array(256);
  for (let at = 0; at < data.length; at += 1) {
    const left = (at % width) * square;
    const top = Math.floor(at / width) * square;
    counts.fill(0);
    let total = 0;
    for (let y = top; y < Math.min(page.height, top + square); y += 1) {
      for (let x = left; x < Math.min(page.width, left + square); x += 1) {
        const shade = page.data[y * page.width + x] ?? 0;
        counts[shade] = (counts[shade] ?? 0) + 1;
        total += 1;
      }
    }
    data[at] = percentile(counts, total * 0.8);
  }
  return { width, height, data };
}

function percentile(counts: Uint32Array, rank: number): number {
  let seen = 0;
  for (let shade = 0; shade < 256; shade += 1) {
    seen += counts[shade] ?? 0;
    if (seen >= rank) return shade;
  }
  return 255;
}

/** The mean over each square and its eight neighbours, so that no square leaves an edge. */
function smooth(paper: Light): Light {
  const data = new Float32Array(paper.data.length);
  for (let y = 0; y < paper.height; y += 1) {
    for (let x = 0; x < paper.width; x += 1) {
      let sum = 0;
      let count = 0;
      for (let row = Math.max(0, y - 1); row <= Math.min(paper.height - 1, y + 1); row += 1) {
        for (let column = Math.max(0, x - 1); column <= Math.min(paper.width - 1, x + 1); column += 1) {
          sum += light(paper, column, row);
          count += 1;
        }
      }
      data[y * paper.width + x] = sum / count;
    }
  }
  return { ...paper, data };
}

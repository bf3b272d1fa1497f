import type { GreyRaster } from "../platform.ts";
import { findPatches, type Patch } from "./patches.ts";

/** Sizes in pixels at 300 dpi, from the footnotes' small letters to a heading's capitals. */
const letter = { least: 10, tallest: 70, widest: 90 } as const;
/** So much of a page is enough to tell: a hundred letters or so make a line of print. */
const enough = 100;

/**
 * How many letters of a page stand between two others on one line; counted up to a hundred. Print has hundreds,
 * whichever of both ways up it is; a landscape's spots fall into line by chance, a few times.
 *
 * @returns 0 where they are so few among all patches of a letter's size that they line up by chance
 */
export function linedUpLetters(page: GreyRaster): number {
  const letters = findPatches(page).patches.filter(isLetter);
  const byLine = new Map<number, Patch[]>();
  for (const one of letters) {
    const row = Math.floor(one.bottom / rowHeight);
    const line = byLine.get(row);
    if (line === undefined) byLine.set(row, [one]);
    else line.push(one);
  }
  let count = 0;
  for (const one of letters) {
    const row = Math.floor(one.bottom / rowHeight);
    const near = [row - 1, row, row + 1].flatMap((at) => byLine.get(at) ?? []);
    if (near.some((other) => follows(one, other)) && near.some((other) => follows(other, one))) count += 1;
    if (count >= enough) break;
  }
  return count < letters.length * leastShare && count < enough ? 0 : count;
}

const rowHeight = 20;
const leastShare = 0.15;

function isLetter({ left, right, top, bottom }: Patch): boolean {
  const height = bottom - top + 1;
  return height >= letter.least && height <= letter.tallest && right - left < letter.widest;
}

/** Whether a letter comes next after another on its line: about as tall, on the same foot, a letter's width away. */
function follows(one: Patch, next: Patch): boolean {
  const [tall, nextTall] = [one.bottom - one.top + 1, next.bottom - next.top + 1];
  const gap = next.left - one.right;
  if (gap <= -2 || gap > 0.6 * Math.max(tall, nextTall)) return false;
  return (
    Math.abs(next.bottom - one.bottom) <= 0.12 * Math.max(tall, nextTall) &&
    Math.min(tall, nextTall) * 1.8 > Math.max(tall, nextTall)
  );
}

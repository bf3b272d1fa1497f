import type { Box, PageWord } from "#core/model/page.ts";

/** A way to turn boxes so that their words run from left to right, and back. */
export interface Turn {
  readonly quarter: boolean;
  readonly to: (box: Box) => Box;
  readonly back: (box: Box) => Box;
}

/**
 * How a page must be turned for its words to run from left to right, told from the way most words follow one another.
 *
 * A photograph that was read on its head keeps its boxes on its head; without this its lines would be taken to pieces.
 */
export function uprightTurn(words: readonly PageWord[]): Turn {
  const votes = { right: 0, left: 0, down: 0, up: 0 };
  words.forEach((word, index) => {
    const before = words[index - 1];
    if (before === undefined) return;
    const x = middle(word.box.left, word.box.width) - middle(before.box.left, before.box.width);
    const y = middle(word.box.top, word.box.height) - middle(before.box.top, before.box.height);
    if (Math.max(Math.abs(x), Math.abs(y)) > 0.2) return;
    if (Math.abs(x) > 2 * Math.abs(y)) votes[x > 0 ? "right" : "left"] += 1;
    else if (Math.abs(y) > 2 * Math.abs(x) && isTall(word) && isTall(before)) votes[y > 0 ? "down" : "up"] += 1;
  });
  const most = Math.max(votes.left, votes.down, votes.up);
  if (most < 5 || most <= 2 * votes.right) return none;
  if (most === votes.left) return half;
  return most === votes.down ? down : up;
}

function middle(from: number, size: number): number {
  return from + size / 2;
}

/** Only words that stand on end speak for a quarter turn: short lines under one another step down as well. */
function isTall({ text, box }: PageWord): boolean {
  return text.length > 2 && box.height > box.width;
}

const same = (box: Box): Box => box;
const none: Turn = { quarter: false, to: same, back: same };

const flip = ({ left, top, width, height }: Box): Box => ({
  left: 1 - left - width,
  top: 1 - top - height,
  width,
  height,
});
const half: Turn = { quarter: false, to: flip, back: flip };

const clockwise = ({ left, top, width, height }: Box): Box => ({
  left: 1 - top - height,
  top: left,
  width: height,
  height: width,
});
const anticlockwise = ({ left, top, width, height }: Box): Box => ({
  left: top,
  top: 1 - left - width,
  width: height,
  height: width,
});
const down: Turn = { quarter: true, to: anticlockwise, back: clockwise };
const up: Turn = { quarter: true, to: clockwise, back: anticlockwise };

import type { Box } from "#core/model/page.ts";

/** How far a page's lines slope, read from the words that follow one another on a line, and the way to set them level. */
export interface Level {
  /** height gained to the right, in the same unit both ways; 0 for a page that stands straight */
  readonly slope: number;
  readonly to: (box: Box) => Box;
}

/**
 * The slope that most of a page's lines share.
 *
 * A box on a sloping line is higher than its letters are, by as much as the line climbs across it; that is taken off
 * again. Photographs are slightly curled: what is left of that is for the lines themselves to follow.
 *
 * @param boxes in the source's order, upright
 * @param ratio the page's width by its height
 */
export function levelOf(boxes: readonly Box[], ratio: number): Level {
  const slope = middleSlope(runsOf(boxes, ratio));
  if (Math.abs(slope) < least || Math.abs(slope) > most) return { slope: 0, to: (box) => box };
  return { slope, to: (box) => turned(box, slope, ratio) };
}

/** About a tenth of a degree: less shifts the end of a line by less than a third of a letter. */
const least = 0.002;
/** About ten degrees. */
const most = 0.18;

/** A run of words along one line: where it leads and how far. */
interface Run {
  readonly slope: number;
  readonly length: number;
}

function runsOf(boxes: readonly Box[], ratio: number): readonly Run[] {
  const runs: Run[] = [];
  let first = boxes[0];
  let last = first;
  for (const box of boxes.slice(1)) {
    if (last !== undefined && follows(last, box, ratio)) {
      last = box;
      continue;
    }
    add(first, last);
    first = box;
    last = box;
  }
  add(first, last);
  return runs;

  function add(from: Box | undefined, to: Box | undefined): void {
    if (from === undefined || to === undefined) return;
    const length = acrossOf(to, ratio) - acrossOf(from, ratio);
    if (length > 0.1 * ratio) runs.push({ slope: (downOf(to) - downOf(from)) / length, length });
  }
}

/** Close behind, and not so far up or down that it stands on another line. */
function follows(one: Box, next: Box, ratio: number): boolean {
  const height = Math.min(one.height, next.height);
  const space = (next.left - one.left - one.width) * ratio;
  return space > -height && space < 2.5 * height && Math.abs(downOf(next) - downOf(one)) < 0.75 * height;
}

/** The slope in the middle, each run weighing what it is long: a few crooked ones don't count. */
function middleSlope(runs: readonly Run[]): number {
  const whole = runs.reduce((sum, { length }) => sum + length, 0);
  let sum = 0;
  for (const { slope, length } of [...runs].sort((one, two) => one.slope - two.slope)) {
    sum += length;
    if (sum >= whole / 2) return slope;
  }
  return 0;
}

/** The box turned back about the page's middle, and as flat as its letters are. */
function turned(box: Box, slope: number, ratio: number): Box {
  const angle = Math.atan(slope);
  const x = acrossOf(box, ratio) - ratio / 2;
  const y = downOf(box) - 0.5;
  const across = x * Math.cos(angle) + y * Math.sin(angle) + ratio / 2;
  const down = y * Math.cos(angle) - x * Math.sin(angle) + 0.5;
  const steep = Math.abs(slope);
  const spread = box.width * ratio;
  const height = Math.max(box.height - steep * spread, 0.4 * box.height);
  const width = Math.max(spread - steep * box.height, 0.8 * spread);
  return { left: (across - width / 2) / ratio, top: down - height / 2, width: width / ratio, height };
}

function acrossOf(box: Box, ratio: number): number {
  return (box.left + box.width / 2) * ratio;
}

function downOf(box: Box): number {
  return box.top + box.height / 2;
}

import type { ReadLetter } from "#core/model/letter.ts";
import type { Box, PageText, QuarterTurns } from "#core/model/page.ts";
import { after, type Projection, project, quarterTurn } from "./clean-up/projection.ts";

/** A picture of a page laid flat and upright: its size, and its fractions to fractions of the picture it was made from. */
export interface LevelPage {
  readonly width: number;
  readonly height: number;
  readonly toPicture: Projection;
  /** clockwise; what brings the picture upright where its print is known to run another way */
  readonly quarterTurns: QuarterTurns;
}

/**
 * A page as it was read. Where OCR read it, words have their boxes on the level page, because only there lines are
 * lines; a person sees the picture as it was taken, turned upright.
 */
export interface ReadPage {
  /** size and boxes as shown, but for `level`'s pages: their size is the picture's, their words are on the level page */
  readonly page: PageText;
  readonly level: LevelPage | null;
}

/** The page as the date finders take it: level and upright. */
export function asLevel({ page, level }: ReadPage): PageText {
  return level === null ? page : { ...page, width: level.width, height: level.height };
}

/** The page as it is shown: each word where it stands in the picture. */
export function asShown({ page, level }: ReadPage): PageText {
  if (level === null) return page;
  const { quarterTurns } = level;
  const toShown = shownFrom(level);
  const words = page.words.map((word) => ({ ...word, box: boxThrough(toShown, word.box) }));
  if (quarterTurns === 0) return { ...page, words };
  const size = quarterTurns === 2 ? page : { width: page.height, height: page.width };
  return { ...page, width: size.width, height: size.height, quarterTurns, words };
}

/** A letter that was read from level pages, with its dates where they stand on the pages as shown. */
export function letterAsShown(letter: ReadLetter, pages: readonly ReadPage[]): ReadLetter {
  const mentions = letter.mentions.map((mention) => {
    const level = pages[mention.page - 1]?.level;
    if (level === null || level === undefined) return mention;
    return { ...mention, boxes: mention.boxes.map((box) => boxThrough(shownFrom(level), box)) };
  });
  return { ...letter, mentions };
}

/** Fractions of the level page to fractions of the picture as it is shown. */
function shownFrom({ toPicture, quarterTurns }: LevelPage): Projection {
  return after(quarterTurn(4 - quarterTurns), toPicture);
}

function boxThrough(projection: Projection, { left, top, width, height }: Box): Box {
  const corners = [
    { x: left, y: top },
    { x: left + width, y: top },
    { x: left + width, y: top + height },
    { x: left, y: top + height },
  ].map((corner) => project(projection, corner));
  const xs = corners.map(({ x }) => Math.min(1, Math.max(0, x)));
  const ys = corners.map(({ y }) => Math.min(1, Math.max(0, y)));
  const across = Math.min(...xs);
  const down = Math.min(...ys);
  return { left: across, top: down, width: Math.max(...xs) - across, height: Math.max(...ys) - down };
}

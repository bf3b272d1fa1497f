import type { QuarterTurns } from "#core/model/page.ts";
import { turnGreyQuarters } from "../images/turn.ts";
import type { CleanPage } from "../platform.ts";
import type { LevelPage } from "../read-page.ts";
import { after, type Projection, project, quarterTurn } from "./projection.ts";

export function levelOf({ page: { width, height }, toPicture }: CleanPage, quarterTurns: QuarterTurns): LevelPage {
  return { width, height, toPicture, quarterTurns };
}

/** A clean page turned clockwise. */
export function turnedBy(clean: CleanPage, turns: QuarterTurns): CleanPage {
  if (turns === 0) return clean;
  return { ...clean, page: turnGreyQuarters(clean.page, turns), toPicture: after(clean.toPicture, quarterTurn(turns)) };
}

const clockwise: readonly QuarterTurns[] = [0, 1, 2, 3];

/** The quarter turns that bring a picture nearest to upright, by where the level page's lines run in it. */
export function uprightTurns(toPicture: Projection, picture: { width: number; height: number }): QuarterTurns {
  const from = project(toPicture, { x: 0.4, y: 0.5 });
  const to = project(toPicture, { x: 0.6, y: 0.5 });
  const lean = Math.atan2((to.y - from.y) * picture.height, (to.x - from.x) * picture.width);
  return clockwise[(4 - Math.round(lean / (Math.PI / 2))) % 4] ?? 0;
}

import type { Ink, Place } from "../page/ink.ts";
import { margin, paper } from "../page/paper.ts";
import type { LaidPages, Spot, Unit } from "./unit.ts";

/**
 * Places units on pages, in order. A run of units that belong together moves to the next page as one where it
 * would be torn; a run longer than a page is torn all the same, because it must be somewhere.
 */
export function flow(units: readonly Unit[]): LaidPages {
  const laid: Laid = { pages: [[]], spots: new Map(), top: pageTop };
  for (let start = 0; start < units.length; ) {
    const end = runEnd(units, start);
    const run = units.slice(start, end);
    placeRun(run, laid);
    start = end;
  }
  return laid;
}

interface Laid {
  readonly pages: Ink[][];
  readonly spots: Map<Place, Spot>;
  top: number;
}

const pageTop = paper.height - margin.top;
const pageBottom: number = margin.bottom;
/** Height of a page's text area. */
export const pageRoom = pageTop - pageBottom;

function runEnd(units: readonly Unit[], start: number): number {
  let end = start;
  while (end < units.length - 1 && units[end]?.keepWithNext === true && units[end + 1]?.newPage !== true) end++;
  return end + 1;
}

function placeRun(run: readonly Unit[], laid: Laid): void {
  const height = run.reduce((sum, unit) => sum + unit.height + unit.gap, 0);
  if (run[0]?.newPage === true && !atTop(laid)) turnPage(laid);
  if (!atTop(laid) && laid.top - height < pageBottom) turnPage(laid);
  for (const unit of run) placeUnit(unit, laid);
}

function placeUnit(unit: Unit, laid: Laid): void {
  if (!atTop(laid) && laid.top - unit.gap - unit.height < pageBottom) turnPage(laid);
  const page = laid.pages[laid.pages.length - 1] ?? [];
  if (atTop(laid)) {
    if (unit.header !== undefined) {
      page.push(...unit.header.ink(laid.top));
      laid.top -= unit.header.height;
    }
  } else laid.top -= unit.gap;
  if (unit.place !== undefined) laid.spots.set(unit.place, { page: laid.pages.length - 1, top: laid.top });
  page.push(...unit.ink(laid.top));
  laid.top -= unit.height;
}

function atTop(laid: Laid): boolean {
  return laid.pages[laid.pages.length - 1]?.length === 0;
}

function turnPage(laid: Laid): void {
  laid.pages.push([]);
  laid.top = pageTop;
}

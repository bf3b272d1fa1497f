import type { Proof } from "../model/cost.ts";
import type { Spot } from "./front-matter/unit.ts";
import type { Place } from "./page/ink.ts";
import { type PackPlan, type PlannedExhibit, printedExhibits } from "./plan.ts";

/** The page of every place in a pack. Physical pages, from 1. */
export interface Numbering {
  /** how many pages stand before the first exhibit */
  readonly frontPages: number;
  /** null for a place the pack doesn't have */
  pageOf(place: Place): number | null;
  /** the page on which an exhibit's own page stands; its first page where that one isn't known */
  pageOfProof(proof: Proof): { readonly place: Place; readonly page: number } | null;
}

/** Numbers the pages, given where the front matter's places are. */
export function numberPages(plan: PackPlan, frontPages: number, spots: ReadonlyMap<Place, Spot>): Numbering {
  const exhibits = new Map(printedExhibits(plan).map((planned) => [planned.exhibit.number, planned]));
  const pageOfSheet = (planned: PlannedExhibit, sheet: number) => frontPages + planned.sheetsBefore + sheet + 1;
  return {
    frontPages,
    pageOf: (place) => {
      const spot = spots.get(place);
      if (spot !== undefined) return spot.page + 1;
      const found = /^exhibit:(\d+)(?::(\d+))?$/.exec(place);
      const planned = exhibits.get(Number(found?.[1]));
      if (found === null || planned === undefined) return null;
      return pageOfSheet(planned, Number(found[2] ?? 1) - 1);
    },
    pageOfProof: ({ exhibit, page }) => {
      const planned = exhibits.get(exhibit);
      if (planned === undefined) return null;
      const sheet = (page === null ? undefined : planned.sheetOfPage.get(page)) ?? 0;
      return { place: exhibitPlace(exhibit, sheet), page: pageOfSheet(planned, sheet) };
    },
  };
}

/** What the sheet of an exhibit is called in links; sheets count from 0. */
export function exhibitPlace(number: number, sheet = 0): Place {
  return `exhibit:${number}:${sheet + 1}`;
}

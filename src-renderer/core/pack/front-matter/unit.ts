import type { Ink, Place } from "../page/ink.ts";

/**
 * A piece of front matter that is never split over two pages: a line of text, a row of a table.
 * `ink` draws it with its top at `top`.
 */
export interface Unit {
  readonly height: number;
  /** white above it, dropped at the top of a page */
  readonly gap: number;
  /** true to stay on the page of what comes next */
  readonly keepWithNext: boolean;
  readonly ink: (top: number) => readonly Ink[];
  /** repeated above it where it comes first on a page */
  readonly header?: Unit;
  /** starts a page of its own */
  readonly newPage?: boolean;
  /** what a link to here is called */
  readonly place?: Place;
}

/** Where a place ended up: `page` counts from 0 in the front matter, `top` is the height on the sheet. */
export interface Spot {
  readonly page: number;
  readonly top: number;
}

export interface LaidPages {
  readonly pages: readonly (readonly Ink[])[];
  readonly spots: ReadonlyMap<Place, Spot>;
}

import type { Sheet } from "../page/sheet.ts";
import type { Tag } from "../page/tag.ts";

/** A page of an exhibit that is ready to be drawn once its number is known. */
export interface MadeSheet {
  /** the page of the exhibit as it was read, from 1; null for a page that Folio made itself */
  readonly sourcePage: number | null;
  /** every word known to stand on the page, for the index, the search for forbidden words and the needle */
  readonly words: readonly string[];
  /** what a screen reader says of the page where it is a picture */
  readonly draw: (sheet: Sheet, tag: Tag, alt: string) => void;
}

import type { Colour } from "./paper.ts";
import type { Tag } from "./tag.ts";
import type { Weight } from "./typeface.ts";

/** Where a link leads: a name that layout gives to a place, such as "exhibit:7" or "section:costs". */
export type Place = string;

/** Something to be drawn on a page. Coordinates are PDF points from the bottom left of the sheet. */
export type Ink =
  | {
      readonly kind: "text";
      readonly x: number;
      readonly baseline: number;
      readonly text: string;
      readonly weight: Weight;
      readonly size: number;
      readonly colour: Colour;
      /** null for page furniture: lines repeated on each page, numbers, footers */
      readonly tag: Tag | null;
    }
  | {
      readonly kind: "box";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly colour: Colour;
    }
  | {
      readonly kind: "link";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly to: Place;
      /** what the link does, in words, for those who can't see it */
      readonly says: string;
      readonly tag: Tag;
    };

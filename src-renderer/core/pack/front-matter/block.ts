import type { Place } from "../page/ink.ts";
import type { Span } from "../page/wrap.ts";

/** A part of the front matter as data: what it says, not where it stands. */
export type Block =
  | {
      readonly kind: "heading";
      readonly level: 1 | 2 | 3;
      readonly text: string;
      readonly place?: Place;
      readonly newPage?: boolean;
    }
  | { readonly kind: "paragraph"; readonly spans: readonly Span[]; readonly look?: ParagraphLook }
  | { readonly kind: "list"; readonly items: readonly (readonly Span[])[]; readonly numbered: boolean }
  | { readonly kind: "facts"; readonly rows: readonly Fact[]; readonly columns?: 1 | 2; readonly labelWidth?: number }
  | {
      readonly kind: "table";
      readonly columns: readonly Column[];
      readonly rows: readonly Row[];
    };

/** A label and what it names. */
export type Fact = readonly [label: string, value: readonly Span[]];

/** "lead" is larger, "small" is smaller and grey, "label" is a small bold line close over an "answer". */
export type ParagraphLook = "body" | "lead" | "small" | "label" | "answer";

export interface Column {
  readonly head: string;
  /** share of the width; all shares together are 1 */
  readonly share: number;
  readonly align?: "left" | "right";
}

export interface Row {
  /** one a column; a "band" row has one cell for all of them */
  readonly cells: readonly (readonly Span[])[];
  readonly look?: "plain" | "band" | "total";
  readonly place?: Place;
}

/** Plain words as a cell or a paragraph's spans. */
export function say(text: string, style: Omit<Span, "text"> = {}): readonly Span[] {
  return [{ text, ...style }];
}

/**
 * Letters of our own making for measuring reading: what is printed, block by block, and what its dates mean. Labels are
 * those of the labelled letters that Folio was first measured with, so that one scorer serves both.
 */

/** A piece of a page, from top to bottom. Cells and columns are read left to right. */
export type Block =
  | { readonly lines: readonly string[]; readonly at?: Side; readonly bold?: boolean; readonly large?: boolean }
  /** label and value, as "Date: 3 May 2026"; `colon` false where they stand apart without one */
  | {
      readonly details: readonly (readonly [string, string])[];
      readonly at?: Side;
      readonly colon?: boolean;
      readonly boxed?: boolean;
    }
  | { readonly heading: string }
  | { readonly para: string; readonly bold?: boolean; readonly boxed?: boolean }
  | { readonly bullets: readonly string[] }
  | { readonly numbered: readonly string[] }
  | { readonly table: TableBlock }
  | { readonly columns: readonly (readonly Block[])[] }
  | { readonly footer: string }
  /** written by hand over or beside the print; what stands in it is labelled optional */
  | { readonly hand: string }
  /** a rubber stamp; what stands in it is labelled optional */
  | { readonly stamp: readonly string[] };

export type Side = "left" | "right" | "middle";

export interface TableBlock {
  readonly head?: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly ruled?: boolean;
}

export interface LabelledDate {
  /** from 1 */
  readonly page: number;
  /** as printed, white space aside */
  readonly text: string;
  /** YYYY-MM-DD, or YYYY-MM where only the month is meant */
  readonly iso?: string;
  readonly start?: string;
  readonly end?: string;
  readonly role: DateRole;
  /** whether the value has to be worked out */
  readonly relative?: boolean;
  readonly rule?: string;
}

export type DateRole =
  | "letter-date"
  | "deadline"
  | "payment-due"
  | "decision-effective"
  | "period"
  | "birth"
  | "event"
  | "other";

export interface LabelledText {
  readonly page: number;
  readonly text: string;
  readonly iso?: string;
}

export interface LetterSource {
  readonly id: string;
  readonly title: string;
  /** what kind of letter it is, as resources/rules names kinds; null where it is none of them */
  readonly kind: string | null;
  readonly sender_kind: string;
  readonly letter_date: string;
  readonly case_reference: string | null;
  readonly pages: readonly (readonly Block[])[];
  readonly dates: readonly LabelledDate[];
  readonly not_dates: readonly LabelledText[];
  readonly optional: readonly LabelledText[];
}

/** A page's words in reading order, as its true text. */
export function pageText(blocks: readonly Block[]): string {
  return blocks.map(blockText).join("\n");
}

function blockText(block: Block): string {
  if ("lines" in block) return block.lines.join("\n");
  if ("details" in block)
    return block.details.map(([name, value]) => `${name}${block.colon === false ? "\t" : ": "}${value}`).join("\n");
  if ("heading" in block) return block.heading;
  if ("para" in block) return block.para;
  if ("bullets" in block) return block.bullets.map((item) => `• ${item}`).join("\n");
  if ("numbered" in block) return block.numbered.map((item, at) => `${at + 1}. ${item}`).join("\n");
  if ("table" in block)
    return [...(block.table.head === undefined ? [] : [block.table.head]), ...block.table.rows]
      .map((row) => row.join("\t"))
      .join("\n");
  if ("columns" in block) return block.columns.map(pageText).join("\n");
  if ("footer" in block) return block.footer;
  if ("hand" in block) return block.hand;
  return block.stamp.join("\n");
}

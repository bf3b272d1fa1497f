import type { Bytes } from "../model/bytes.ts";
import type { CalendarDay } from "../model/calendar-day.ts";
import type { CaseFile } from "../model/case-file.ts";
import type { Exhibit, TypedFileType } from "../model/exhibit.ts";
import type { PageImage, PageText } from "../model/page.ts";
import type { ProblemCode } from "../problems.ts";

/** Whom a pack is for. */
export const recipients = ["cms", "mp", "ice"] as const;
export type Recipient = (typeof recipients)[number];

/**
 * One file of an exhibit, ready to be copied into a pack. `pages` hold what was read, page by page: under page
 * images, and PDF pages that are only pictures, these words are laid invisibly so that the pack can be searched.
 */
export type PackPart =
  | { readonly kind: "pdf"; readonly name: string; readonly bytes: Bytes; readonly pages: readonly PageText[] }
  | {
      readonly kind: "images";
      readonly name: string;
      readonly images: readonly PageImage[];
      readonly pages: readonly PageText[];
    }
  | { readonly kind: "text"; readonly name: string; readonly type: TypedFileType; readonly pages: readonly string[] }
  /** A file that can't be shown: one page says so by name, so that nothing is silently left out. */
  | { readonly kind: "refused"; readonly name: string; readonly problem: ProblemCode };

export interface PackExhibit {
  readonly exhibit: Exhibit;
  readonly parts: readonly PackPart[];
}

/** The shipped typeface, as TrueType files. */
export interface PackFonts {
  readonly regular: Bytes;
  readonly bold: Bytes;
  readonly italic: Bytes;
}

/** Everything a pack is made from. */
export interface PackOrder {
  readonly caseFile: CaseFile;
  readonly recipient: Recipient;
  readonly madeOn: CalendarDay;
  /** of the case file, 64 hex digits: printed, so that it can be compared later; none where it is kept nowhere */
  readonly head?: string | null;
  /** in exhibit order; withdrawn ones are left out by the caller */
  readonly exhibits: readonly PackExhibit[];
  /** Words that must not be anywhere in the pack. */
  readonly forbid: readonly string[];
  readonly fonts: PackFonts;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number) => void;
}

/** Where each document of a pack begins; pages are physical, from 1. */
export interface PackManifest {
  readonly title: string;
  readonly author: string;
  readonly documents: readonly {
    readonly section: string;
    readonly title: string;
    readonly page: number;
    readonly pages: number;
    /** words that stand on the document's first page, or null where none were read */
    readonly needle: string | null;
  }[];
}

export interface MadePack {
  readonly pdf: Bytes;
  /** the head that is printed in it */
  readonly head: string | null;
  readonly manifest: PackManifest;
  readonly pageCount: number;
  /** What the reader of the pack may miss ("No final response is in this pack"). Warnings never block. */
  readonly warnings: readonly string[];
}

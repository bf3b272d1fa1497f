import type { ReadLetter } from "./letter.ts";
import type { Mention } from "./mention.ts";
import type { PageShape } from "./page.ts";

/** What kind of file the bytes really are, found from the bytes. */
export const fileTypes = ["pdf", "jpeg", "png", "gif", "tiff", "webp", "heic", "text", "email", "docx"] as const;
export type FileType = (typeof fileTypes)[number];

/** Kinds of file that are words only: there is no picture of their pages, and their words are typed out instead. */
const typedFileTypes = ["text", "email", "docx"] as const;
export type TypedFileType = (typeof typedFileTypes)[number];

export function isTypedFile(type: FileType): type is TypedFileType {
  return typedFileTypes.some((typed) => typed === type);
}

/** A file that is part of an exhibit: a letter photographed in two shots has two. */
export interface ExhibitFile {
  readonly name: string;
  /** null for a file that is kept although it could not be taken: its exhibit says why */
  readonly type: FileType | null;
  /** how many of the exhibit's pages are this file's; 0 where none could be read */
  readonly pageCount: number;
  readonly sizeBytes: number;
  /** lower-case hex SHA-256 of the original bytes */
  readonly sha256: string;
  /** id of the object that holds the original bytes; 32 hex digits */
  readonly object: string;
}

/** What a person said of a date that was read. Reading again never overwrites it. */
export type Judgement =
  | { readonly kind: "accepted" }
  | { readonly kind: "corrected"; readonly to: Pick<Mention, "value" | "role"> }
  | { readonly kind: "rejected" };

/** One kept document, numbered once, never renumbered. */
export interface Exhibit {
  readonly id: string;
  /** from 1; a withdrawn exhibit keeps its number */
  readonly number: number;
  readonly title: string;
  readonly files: readonly ExhibitFile[];
  /** over all files, in order */
  readonly pages: readonly PageShape[];
  /** id of the object that holds the words of these pages (a JSON list of `PageText`): too much for a change */
  readonly wordsObject: string;
  readonly letter: ReadLetter;
  /** by position in `letter.mentions` */
  readonly judgements: Readonly<Record<number, Judgement>>;
  /** problem codes met while reading; the exhibit is kept all the same */
  readonly problems: readonly string[];
  readonly withdrawn: boolean;
}

/** A mention as it stands after what the person said of it. */
export interface JudgedMention extends Mention {
  readonly confirmed: boolean;
  /** its place in the letter's own list, from 0: what a judgement is filed under */
  readonly position: number;
}

/** The dates of an exhibit with the person's word applied: rejected ones left out, corrected ones corrected. */
export function judgedMentions(exhibit: Pick<Exhibit, "letter" | "judgements">): readonly JudgedMention[] {
  return exhibit.letter.mentions.flatMap((mention, position): readonly JudgedMention[] => {
    const judgement = exhibit.judgements[position];
    if (judgement === undefined) return [{ ...mention, position, confirmed: false }];
    if (judgement.kind === "rejected") return [];
    if (judgement.kind === "accepted") return [{ ...mention, position, confirmed: true }];
    return [{ ...mention, ...judgement.to, meaning: judgement.to.role, position, confirmed: true }];
  });
}

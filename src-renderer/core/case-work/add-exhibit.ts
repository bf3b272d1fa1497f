import { maxAppendBytes } from "../host.ts";
import { type Bytes, sha256 } from "../model/bytes.ts";
import type { CaseFile } from "../model/case-file.ts";
import type { Exhibit, ExhibitFile, FileType } from "../model/exhibit.ts";
import type { ReadLetter } from "../model/letter.ts";
import type { PageText } from "../model/page.ts";
import { nextNumber } from "../model/settle-numbers.ts";
import { Problem } from "../problems.ts";
import { newId } from "../vault/text-codes.ts";
import { keepObject, readObject } from "./case-objects.ts";
import { type KeptCase, keepChange } from "./kept-case.ts";
import { letterTitle } from "./letter-title.ts";

/** What reading gave for one letter: the parts of it that are kept. */
export interface ReadForKeeping {
  readonly files: readonly {
    readonly name: string;
    /** null for a file that could not be taken: `problems` says why */
    readonly type: FileType | null;
    /** how many of `pages` are this file's */
    readonly pageCount: number;
    readonly sizeBytes: number;
    readonly sha256: string;
  }[];
  readonly pages: readonly PageText[];
  readonly letter: ReadLetter;
  readonly problems: readonly { readonly code: string }[];
}

/**
 * Keeps a read letter as the next exhibit, with its original bytes.
 *
 * @param originals the files' bytes, in the order of `read.files`; unaltered
 * @returns the case file with the exhibit as its last. Numbers run from 1; a withdrawn exhibit keeps its number.
 * @throws {Problem} `disk-full`, `cannot-write`, `file-too-large` (more dates than a change holds): then there is no exhibit
 */
export async function addExhibit(
  before: KeptCase,
  originals: readonly Bytes[],
  read: ReadForKeeping,
  now: Date,
): Promise<KeptCase> {
  if (originals.length !== read.files.length) throw new Error("one original for each file that was read");
  let kept = before;
  const objects: string[] = [];
  for (const bytes of [...originals, pagesAsBytes(read.pages)]) {
    const object = await keepObject(kept, bytes);
    kept = object.kept;
    objects.push(object.id);
  }
  const exhibit = asExhibit(kept.file, read, objects);
  if (kept.disk !== null && JSON.stringify(exhibit).length > maxAppendBytes / 4)
    throw new Problem("file-too-large", "too many dates");
  return keepChange(kept, { kind: "exhibit-added", exhibit }, now);
}

/** Next number, a title in words, and the objects: one a file, then the pages' words. */
function asExhibit(file: CaseFile, read: ReadForKeeping, objectIds: readonly string[]): Exhibit {
  return {
    id: newId(),
    number: nextNumber(file),
    title: letterTitle(read.letter, read.files[0]?.name ?? ""),
    files: read.files.map((one, position): ExhibitFile => ({ ...one, object: objectIds[position] ?? "" })),
    pages: read.pages.map(({ words: _words, text: _text, ...shape }) => shape),
    wordsObject: objectIds.at(-1) ?? "",
    letter: read.letter,
    judgements: {},
    problems: read.problems.map((problem) => problem.code),
    withdrawn: false,
  };
}

/**
 * The original bytes of an exhibit's file, unaltered: what the disk gives back is compared with what was added.
 * @throws {Problem} `object-missing`, `object-damaged`, `cannot-read`
 */
export async function readOriginal(kept: KeptCase, file: ExhibitFile): Promise<Bytes> {
  const bytes = await readObject(kept, file.object);
  if (kept.disk !== null && (await sha256(bytes)) !== file.sha256) throw new Problem("object-damaged");
  return bytes;
}

/** The words that were read on an exhibit's pages. @throws {Problem} `object-missing` */
export async function readWords(kept: KeptCase, exhibit: Exhibit): Promise<readonly PageText[]> {
  // Written by pagesAsBytes alone, into an object that never changes.
  return JSON.parse(new TextDecoder().decode(await readObject(kept, exhibit.wordsObject))) as readonly PageText[];
}

function pagesAsBytes(pages: readonly PageText[]): Bytes {
  return new TextEncoder().encode(JSON.stringify(pages));
}

import type { Bytes } from "../model/bytes.ts";
import type { Exhibit, ExhibitFile } from "../model/exhibit.ts";
import type { PageText } from "../model/page.ts";
import type { PackExhibit, PackPart } from "../pack/order.ts";
import { Problem, type ProblemCode } from "../problems.ts";
import { readOriginal, readWords } from "./add-exhibit.ts";
import type { KeptCase } from "./kept-case.ts";

/** Makes a kept file ready for a pack: reading's work, because it takes decoders. */
export type ToPart = (file: ExhibitFile, bytes: Bytes, pages: readonly PageText[]) => Promise<PackPart>;

/**
 * Every exhibit that is not withdrawn, with its files ready for a pack, in exhibit order.
 *
 * A file whose original is gone from the disk, or damaged there, is a page that says so; the others go on.
 * @throws {Problem} `reading-stopped` when stopped; `object-missing` where what was read in an exhibit is gone
 */
export async function packExhibits(
  kept: KeptCase,
  toPart: ToPart,
  signal?: AbortSignal,
): Promise<readonly PackExhibit[]> {
  const exhibits: PackExhibit[] = [];
  for (const exhibit of kept.file.exhibits) {
    if (exhibit.withdrawn) continue;
    const words = await wordsKept(kept, exhibit);
    const parts: PackPart[] = [];
    for (const [position, file] of exhibit.files.entries()) {
      if (signal?.aborted) throw new Problem("reading-stopped");
      parts.push(await onePart(kept, file, wordsOf(exhibit, position, words), toPart));
    }
    exhibits.push({ exhibit, parts });
  }
  return exhibits;
}

/** Without its words a scan would go out unsearched for what must not get out: better no pack than that. */
async function wordsKept(kept: KeptCase, exhibit: Exhibit): Promise<readonly PageText[]> {
  try {
    return await readWords(kept, exhibit);
  } catch (cause) {
    throw new Problem("object-missing", "words", { cause, where: [exhibit.title] });
  }
}

async function onePart(
  kept: KeptCase,
  file: ExhibitFile,
  pages: readonly PageText[],
  toPart: ToPart,
): Promise<PackPart> {
  try {
    return await toPart(file, await readOriginal(kept, file), pages);
  } catch (error) {
    if (error instanceof Problem && lostOnDisk.has(error.code)) {
      return { kind: "refused", name: file.name, problem: error.code };
    }
    throw error;
  }
}

const lostOnDisk: ReadonlySet<ProblemCode> = new Set(["object-missing", "object-damaged", "cannot-read"]);

/** The pages of one file among the exhibit's, numbered from 1 within the file. */
function wordsOf(exhibit: Exhibit, position: number, words: readonly PageText[]): readonly PageText[] {
  const before = exhibit.files.slice(0, position).reduce((sum, file) => sum + file.pageCount, 0);
  const count = exhibit.files[position]?.pageCount ?? 0;
  return words.slice(before, before + count).map((page, index) => ({ ...page, number: index + 1 }));
}

import { readWords } from "#core/case-work/add-exhibit.ts";
import type { KeptCase } from "#core/case-work/kept-case.ts";
import { pageText } from "#core/case-work/search/records.ts";
import type { Exhibit } from "#core/model/exhibit.ts";
import { Problem } from "#core/problems.ts";
import { readPageTexts, writePageTexts } from "../store/case-rows.ts";
import { rowsOf, windowCopy } from "./window-copy.ts";

/** Letters whose words are asked for together. */
const atOnce = 50;

/**
 * The text of letters' pages, from the working copy where it has them, else from the sealed words beside the originals.
 * @param onRead told of each letter; no words for one whose words are gone: that is said where it is opened
 * @param isOver asked between letters; then no more are read
 */
export async function loadPageTexts(
  kept: KeptCase,
  exhibits: readonly Exhibit[],
  onRead: (exhibit: Exhibit, texts: readonly string[]) => void,
  isOver: () => boolean,
): Promise<void> {
  const keys = rowsOf(kept);
  for (let from = 0; from < exhibits.length && !isOver(); from += atOnce) {
    const some = exhibits.slice(from, from + atOnce);
    const ids = some.map((exhibit) => exhibit.wordsObject);
    const copied = keys === null ? [] : await readPageTexts(windowCopy(), keys, ids);
    const toCopy = new Map<string, readonly string[]>();
    for (const [at, exhibit] of some.entries()) {
      if (isOver()) return;
      const texts = copied[at] ?? (await readTexts(kept, exhibit));
      if (copied[at] == null && texts.length > 0) toCopy.set(exhibit.wordsObject, texts);
      onRead(exhibit, texts);
    }
    if (keys !== null && toCopy.size > 0) await writePageTexts(windowCopy(), keys, toCopy);
  }
}

async function readTexts(kept: KeptCase, exhibit: Exhibit): Promise<readonly string[]> {
  try {
    return (await readWords(kept, exhibit)).map(pageText);
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    return [];
  }
}

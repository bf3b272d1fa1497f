import { type PageTrouble, pageTrouble } from "#core/letters/missing-pages.ts";
import type { CaseFile } from "#core/model/case-file.ts";
import type { Exhibit } from "#core/model/exhibit.ts";

/** What a person should look at in a letter that is kept all the same. */
export interface LetterWarnings {
  /** the reference on the letter, where the case file's own is known and another one */
  readonly otherReference: { readonly onLetter: string; readonly inFile: string } | null;
  readonly pages: PageTrouble | null;
}

/** A withdrawn letter warns of nothing: nobody will be shown it. */
export function letterWarnings({ caseReference }: Pick<CaseFile, "caseReference">, exhibit: Exhibit): LetterWarnings {
  if (exhibit.withdrawn) return { otherReference: null, pages: null };
  const onLetter = exhibit.letter.caseReference;
  const isOther = onLetter !== null && caseReference !== null && onLetter !== caseReference;
  return {
    otherReference: isOther ? { onLetter, inFile: caseReference } : null,
    pages: pageTrouble(exhibit.pages),
  };
}

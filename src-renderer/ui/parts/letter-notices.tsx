import type { Exhibit } from "#core/model/exhibit.ts";
import { session } from "../../flows/current-case.ts";
import { keptTwice, openTwins } from "../../flows/kept-twice.ts";
import { letterWarnings } from "../../flows/letter-warnings.ts";
import { useStore } from "../../flows/store.ts";
import { keptTwiceWords, madeAs, pageWords, referenceWords } from "../words/kept-twice.ts";
import { Notice } from "./notice.tsx";
import { TwinActs } from "./twin-acts.tsx";

/** What a person should know of the letter before its dates: that it is kept twice, lacks pages, or is about another case. */
export function LetterNotices({ exhibit }: { readonly exhibit: Exhibit }) {
  const file = useStore(session).kept?.file;
  const found = useStore(keptTwice);
  if (file === undefined) return null;
  const twin = openTwins(file, found).find((one) => one.exhibit.id === exhibit.id);
  const { otherReference, pages } = letterWarnings(file, exhibit);
  return (
    <>
      {otherReference === null ? null : (
        <Notice tone="amber" what={referenceWords.what(otherReference.onLetter)}>
          {referenceWords.next(otherReference.inFile)}
        </Notice>
      )}
      {pages === null ? null : (
        <Notice tone="amber" what={pageWords.what(pages)}>
          {pageWords.next(pages)}
        </Notice>
      )}
      {twin === undefined ? null : (
        <Notice what={keptTwiceWords.looksLike(madeAs(exhibit), twin.other.number, twin.is)}>
          <div className="stack tight">
            <p>{keptTwiceWords.text}</p>
            <TwinActs twin={twin} isOneOfMany={false} />
          </div>
        </Notice>
      )}
    </>
  );
}

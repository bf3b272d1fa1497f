import type { Proof } from "../../model/cost.ts";
import type { Numbering } from "../numbering.ts";
import type { Span } from "../page/wrap.ts";

/** "page 23" as a link, kept on one line; nothing where the pack has no such place. */
export function pageLink(numbering: Numbering, place: string, what: string): readonly Span[] {
  const page = numbering.pageOf(place);
  return page === null ? [] : [{ text: `page\u00a0${page}`, to: place, says: `Go to ${what} on page ${page}` }];
}

/** "Exhibit 7, page 23", its page as a link; said plainly where the exhibit isn't in this pack. */
export function proofLink(numbering: Numbering, proof: Proof): readonly Span[] {
  const found = numbering.pageOfProof(proof);
  const name = `Exhibit\u00a0${proof.exhibit}`;
  if (found === null) return [{ text: `${name} (not in this pack)` }];
  const says = `Go to exhibit ${proof.exhibit} on page ${found.page}`;
  return [{ text: `${name}, ` }, { text: `page\u00a0${found.page}`, to: found.place, says }];
}

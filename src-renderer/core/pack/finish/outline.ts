import { type PDFContext, PDFHexString, PDFName, type PDFRef } from "pdf-lib";

/** A bookmark: its words, where it leads, and the bookmarks below it. */
export interface Bookmark {
  readonly title: string;
  /** from 0 */
  readonly page: number;
  readonly top: number;
  readonly below: readonly Bookmark[];
}

/** Writes the outline, its first level open. */
export function writeOutline(context: PDFContext, bookmarks: readonly Bookmark[], pageRefs: readonly PDFRef[]): PDFRef {
  const root = context.nextRef();
  const { first, last, count } = writeLevel(context, bookmarks, root, pageRefs);
  context.assign(root, context.obj({ Type: "Outlines", First: first, Last: last, Count: count }));
  return root;
}

interface Level {
  readonly first: PDFRef | undefined;
  readonly last: PDFRef | undefined;
  readonly count: number;
}

function writeLevel(
  context: PDFContext,
  bookmarks: readonly Bookmark[],
  parent: PDFRef,
  pageRefs: readonly PDFRef[],
): Level {
  const refs = bookmarks.map(() => context.nextRef());
  let count = bookmarks.length;
  for (const [position, bookmark] of bookmarks.entries()) {
    const ref = refs[position];
    if (ref === undefined) continue;
    const below = writeLevel(context, bookmark.below, ref, pageRefs);
    count += below.count;
    const entry = context.obj({
      Title: PDFHexString.fromText(bookmark.title),
      Parent: parent,
      Prev: refs[position - 1],
      Next: refs[position + 1],
      First: below.first,
      Last: below.last,
      Count: below.count === 0 ? undefined : below.count,
    });
    entry.set(PDFName.of("Dest"), context.obj([pageRefs[bookmark.page], "XYZ", 0, bookmark.top, null]));
    context.assign(ref, entry);
  }
  return { first: refs[0], last: refs[refs.length - 1], count };
}

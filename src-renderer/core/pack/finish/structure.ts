import { type PDFContext, PDFHexString, PDFName, type PDFObject, type PDFRef } from "pdf-lib";
import { isTag, type Mark, type Tag } from "../page/tag.ts";

/** What the structure tree points at: the pages, and the links' annotations by number. */
export interface Marked {
  readonly pageRefs: readonly PDFRef[];
  readonly annotationRefs: readonly PDFRef[];
  /** for each page, the tag of each marked stretch */
  readonly marksOfPages: readonly (readonly Tag[])[];
}

/**
 * Writes the structure tree. Keys of the parent tree: pages first, by their number from 0; then annotations.
 * Tags with nothing in them are left out.
 */
export function writeStructure(context: PDFContext, root: Tag, marked: Marked): PDFRef {
  const rootRef = context.nextRef();
  const refs = new Map<Tag, PDFRef>();
  const annotationTags = new Map<number, PDFRef>();
  const write = (tag: Tag, parent: PDFRef): PDFRef => {
    const ref = context.nextRef();
    refs.set(tag, ref);
    const kids = tag.kids.flatMap((kid): PDFObject[] => {
      if (isTag(kid)) return isEmpty(kid) ? [] : [write(kid, ref)];
      if (kid.kind === "annotation") annotationTags.set(kid.id, ref);
      return [markObject(context, kid, marked)];
    });
    context.assign(ref, elementDict(context, tag, parent, kids));
    return ref;
  };
  const documentRef = write(root, rootRef);
  const pageNumbers = marked.marksOfPages.flatMap((tags, page): PDFObject[] => [
    context.obj(page),
    context.register(context.obj(tags.flatMap((tag) => refs.get(tag) ?? []))),
  ]);
  const linkNumbers = marked.annotationRefs.flatMap((_, id): PDFObject[] => {
    const ref = annotationTags.get(id);
    return ref === undefined ? [] : [context.obj(marked.pageRefs.length + id), ref];
  });
  const parents = context.register(context.obj({ Nums: [...pageNumbers, ...linkNumbers] }));
  context.assign(
    rootRef,
    context.obj({
      Type: "StructTreeRoot",
      K: [documentRef],
      ParentTree: parents,
      ParentTreeNextKey: marked.pageRefs.length + marked.annotationRefs.length,
    }),
  );
  return rootRef;
}

function isEmpty(tag: Tag): boolean {
  return tag.role !== "TD" && tag.role !== "TH" && tag.kids.every((kid) => isTag(kid) && isEmpty(kid));
}

function markObject(context: PDFContext, mark: Mark, { pageRefs, annotationRefs }: Marked): PDFObject {
  const page = pageRefs[mark.page];
  if (mark.kind === "content") return context.obj({ Type: "MCR", Pg: page, MCID: mark.id });
  return context.obj({ Type: "OBJR", Pg: page, Obj: annotationRefs[mark.id] });
}

function elementDict(context: PDFContext, tag: Tag, parent: PDFRef, kids: readonly PDFObject[]): PDFObject {
  return context.obj({
    Type: "StructElem",
    S: PDFName.of(tag.role),
    P: parent,
    K: [...kids],
    Alt: tag.alt === undefined ? undefined : PDFHexString.fromText(tag.alt),
    T: tag.title === undefined ? undefined : PDFHexString.fromText(tag.title),
    A: tag.scope === undefined ? undefined : { O: "Table", Scope: tag.scope },
  });
}

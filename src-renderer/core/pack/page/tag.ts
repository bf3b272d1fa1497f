/**
 * What a piece of a page is, for screen readers: one element of the document's structure tree.
 * Layout makes them, drawing fills in where their content stands.
 */
export interface Tag {
  readonly role: Role;
  readonly kids: (Tag | Mark)[];
  /** Words in place of a picture. */
  readonly alt?: string;
  /** What the element is called in a list of elements. */
  readonly title?: string;
  /** For header cells: what they head. */
  readonly scope?: "Row" | "Column";
}

export type Role =
  | "Document"
  | "Sect"
  | "H1"
  | "H2"
  | "H3"
  | "P"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Table"
  | "TR"
  | "TH"
  | "TD"
  | "Link"
  | "Figure";

/** Content that a tag owns: a marked stretch of a page, or a link's annotation. `page` counts from 0. */
export type Mark =
  | { readonly kind: "content"; readonly page: number; readonly id: number }
  | { readonly kind: "annotation"; readonly page: number; readonly id: number };

/** A new tag, hung under its parent. */
export function tagUnder(parent: Tag, role: Role, more: Omit<Tag, "role" | "kids"> = {}): Tag {
  const tag: Tag = { role, kids: [], ...more };
  parent.kids.push(tag);
  return tag;
}

/** True for an element, false for content. */
export function isTag(kid: Tag | Mark): kid is Tag {
  return "role" in kid;
}

import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFInvalidObject,
  PDFName,
  PDFNull,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from "pdf-lib";
import { cleanJpeg } from "./jpeg.ts";
import { decodeBefore, filterNames, rawBytes } from "./stream-bytes.ts";

/**
 * Copies what a page needs to look right from one PDF into another, and nothing else: no scripts, actions, forms,
 * attachments, structure, tool data or hidden metadata, and never a way back into the source's page tree.
 *
 * (One long file: every kind of object is copied through every other.)
 */
export interface Copier {
  readonly source: PDFContext;
  readonly target: PDFContext;
  copy(object: PDFObject | undefined): PDFObject;
  /** Resources with fonts that are missing replaced; `page` lends its own to forms and glyphs that have none. */
  copyResources(resources: PDFDict | undefined): PDFDict;
  /** what an object was copied to; undefined where it wasn't */
  copyOf(ref: PDFRef): PDFRef | undefined;
  readonly standIn: FontStandIn;
}

/** Takes the place of a font whose program isn't in the file; null to copy it as it is. */
export type FontStandIn = (font: PDFDict) => PDFRef | null;

/** Keys that never matter to how a page looks. */
const dropped = new Set([
  "Metadata",
  "PieceInfo",
  "StructParent",
  "StructParents",
  "LastModified",
  "AF",
  "AA",
  "A",
  "JS",
  "OPI",
  "Ref",
  "Popup",
  "Annots",
  "Parent",
  "Alternates",
  "Usage",
  "Dest",
]);

/** Objects that lead back into the document they came from. */
const leadBack = new Set(["Page", "Pages", "Catalog", "StructTreeRoot", "StructElem", "Annot", "Action", "Filespec"]);

/** Dictionaries whose keys are free names, not PDF's own words. */
const nameMaps = new Set(["CharProcs", "Colorants", "Font", "XObject", "ExtGState", "Properties", "Shading"]);

const deepest = 80;

export function newCopier(source: PDFContext, target: PDFContext, standIn: FontStandIn): Copier {
  const state: State = { source, target, standIn, copied: new Map(), waiting: [], lent: undefined };
  return {
    source,
    target,
    standIn,
    copyOf: (ref) => state.copied.get(ref),
    copy: (object) => finish(state, object === undefined ? PDFNull : copyValue(object, state, 0)),
    copyResources: (resources) => {
      state.lent = resources;
      const copied = copyResourceDict(resources, state, 0);
      finish(state, copied);
      return copied;
    },
  };
}

interface State {
  readonly source: PDFContext;
  readonly target: PDFContext;
  readonly standIn: FontStandIn;
  readonly copied: Map<PDFRef, PDFRef>;
  readonly waiting: { readonly from: PDFRef; readonly to: PDFRef; readonly font: boolean }[];
  lent: PDFDict | undefined;
}

/** Copies what references led to, in a loop rather than by recursion, so that no chain is too long. */
function finish<T extends PDFObject>(state: State, result: T): T {
  for (let next = state.waiting.pop(); next !== undefined; next = state.waiting.pop()) {
    const object = state.source.lookup(next.from);
    state.target.assign(next.to, object === undefined ? PDFNull : copyValue(object, state, 0));
  }
  return result;
}

function copyValue(object: PDFObject, state: State, depth: number): PDFObject {
  if (depth > deepest || object instanceof PDFInvalidObject) return PDFNull;
  if (object instanceof PDFRef) return copyRef(object, state);
  if (object instanceof PDFRawStream) return copyStream(object, state, depth);
  if (object instanceof PDFStream) return PDFNull;
  if (object instanceof PDFDict) return leadsBack(object) ? PDFNull : copyDict(object, state, depth);
  if (object instanceof PDFArray) {
    const copy = PDFArray.withContext(state.target);
    for (let position = 0; position < object.size(); position++) {
      copy.push(copyValue(object.get(position), state, depth + 1));
    }
    return copy;
  }
  return object;
}

function copyRef(ref: PDFRef, state: State): PDFRef {
  const before = state.copied.get(ref);
  if (before !== undefined) return before;
  const to = state.target.nextRef();
  state.copied.set(ref, to);
  state.waiting.push({ from: ref, to, font: false });
  return to;
}

function leadsBack(dict: PDFDict): boolean {
  const type = dict.get(PDFName.of("Type"));
  return type instanceof PDFName && leadBack.has(type.decodeText());
}

function copyDict(dict: PDFDict, state: State, depth: number): PDFDict {
  const copy = PDFDict.withContext(state.target);
  for (const [key, value] of dict.entries()) {
    const name = key.decodeText();
    if (dropped.has(name)) continue;
    copy.set(key, copyEntry(name, value, state, depth + 1));
  }
  if (dict.get(PDFName.of("Type")) === PDFName.of("Font")) lendResources(dict, copy, "Type3", state, depth);
  return copy;
}

function copyEntry(name: string, value: PDFObject, state: State, depth: number): PDFObject {
  if (name === "Resources") return copyResourceDict(asDict(value, state), state, depth);
  if (nameMaps.has(name)) {
    const names = asDict(value, state);
    if (names !== undefined) return copyNames(names, name === "Font", state, depth);
  }
  return copyValue(value, state, depth);
}

function asDict(value: PDFObject | undefined, state: State): PDFDict | undefined {
  const found = value instanceof PDFRef ? state.source.lookup(value) : value;
  return found instanceof PDFDict ? found : undefined;
}

function copyResourceDict(resources: PDFDict | undefined, state: State, depth: number): PDFDict {
  const copy = PDFDict.withContext(state.target);
  if (resources === undefined || depth > deepest) return copy;
  for (const [category, value] of resources.entries()) {
    const names = asDict(value, state);
    if (names === undefined) copy.set(category, copyValue(value, state, depth + 1));
    else copy.set(category, copyNames(names, category.decodeText() === "Font", state, depth + 1));
  }
  return copy;
}

/** A dictionary of free names: every entry is kept. */
function copyNames(names: PDFDict, fonts: boolean, state: State, depth: number): PDFDict {
  const copy = PDFDict.withContext(state.target);
  for (const [name, value] of names.entries()) {
    copy.set(name, (fonts ? copyFont(value, state) : null) ?? copyValue(value, state, depth + 1));
  }
  return copy;
}

function copyFont(value: PDFObject, state: State): PDFRef | null {
  if (value instanceof PDFRef && state.copied.has(value)) return state.copied.get(value) ?? null;
  const font = asDict(value, state);
  const standIn = font === undefined ? null : state.standIn(font);
  if (standIn !== null && value instanceof PDFRef) state.copied.set(value, standIn);
  return standIn;
}

function copyStream(stream: PDFRawStream, state: State, depth: number): PDFObject {
  const dict = copyDict(stream.dict, state, depth);
  if (stream.dict.get(PDFName.of("Subtype")) === PDFName.of("Form")) {
    lendResources(stream.dict, dict, "Form", state, depth);
  }
  const filters = filterNames(stream.dict);
  dict.delete(PDFName.of("Length"));
  dict.delete(PDFName.of("F"));
  const bytes = rawBytes(stream);
  if (filters[filters.length - 1] === "DCTDecode") {
    const jpeg = filters.length === 1 ? bytes : decodeBefore(stream, "DCTDecode");
    if (jpeg !== null && !(jpeg[0] === 0xff && jpeg[1] === 0xd8)) return emptyForm(state);
    if (jpeg !== null) {
      dict.set(PDFName.of("Filter"), PDFName.of("DCTDecode"));
      keepLastParms(dict);
      return PDFRawStream.of(dict, cleanJpeg(jpeg));
    }
  }
  return PDFRawStream.of(dict, bytes);
}

/** Old files let forms and glyph procedures use the page's resources; once copied they carry them themselves. */
function lendResources(from: PDFDict, to: PDFDict, subtype: string, state: State, depth: number): void {
  const key = PDFName.of("Resources");
  if (from.get(PDFName.of("Subtype")) !== PDFName.of(subtype) || from.has(key) || state.lent === undefined) return;
  if (depth < 4) to.set(key, copyResourceDict(state.lent, state, depth + 1));
}

/** Takes the place of a picture that isn't one: what draws it still draws, and nothing shows. */
function emptyForm({ target }: State): PDFObject {
  return target.stream("", { Type: "XObject", Subtype: "Form", BBox: [0, 0, 0, 0] });
}

function keepLastParms(dict: PDFDict): void {
  const key = PDFName.of("DecodeParms");
  const parms = dict.get(key);
  if (parms instanceof PDFArray) dict.delete(key);
}

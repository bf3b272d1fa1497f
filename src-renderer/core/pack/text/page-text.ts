import { decodePDFRawStream, type PDFContext, PDFDict, PDFName, PDFRawStream } from "pdf-lib";
import { contentTokens } from "./content-tokens.ts";
import { type Decoder, fontDecoder } from "./font-decoder.ts";

/** Reads the text out of a finished pack's pages, seen and unseen, in the order it is drawn. */
export interface TextReader {
  readonly context: PDFContext;
  /** by font, so that a font that many pages share is read once */
  readonly decoders: Map<PDFDict, Decoder>;
  /** by form, for the same reason */
  readonly forms: Map<PDFRawStream, string>;
}

export function newTextReader(context: PDFContext): TextReader {
  return { context, decoders: new Map(), forms: new Map() };
}

const deepest = 12;

/** All text of a page; pieces that are shown one after the other are not parted. */
export function textOfPage(reader: TextReader, page: PDFDict): string {
  const contents = page.lookup(PDFName.of("Contents"));
  const resources = page.lookup(PDFName.of("Resources"));
  if (!(contents instanceof PDFRawStream)) return "";
  return textOfContent(reader, contents, resources instanceof PDFDict ? resources : undefined, 0);
}

function textOfContent(
  reader: TextReader,
  stream: PDFRawStream,
  resources: PDFDict | undefined,
  depth: number,
): string {
  let text = "";
  let decode: Decoder = () => "";
  let name = "";
  let strings: Uint8Array[] = [];
  for (const token of contentTokens(decoded(stream))) {
    if (token.kind === "string") strings.push(token.bytes);
    else if (token.kind === "name") name = token.name;
    else if (token.kind === "word") {
      if (token.word === "Tf") decode = decoderFor(reader, find(resources, "Font", name));
      else if (token.word === "Do") text += textOfForm(reader, find(resources, "XObject", name), depth);
      else if (showing.has(token.word)) text += strings.map(decode).join("");
      else if (token.word === "BDC") text += ` ${strings.map(textString).join(" ")} `;
      else if (moving.has(token.word)) text += " ";
      strings = [];
    }
  }
  return text;
}

/** Words given beside a marked stretch ("ActualText"): unseen, but what is copied out or read aloud in its place. */
function textString(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xfe && bytes[1] === 0xff;
  return new TextDecoder(wide ? "utf-16be" : "utf-8").decode(bytes);
}

const showing = new Set(["Tj", "TJ", "'", '"']);
const moving = new Set(["ET", "Td", "TD", "Tm", "T*"]);

function decoded(stream: PDFRawStream): Uint8Array {
  try {
    return decodePDFRawStream(stream).decode();
  } catch {
    return new Uint8Array();
  }
}

function find(resources: PDFDict | undefined, category: string, name: string): unknown {
  const names = resources?.lookup(PDFName.of(category));
  return names instanceof PDFDict ? names.lookup(PDFName.of(name)) : undefined;
}

function decoderFor(reader: TextReader, font: unknown): Decoder {
  if (!(font instanceof PDFDict)) return () => "";
  const known = reader.decoders.get(font);
  if (known !== undefined) return known;
  const decoder = fontDecoder(font);
  reader.decoders.set(font, decoder);
  return decoder;
}

function textOfForm(reader: TextReader, form: unknown, depth: number): string {
  if (!(form instanceof PDFRawStream) || form.dict.lookup(PDFName.of("Subtype")) !== PDFName.of("Form")) return " ";
  if (depth >= deepest) return " ";
  const known = reader.forms.get(form);
  if (known !== undefined) return known;
  reader.forms.set(form, " ");
  const resources = form.dict.lookup(PDFName.of("Resources"));
  const text = textOfContent(reader, form, resources instanceof PDFDict ? resources : undefined, depth + 1);
  reader.forms.set(form, ` ${text} `);
  return ` ${text} `;
}

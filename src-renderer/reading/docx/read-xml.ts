import { Problem } from "#core/problems.ts";

/** What an XML file is made of, in order. Names come without their prefix. */
export interface XmlEvents {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/** No Word file comes near it. */
const deepest = 400;

/**
 * Reads the XML of Office files from end to end. A document type is refused, as their standard asks (ECMA-376, part 2,
 * 8.1.4): so no entity is ever expanded but XML's own five and letters by their number.
 *
 * @throws {Problem} `file-damaged`: cut off, badly nested, or with a document type
 */
export function readXml(xml: string, events: XmlEvents): void {
  const open: string[] = [];
  let at = 0;
  while (at < xml.length) {
    const mark = xml.indexOf("<", at);
    if (mark < 0) break;
    if (mark > at && open.length > 0) events.text(plain(xml.slice(at, mark)));
    at = afterMark(xml, mark, open, events);
  }
  if (open.length > 0) throw new Problem("file-damaged", "XML that ends too early");
}

function afterMark(xml: string, mark: number, open: string[], events: XmlEvents): number {
  if (xml.startsWith("<?", mark)) return after(xml, "?>", mark + 2);
  if (xml.startsWith("<!--", mark)) return after(xml, "-->", mark + 4);
  if (xml.startsWith("<![CDATA[", mark)) {
    const end = after(xml, "]]>", mark + 9);
    events.text(xml.slice(mark + 9, end - 3));
    return end;
  }
  if (xml.startsWith("<!", mark)) throw new Problem("file-damaged", "XML with a document type");
  const end = tagEnd(xml, mark + 1);
  if (xml.charAt(mark + 1) === "/") {
    const name = localName(xml.slice(mark + 2, end));
    if (open.pop() !== name) throw new Problem("file-damaged", "XML that is badly nested");
    events.close(name);
    return end + 1;
  }
  const isEmpty = xml.charAt(end - 1) === "/";
  const tag = xml.slice(mark + 1, isEmpty ? end - 1 : end);
  const name = localName(tag);
  events.open(name, tag.slice(tag.search(/\s|$/)));
  if (isEmpty) events.close(name);
  else if (open.push(name) > deepest) throw new Problem("file-damaged", "XML nested too deeply");
  return end + 1;
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new Problem("file-damaged", "XML that ends too early");
  return at + mark.length;
}

/** Where a tag's ">" stands: one within quotes is a letter like any other. */
function tagEnd(xml: string, from: number): number {
  for (let at = from; at < xml.length; at += 1) {
    const letter = xml.charAt(at);
    if (letter === ">") return at;
    if (letter === '"' || letter === "'") at = after(xml, letter, at + 1) - 1;
  }
  throw new Problem("file-damaged", "XML that ends too early");
}

function localName(tag: string): string {
  const name = /^[^\s/>]*/.exec(tag)?.[0] ?? "";
  return name.slice(name.indexOf(":") + 1);
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function plain(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}

/** An attribute's value by its name without prefix; null where it isn't there. */
export function attributeOf(attributes: string, name: string): string | null {
  const found = new RegExp(String.raw`(?:^|[\s:])${name}\s*=\s*["']([^"']{0,200})["']`).exec(attributes);
  return found?.[1] ?? null;
}

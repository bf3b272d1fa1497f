import { createTextFlow, type TextFlow } from "../text-flow.ts";
import { attributeOf, readXml } from "./read-xml.ts";

/** What is no text of the letter: settings, field codes, what was struck out in tracked changes, and second copies. */
const skipped = new Set([
  "pPr",
  "tblPr",
  "tblGrid",
  "trPr",
  "tcPr",
  "sectPr",
  "instrText",
  "delText",
  "del",
  "moveFrom",
  "Fallback",
  "sdtPr",
]);

const tableParts: Readonly<Record<string, "table" | "row" | "cell">> = { tbl: "table", tr: "row", tc: "cell" };

/** How far into a part that says nothing reading is, and whether the run it is in is hidden. */
interface Standing {
  skipDepth: number;
  isHidden: boolean;
  inText: boolean;
  inRunLook: boolean;
}

/**
 * The text of a part of a Word file (the letter itself, a header, a footer, its notes), page by page where Word said
 * where its pages ended when it was last saved. Paragraphs are lines, tables' cells stand side by side with tabs.
 *
 * @throws {Problem} `file-damaged`
 */
export function docxText(xml: string): readonly string[] {
  const flow = createTextFlow();
  const standing: Standing = { skipDepth: 0, isHidden: false, inText: false, inRunLook: false };
  readXml(xml, {
    open(name, attributes) {
      if (standing.skipDepth > 0 || skipped.has(name)) standing.skipDepth += 1;
      else openPart(name, attributes, flow, standing);
    },
    close(name) {
      if (standing.skipDepth > 0) standing.skipDepth -= 1;
      else closePart(name, flow, standing);
    },
    text(text) {
      if (standing.skipDepth === 0 && standing.inText && !standing.isHidden) flow.write(text);
    },
  });
  return flow.pages();
}

function openPart(name: string, attributes: string, flow: TextFlow, standing: Standing): void {
  const part = tableParts[name];
  if (part !== undefined) flow.open(part);
  else if (name === "p") flow.endLine();
  else if (name === "r") standing.isHidden = false;
  else if (name === "rPr") standing.inRunLook = true;
  else if (name === "vanish" && standing.inRunLook) standing.isHidden = !isOff(attributeOf(attributes, "val"));
  else if (name === "t") standing.inText = true;
  else if (!standing.isHidden && !standing.inRunLook) writeMark(name, attributes, flow);
}

function writeMark(name: string, attributes: string, flow: TextFlow): void {
  if (name === "tab" || name === "ptab") flow.write("\t");
  else if (name === "cr") flow.write("\n");
  else if (name === "noBreakHyphen") flow.write("-");
  else if (name === "lastRenderedPageBreak") flow.breakPage();
  else if (name === "br" && attributeOf(attributes, "type") === "page") flow.breakPage();
  else if (name === "br") flow.write("\n");
}

function closePart(name: string, flow: TextFlow, standing: Standing): void {
  const part = tableParts[name];
  if (part !== undefined) flow.close(part);
  else if (name === "p") flow.breakLine();
  else if (name === "rPr") standing.inRunLook = false;
  else if (name === "t") standing.inText = false;
}

function isOff(value: string | null): boolean {
  return value === "0" || value === "false" || value === "off";
}

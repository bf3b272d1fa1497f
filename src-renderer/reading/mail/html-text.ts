import { createTextFlow, type TextFlow } from "../text-flow.ts";
import { withoutEntities } from "./entities.ts";
import { readHtml } from "./read-html.ts";

const tableParts: Readonly<Record<string, "table" | "row" | "cell">> = {
  table: "table",
  tr: "row",
  td: "cell",
  th: "cell",
};

/** Begin and end a line. */
const blocks = new Set(
  "address article aside body caption center dd details dir div dl dt fieldset figcaption figure footer form header html legend li main menu nav section summary tbody tfoot thead".split(
    " ",
  ),
);

/** Stand apart from what is before and after them. */
const paragraphs = new Set("h1 h2 h3 h4 h5 h6 hr ol p pre ul".split(" "));

/**
 * An HTML mail's text as a person sees it: paragraphs as lines, tables' cells side by side with tabs, quoted parts with
 * "> " before each line. Nothing is run or fetched; pictures are nothing.
 */
export function htmlText(html: string): string {
  const flow = createTextFlow();
  /** how many of "pre" are open: there, white space stays as it is */
  let asWritten = 0;
  let endsInSpace = true;
  readHtml(html, {
    open(name) {
      if (name === "pre") asWritten += 1;
      openTag(name, flow);
      if (isBreak(name)) endsInSpace = true;
    },
    close(name) {
      if (name === "pre") asWritten = Math.max(0, asWritten - 1);
      closeTag(name, flow);
      if (isBreak(name)) endsInSpace = true;
    },
    text(text) {
      const plain = asWritten > 0 ? text : text.replace(/[ \t\r\n\f]+/g, " ");
      const begun = endsInSpace && asWritten === 0 ? plain.replace(/^ /, "") : plain;
      if (begun === "") return;
      flow.write(withoutEntities(begun));
      endsInSpace = begun.endsWith(" ");
    },
  });
  return flow.pages().join("\n");
}

function isBreak(name: string): boolean {
  return name === "br" || name === "blockquote" || name in tableParts || blocks.has(name) || paragraphs.has(name);
}

function openTag(name: string, flow: TextFlow): void {
  const part = tableParts[name];
  if (part !== undefined) flow.open(part);
  else if (name === "br") flow.breakLine();
  else if (name === "blockquote") flow.quote(1);
  else if (paragraphs.has(name)) flow.gap();
  else if (blocks.has(name)) flow.endLine();
  if (name === "li") flow.write("- ");
}

function closeTag(name: string, flow: TextFlow): void {
  const part = tableParts[name];
  if (part !== undefined) flow.close(part);
  else if (name === "blockquote") flow.quote(-1);
  else if (paragraphs.has(name)) flow.gap();
  else if (blocks.has(name)) flow.endLine();
}

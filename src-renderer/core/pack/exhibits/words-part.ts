import type { TypedFileType } from "../../model/exhibit.ts";
import { sayProblem } from "../../problem-words.ts";
import type { ProblemCode } from "../../problems.ts";
import type { Block } from "../front-matter/block.ts";
import { say } from "../front-matter/block.ts";
import { layOut } from "../front-matter/lay-out.ts";
import { drawInk } from "../page/sheet.ts";
import type { Tag } from "../page/tag.ts";
import type { Typeface } from "../page/typeface.ts";
import type { MadeSheet } from "./made-sheet.ts";

/** Where typed words come from. */
interface TypedSource {
  /** the file's */
  readonly name: string;
  readonly type: TypedFileType;
  /** of the exhibit, from 1 */
  readonly page: number;
}

/** A page of words set in the pack's own type, saying so; long pages go on to further sheets. */
export function textSheets(text: string, source: TypedSource, typeface: Typeface): readonly MadeSheet[] {
  const note: Block = { kind: "paragraph", spans: say(noteOf(source)), look: "small" };
  return sheetsOf([note, ...paragraphs(text)], source.page, typeface);
}

/** What the page is, and what of the file isn't on it. */
function noteOf({ name, type, page }: TypedSource): string {
  if (type === "text") return `Plain text file “${name}”, page ${page}, typed out here word for word.`;
  const rest = "The file itself is kept and can be sent on its own.";
  if (type === "email") return `E-mail “${name}”, its words typed out here without pictures or attachments. ${rest}`;
  return `Word file “${name}”, page ${page}, its words typed out here without their look or pictures. ${rest}`;
}

function paragraphs(text: string): readonly Block[] {
  const blocks = text
    .split(/\r\n?|\n/)
    .map((line) => line.trimEnd())
    .join("\n")
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== "");
  return blocks.length === 0
    ? [{ kind: "paragraph", spans: say("This page of the file is empty.", { weight: "italic" }) }]
    : blocks.map((part) => ({ kind: "paragraph", spans: say(part) }));
}

/** One clear page in place of a file that can't be shown: which file, why, and what can be done. */
export function refusedSheets(name: string, problem: ProblemCode, typeface: Typeface): readonly MadeSheet[] {
  const blocks: Block[] = [
    { kind: "heading", level: 2, text: "This file could not be included" },
    {
      kind: "facts",
      rows: [
        ["File", say(name)],
        ["Why", say(sayProblem(problem))],
      ],
    },
    {
      kind: "paragraph",
      spans: say(
        "The page stands here so that nothing is silently left out. The file itself is kept and can be sent on its own.",
      ),
    },
  ];
  return sheetsOf(blocks, null, typeface);
}

/** Lays blocks out once to count their pages; drawing lays them out again, under the tag they then get. */
function sheetsOf(blocks: readonly Block[], sourcePage: number | null, typeface: Typeface): readonly MadeSheet[] {
  const scratch: Tag = { role: "Sect", kids: [] };
  const { pages } = layOut(blocks, typeface, scratch);
  return pages.map((inks, position) => ({
    sourcePage: position === 0 ? sourcePage : null,
    words: inks.flatMap((ink) => (ink.kind === "text" ? ink.text.split(" ") : [])),
    draw: (sheet, parent) => {
      if (position === 0) parent.kids.push(...scratch.kids);
      drawInk(sheet, inks);
    },
  }));
}

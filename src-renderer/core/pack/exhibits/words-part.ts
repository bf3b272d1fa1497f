import { sayProblem } from "../../problem-words.ts";
import type { ProblemCode } from "../../problems.ts";
import type { Block } from "../front-matter/block.ts";
import { say } from "../front-matter/block.ts";
import { layOut } from "../front-matter/lay-out.ts";
import { drawInk } from "../page/sheet.ts";
import type { Tag } from "../page/tag.ts";
import type { Typeface } from "../page/typeface.ts";
import type { MadeSheet } from "./made-sheet.ts";

/** A page of plain text set in the pack's own type, saying so; long pages go on to further sheets. */
export function textSheets(text: string, name: string, sourcePage: number, typeface: Typeface): readonly MadeSheet[] {
  const note = `Plain text file “${name}”, page ${sourcePage}, typed out here word for word.`;
  return sheetsOf([{ kind: "paragraph", spans: say(note), look: "small" }, ...paragraphs(text)], sourcePage, typeface);
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

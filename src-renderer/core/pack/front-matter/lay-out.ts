import type { Tag } from "../page/tag.ts";
import type { Typeface } from "../page/typeface.ts";
import type { Block } from "./block.ts";
import { factsUnits } from "./fact-units.ts";
import { flow } from "./flow.ts";
import { tableUnits } from "./table-units.ts";
import { headingUnits, listUnits, paragraphUnits, type Setting } from "./text-units.ts";
import type { LaidPages } from "./unit.ts";

/** Blocks of front matter as pages of ink, their structure hung under `parent`. */
export function layOut(blocks: readonly Block[], typeface: Typeface, parent: Tag): LaidPages {
  return flow(blocks.flatMap((block) => unitsOf(block, { typeface, parent })));
}

function unitsOf(block: Block, setting: Setting) {
  switch (block.kind) {
    case "heading":
      return headingUnits(block, setting);
    case "paragraph":
      return paragraphUnits(block, setting);
    case "list":
      return listUnits(block, setting);
    case "facts":
      return factsUnits(block, setting);
    case "table":
      return tableUnits(block, setting);
  }
}

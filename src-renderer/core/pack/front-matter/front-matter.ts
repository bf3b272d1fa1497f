import type { Numbering } from "../numbering.ts";
import { numberPages } from "../numbering.ts";
import type { Tag } from "../page/tag.ts";
import type { Typeface } from "../page/typeface.ts";
import type { PackPlan } from "../plan.ts";
import type { Block } from "./block.ts";
import { frontPage, frontPageSizes } from "./front-page.ts";
import { layOut } from "./lay-out.ts";
import { type FrontSection, frontSections } from "./sections.ts";
import type { LaidPages } from "./unit.ts";

/** The front matter with its page numbers settled. */
export interface FrontMatter extends LaidPages {
  readonly numbering: Numbering;
  readonly sections: readonly FrontSection[];
  readonly root: Tag;
}

/** Passes until the numbers printed are the numbers true: the second settles all but odd cases. */
const mostPasses = 6;

/**
 * Lays out the front matter again and again, each time with the page numbers that the last pass gave, until they
 * hold.
 */
export function layOutFrontMatter(plan: PackPlan, typeface: Typeface): FrontMatter {
  const sections = frontSections(plan);
  let numbering = numberPages(plan, 10, new Map(sections.map(({ place }) => [place, { page: 9, top: 0 }])));
  for (let pass = 1; ; pass++) {
    const root: Tag = { role: "Document", kids: [] };
    const laid = layOutOnce(plan, { sections, numbering, typeface, root });
    const next = numberPages(plan, laid.pages.length, laid.spots);
    if (pass >= mostPasses || sameNumbers(numbering, next, laid)) return { ...laid, numbering: next, sections, root };
    numbering = next;
  }
}

interface Pass {
  readonly sections: readonly FrontSection[];
  readonly numbering: Numbering;
  readonly typeface: Typeface;
  readonly root: Tag;
}

function layOutOnce(plan: PackPlan, { sections, numbering, typeface, root }: Pass): LaidPages {
  const first = fittingFrontPage(plan, { sections, numbering, typeface, root });
  const rest = sections.flatMap(({ place, title, blocks }): readonly Block[] => [
    { kind: "heading", level: 2, text: title, place, newPage: true },
    ...blocks(numbering),
  ]);
  return layOut([...first, ...rest], typeface, root);
}

/** The fullest front page that keeps to one page: whoever opens the pack gets no further than that at first. */
function fittingFrontPage(plan: PackPlan, { sections, numbering, typeface }: Pass): readonly Block[] {
  let blocks: readonly Block[] = [];
  for (const size of frontPageSizes) {
    blocks = frontPage(plan, sections, numbering, size);
    if (layOut(blocks, typeface, { role: "Document", kids: [] }).pages.length === 1) return blocks;
  }
  return blocks;
}

/** True where the pages that were printed are where things are. */
function sameNumbers(before: Numbering, after: Numbering, laid: LaidPages): boolean {
  if (before.frontPages !== after.frontPages) return false;
  return [...laid.spots.keys()].every((place) => before.pageOf(place) === after.pageOf(place));
}

import type { Numbering } from "../numbering.ts";
import type { PackPlan } from "../plan.ts";
import type { Block } from "./block.ts";
import { callBlocks } from "./calls.ts";
import { chronologyBlocks } from "./chronology.ts";
import { costBlocks } from "./costs.ts";
import { exhibitIndexBlocks } from "./exhibit-index.ts";
import { issueBlocks } from "./issues.ts";

/** A section of the front matter: its place, its name, and what it says once the pages are numbered. */
export interface FrontSection {
  readonly place: string;
  readonly title: string;
  readonly blocks: (numbering: Numbering) => readonly Block[];
}

/** The place of the index, which every exhibit page links back to. */
export const indexPlace = "section:index";

/** The sections this case has something to say in, in printed order. The exhibit index is always there. */
export function frontSections(plan: PackPlan): readonly FrontSection[] {
  const { issues, wants, calls, messages, costs } = plan.caseFile;
  const all: readonly (FrontSection & { readonly has: boolean })[] = [
    {
      has: issues.length > 0 || wants.length > 0,
      place: "section:issues",
      title: "What went wrong and what I want",
      blocks: () => issueBlocks(plan),
    },
    {
      has: plan.events.length > 0,
      place: "section:chronology",
      title: "Chronology",
      blocks: (numbering) => chronologyBlocks(plan, numbering),
    },
    {
      has: calls.length + messages.length > 0,
      place: "section:calls",
      title: "Calls and messages",
      blocks: () => callBlocks(plan),
    },
    {
      has: costs.length > 0,
      place: "section:costs",
      title: "Costs",
      blocks: (numbering) => costBlocks(plan, numbering),
    },
    { has: true, place: indexPlace, title: "Exhibits", blocks: (numbering) => exhibitIndexBlocks(plan, numbering) },
  ];
  return all.filter(({ has }) => has);
}

import { sayDay } from "../../model/calendar-day.ts";
import { totalsByHead } from "../../model/cost.ts";
import { sayPounds, sumPence } from "../../model/pence.ts";
import { exhibitPlace, type Numbering } from "../numbering.ts";
import { type PackPlan, printedExhibits } from "../plan.ts";
import { recipientWords } from "../recipients.ts";
import { type Block, say } from "./block.ts";
import { pageLink } from "./links.ts";
import type { FrontSection } from "./sections.ts";

/** How much a front page says: the fullest version that fits is printed. */
export interface FrontPageSize {
  readonly wants: number;
  readonly issues: number;
  /** letters of any one sentence before it is cut and the page with all of it is named */
  readonly letters: number;
  /** letters of any one thing said about the person before it is cut: only where nothing else makes it fit */
  readonly aboutMe: number;
}

/** From the fullest to the one that always fits. */
export const frontPageSizes: readonly FrontPageSize[] = [
  { wants: 12, issues: 12, letters: 600, aboutMe: Number.POSITIVE_INFINITY },
  { wants: 6, issues: 6, letters: 260, aboutMe: Number.POSITIVE_INFINITY },
  { wants: 5, issues: 4, letters: 140, aboutMe: Number.POSITIVE_INFINITY },
  { wants: 3, issues: 3, letters: 90, aboutMe: Number.POSITIVE_INFINITY },
  { wants: 2, issues: 1, letters: 60, aboutMe: Number.POSITIVE_INFINITY },
  { wants: 2, issues: 1, letters: 60, aboutMe: 160 },
  { wants: 2, issues: 1, letters: 60, aboutMe: 70 },
];

/** Who asks for what, on which grounds, and what is in the pack. */
export function frontPage(
  plan: PackPlan,
  sections: readonly FrontSection[],
  numbering: Numbering,
  size: FrontPageSize,
): readonly Block[] {
  const words = recipientWords[plan.recipient];
  const ask = askBlocks(plan, numbering, size);
  const rows = factRows(plan, size);
  const details: readonly Block[] =
    rows.length === 0
      ? []
      : [
          { kind: "heading", level: 3, text: "About me" },
          { kind: "facts", rows, columns: 2 },
        ];
  return [
    { kind: "paragraph", spans: say(`COMPLAINT  \u00b7  ${words.addressee}${sampleMark(plan)}`), look: "label" },
    { kind: "heading", level: 1, text: words.title },
    ...ask,
    ...details,
    ...shortIssues(plan, numbering, size),
    ...moneyLine(plan, numbering),
    ...finalResponse(plan, numbering),
    { kind: "heading", level: 3, text: "In this pack" },
    { kind: "facts", rows: contentRows(plan, sections, numbering), columns: 2, labelWidth: 160 },
    ...consent(plan),
    { kind: "paragraph", spans: say(`Made on ${sayDay(plan.madeOn)}. Everything here is a copy.`), look: "small" },
  ];
}

/** A pack of the sample case must never be taken for somebody's real complaint. */
function sampleMark({ caseFile }: PackPlan): string {
  return caseFile.sample ? "  \u00b7  SAMPLE: everyone in it is invented" : "";
}

function askBlocks(plan: PackPlan, numbering: Numbering, size: FrontPageSize): readonly Block[] {
  const { wants } = plan.caseFile;
  if (wants.length === 0) {
    return [
      {
        kind: "paragraph",
        spans: say("I ask for help with my complaint about the Child Maintenance Service."),
        look: "lead",
      },
    ];
  }
  const { ask } = recipientWords[plan.recipient];
  const shown = wants.slice(0, size.wants);
  const left = wants.length - shown.length;
  const more =
    left === 0 ? [] : [[{ text: `and ${left} more: ` }, ...pageLink(numbering, "section:issues", "what I want")]];
  return [
    { kind: "paragraph", spans: say(ask, { weight: "bold" }), look: "lead" },
    {
      kind: "list",
      items: [...shown.map((want) => say(shorten(want, size.letters))), ...more],
      numbered: true,
    },
  ];
}

function factRows(plan: PackPlan, { aboutMe }: FrontPageSize): readonly (readonly [string, ReturnType<typeof say>])[] {
  return recipientWords[plan.recipient].fields.flatMap(({ label, value }) => {
    const text = value(plan.caseFile).trim();
    return text === ""
      ? []
      : [[label, say(aboutMe === Number.POSITIVE_INFINITY ? text : onOneLine(text, aboutMe))] as const];
  });
}

function shortIssues(plan: PackPlan, numbering: Numbering, size: FrontPageSize): readonly Block[] {
  const { issues } = plan.caseFile;
  if (issues.length === 0) return [];
  const shown = issues.slice(0, size.issues);
  const rest = issues.length - shown.length;
  const link = pageLink(numbering, "section:issues", "the issues in full");
  const more = rest === 0 ? [] : [say(`and ${rest} more`)];
  return [
    { kind: "heading", level: 3, text: "What went wrong" },
    {
      kind: "list",
      items: [...shown.map(({ title }) => say(shorten(title, size.letters))), ...more],
      numbered: true,
    },
    ...(link.length === 0
      ? []
      : [{ kind: "paragraph", spans: [{ text: "In full: " }, ...link], look: "small" } as const]),
  ];
}

function moneyLine(plan: PackPlan, numbering: Numbering): readonly Block[] {
  const totals = totalsByHead(plan.caseFile.costs);
  if (totals.length === 0) return [];
  const proved = sumPence(totals.map((total) => total.proved));
  const unproved = sumPence(totals.map((total) => total.unproved));
  const text = `What it cost me: ${sayPounds(sumPence([proved, unproved]))} (${sayPounds(proved)} with proof, ${sayPounds(unproved)} without). `;
  return [{ kind: "paragraph", spans: [{ text }, ...pageLink(numbering, "section:costs", "the costs")] }];
}

function finalResponse(plan: PackPlan, numbering: Numbering): readonly Block[] {
  if (plan.recipient === "cms") return [];
  const found = printedExhibits(plan).filter(({ exhibit }) => exhibit.letter.kind === "final_response");
  const last = found[found.length - 1];
  if (last === undefined) {
    return [{ kind: "paragraph", spans: say("The Service’s final response is not in this pack.") }];
  }
  const day = last.day === null ? "" : ` of ${sayDay(last.day)}${last.dayConfirmed ? "" : " (date not confirmed)"}`;
  const place = exhibitPlace(last.exhibit.number);
  const text = `The Service’s final response${day}: exhibit ${last.exhibit.number}, `;
  return [{ kind: "paragraph", spans: [{ text }, ...pageLink(numbering, place, "the final response")] }];
}

function contentRows(plan: PackPlan, sections: readonly FrontSection[], numbering: Numbering) {
  const count = printedExhibits(plan).length;
  return sections.map(({ title, place }) => {
    const name =
      place === "section:index" && count > 0 ? `List of ${count === 1 ? "the exhibit" : `${count} exhibits`}` : title;
    return [name, pageLink(numbering, place, title)] as const;
  });
}

/** An MP's office may act on a signed word of the person. */
function consent(plan: PackPlan): readonly Block[] {
  if (plan.recipient !== "mp") return [];
  return [
    {
      kind: "paragraph",
      spans: say(
        "I agree to my MP and their staff using what is in this pack, and sharing it with the Child Maintenance Service and the Department for Work and Pensions, to help with this complaint.",
      ),
    },
    { kind: "paragraph", spans: say("Signed: ______________________________     Date: __________________") },
  ];
}

function onOneLine(text: string, letters: number): string {
  return shorten(text.replace(/\s*\n\s*/g, ", "), letters);
}

/** The beginning of a text, cut between words. */
function shorten(text: string, letters: number): string {
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain.length <= letters) return plain;
  const cut = plain.slice(0, letters);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), letters / 2))}\u2026`;
}

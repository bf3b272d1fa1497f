import { sayDay } from "../../model/calendar-day.ts";
import { type Cost, type HeadOfLoss, totalsByHead } from "../../model/cost.ts";
import { pence, sayPounds, sumPence } from "../../model/pence.ts";
import type { Numbering } from "../numbering.ts";
import { colours } from "../page/paper.ts";
import type { PackPlan } from "../plan.ts";
import { type Block, type Column, type Row, say } from "./block.ts";
import { proofLink } from "./links.ts";

/** Totals by head of loss, then every cost: the proved ones with their proof's page, the unproved apart. */
export function costBlocks(plan: PackPlan, numbering: Numbering): readonly Block[] {
  const costs = [...plan.caseFile.costs].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  const proved = costs.filter(({ proof }) => proof !== null);
  const unproved = costs.filter(({ proof }) => proof === null);
  return [
    { kind: "heading", level: 3, text: "Totals" },
    { kind: "table", columns: totalColumns, rows: totalRows(costs) },
    ...list("Costs with proof", proved, numbering),
    ...list("Costs without proof yet", unproved, numbering),
  ];
}

/** How each head of loss is called in print. */
export const headWords: Record<HeadOfLoss, string> = {
  "out-of-pocket": "Money I had to spend",
  delay: "Delay",
  distress: "Distress and inconvenience",
  "loss-from-delay": "Money lost because of delay",
};

const totalColumns: readonly Column[] = [
  { head: "Kind of loss", share: 0.43 },
  { head: "With proof", share: 0.19, align: "right" },
  { head: "Without proof", share: 0.19, align: "right" },
  { head: "Total", share: 0.19, align: "right" },
];

function totalRows(costs: readonly Cost[]): readonly Row[] {
  const totals = totalsByHead(costs);
  const row = (name: string, proved: number, unproved: number, look: "plain" | "total"): Row => ({
    cells: [name, sayPounds(pence(proved)), sayPounds(pence(unproved)), sayPounds(pence(proved + unproved))].map(
      (text) => say(text),
    ),
    look,
  });
  return [
    ...totals.map(({ head, proved, unproved }) => row(headWords[head], proved, unproved, "plain")),
    row(
      "All together",
      sumPence(totals.map(({ proved }) => proved)),
      sumPence(totals.map(({ unproved }) => unproved)),
      "total",
    ),
  ];
}

function list(title: string, costs: readonly Cost[], numbering: Numbering): readonly Block[] {
  if (costs.length === 0) return [];
  const total = sayPounds(sumPence(costs.map(({ amount }) => amount)));
  return [
    { kind: "heading", level: 3, text: title },
    {
      kind: "table",
      columns: [
        { head: "Date", share: 0.21 },
        { head: "What it was for", share: 0.42 },
        { head: "Amount", share: 0.13, align: "right" },
        { head: "Proof", share: 0.24 },
      ],
      rows: [
        ...costs.map((cost) => costRow(cost, numbering)),
        { cells: [say("Total"), say(""), say(total), say("")], look: "total" },
      ],
    },
  ];
}

function costRow(cost: Cost, numbering: Numbering): Row {
  const paidTo = cost.payee === "" ? "" : `, ${cost.payee}`;
  const details = [headWords[cost.head], cost.cause].filter((text) => text !== "").join(". ");
  return {
    place: `cost:${cost.id}`,
    cells: [
      say(sayDay(cost.day)),
      [{ text: `${cost.what}${paidTo}` }, { text: `\n${details}`, colour: colours.grey }],
      say(sayPounds(cost.amount)),
      cost.proof === null ? say("none yet", { weight: "italic" }) : proofLink(numbering, cost.proof),
    ],
  };
}

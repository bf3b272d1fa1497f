import type { Issue } from "../../model/issue.ts";
import type { PackPlan } from "../plan.ts";
import { type Block, say } from "./block.ts";

/** What the person asks for, then each issue: what happened, why it was wrong, its effect, what would put it right. */
export function issueBlocks(plan: PackPlan): readonly Block[] {
  const { wants, issues } = plan.caseFile;
  const asked: readonly Block[] =
    wants.length === 0
      ? []
      : [
          { kind: "heading", level: 3, text: "What I want" },
          { kind: "list", items: wants.map((want) => say(want)), numbered: true },
        ];
  return [...asked, ...issues.flatMap(issue)];
}

function issue(one: Issue, position: number): readonly Block[] {
  const parts: readonly (readonly [string, string])[] = [
    ["What happened", one.whatHappened],
    ["Why it was wrong", one.whyWrong],
    ["How it affected me", one.effect],
    ["What I want", one.want],
  ];
  return [
    { kind: "heading", level: 3, text: `Issue ${position + 1}: ${one.title}` },
    ...(one.triage === "service" ? [] : [aboutDecision(one.triage)]),
    ...parts
      .filter(([, text]) => text.trim() !== "")
      .flatMap(([label, text]): Block[] => [
        { kind: "paragraph", spans: say(label), look: "label" },
        { kind: "paragraph", spans: say(text.trim()), look: "answer" },
      ]),
  ];
}

/** A disputed decision goes to mandatory reconsideration, never into a complaint unsaid. */
function aboutDecision(triage: "decision" | "both"): Block {
  const text =
    triage === "decision"
      ? "This is about a decision. A complaint can’t change it: that needs a mandatory reconsideration. It is here because it belongs to the history."
      : "This is about both the service and a decision. The complaint is about the service; the decision itself needs a mandatory reconsideration.";
  return { kind: "paragraph", spans: say(text, { weight: "italic" }), look: "small" };
}

import type { RoleRule } from "./role.ts";

/** The day an amount, order or rule begins or stops to apply. */
export const decisionEffective: RoleRule = ({ before, after, sentence, one, past }) => {
  if (one.value.kind === "span") return null;
  if (
    /\b(?:effective(?: date)?(?: (?:of|is|was|will be))?|tak(?:e|es|ing) effect|took effect|with effect|w\.?e\.?f\.?|comes? into (?:force|effect)|came into (?:force|effect)|effect)(?:[^.;]{0,25} is)?(?: (?:on|from|is|was|accordingly|therefore|now))*:? (?:the )?$/i.test(
      before,
    )
  ) {
    return { role: "decision-effective", meaning: "effective_date", trust: 0.92 };
  }
  if (/\blast day\b[^.;]{0,30}\b(?:covers?|covered|charged|counts?|payable)\b[^.;]{0,10}$/i.test(before))
    return { role: "decision-effective", meaning: "effective_until", trust: 0.75 };
  if (/\b(?:12|twelve) months (?:from|starting(?: on| from)?|beginning(?: on| from)?) (?:the )?$/i.test(before))
    return { role: "decision-effective", meaning: "effective_date", trust: 0.65 };
  const amount =
    /£|\b(?:amounts?|pay|payments?|maintenance|rate|calculation|liability|orders?|decision|deductions?|charges?|fees?|collect and pay|direct pay|price|tariff|decide[sd]?)\b/i.test(
      sentence,
    );
  if (!amount) return null;
  if (
    /\b(?:from|start(?:s|ing)?(?: (?:on|from))?|starts? to apply(?: on| from)?|begin(?:s|ning)?(?: on| from)?|appl(?:y|ies|ied)(?: on| from)?|pay ?day (?:on or )?after|commenc(?:es|ing)(?: on)?|counts? from|change[sd]? from|(?:amount|calculation|rate of maintenance) (?:\w+ )?changed on|came into use on|(?:comes?|came) into use on) (?:the )?$/i.test(
      before,
    ) &&
    !/\b(?:letter|message|email|call|notes?|evidence|payslips?|statements?|received|messages|emails|calls|heard|collected|hear|taken|arrived|came|absent|away) from (?:the )?$/i.test(
      before,
    ) &&
    !/\b(?:reported|missed|asked|told|wrote)\b[^.;]{0,20}from (?:the )?$/i.test(before)
  ) {
    return { role: "decision-effective", meaning: "effective_date", trust: 0.8 };
  }
  if (
    /\b(?:moves?|moving|move|switch(?:es)?|transfers?|chang(?:e|es|ing))\b[^.;]{0,60}\b(?:collect and pay|direct pay)\b[^.;]{0,20}\b(?:on|from) (?:the )?$/i.test(
      before,
    )
  ) {
    return { role: "decision-effective", meaning: "effective_date", trust: 0.8 };
  }
  if (/\bno\b[^.;]{0,50}\b(?:due|payable|to pay|to be paid|owed)\b[^.;]{0,12} after (?:the )?$/i.test(before))
    return { role: "decision-effective", meaning: "effective_until", trust: 0.75 };
  // "The order was not made until 21 July": that is when it was made.
  if (past && /\b(?:not|never|n['’]t|only)\b[^.;]{0,60}\buntil (?:the )?$/i.test(before)) return null;
  if (
    /\b(?:until|till|up to(?: and including)?|end(?:s|ed|ing)?(?: on)?|stop(?:s|ped)?(?: on)?|ceased?(?: on)?|last(?:s)? until) (?:the )?$/i.test(
      before,
    ) &&
    /\b(?:fixed|same|stays?|appl(?:y|ies)|amount|rate|ends?|ended|stops?|stopped|ceased?|liability|order|continue|pay)\b/i.test(
      before,
    )
  ) {
    return { role: "decision-effective", meaning: "effective_until", trust: 0.75 };
  }
  return /^,? (?:you|he|she|they|the paying parent|your (?:new )?(?:amount|payments?)) (?:must pay|will pay|should pay|pay|will (?:change|be))\b/i.test(
    after,
  ) && /\bfrom $/i.test(before)
    ? { role: "decision-effective", meaning: "effective_date", trust: 0.85 }
    : null;
};

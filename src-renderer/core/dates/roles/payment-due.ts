import { type RoleRule, workDue } from "./role.ts";

/** Money due on a day, or to be paid, taken or collected on it. Money that was paid is an event. */
export const paymentDue: RoleRule = ({ before, after, sentence, past, one }) => {
  if (
    /\b(?:missed|unpaid|late|overdue) (?:payments?|instalments?)(?: (?:due|were|was|are|is|of|for|on|dated)){0,3}(?: £[\d,.]+)?[ :-]{0,3}$/i.test(
      before,
    )
  ) {
    return { role: "payment-due", meaning: "payment_due_missed", trust: 0.8 };
  }
  if (/\b(?:owed|outstanding|balance|arrears)(?: (?:to you|by you|is|was|as))? (?:on|at) (?:the )?$/i.test(before))
    return { role: "event", meaning: "balance_as_at", trust: 0.75 };
  if (
    !past &&
    /\b(?:will (?:be paid|be repaid|be refunded)|(?:will|agreed to|going to|has to) pay (?:you|me|him|her|them))\b(?:[^.;]|\.\d){0,40}\bby (?:the )?$/i.test(
      before,
    )
  )
    return { role: "payment-due", meaning: "payment_due", trust: 0.75 };
  const money =
    /£|\b(?:payments?|instalments?|arrears|amounts?|sum|maintenance|fee|charge|direct debit|bill|balance|deductions?|money|salary)\b/i.test(
      sentence,
    );
  if (!money || workDue.test(before)) return null;
  if (
    /\b(?:by|before|no later than|not later than) (?:\S+ ){0,2}(?:on )?(?:the )?$/i.test(before) &&
    /\b(?:must|please|need to|pay|tell us|reply|send us|you should)\b/i.test(before)
  )
    return null;
  if (/\bpay ?day (?:on or )?after (?:the )?$/i.test(before)) return null;
  if (!past && /\b(?:payments?|instalments?)\b[^.;]{0,60}: $/i.test(before))
    return { role: "payment-due", meaning: "payment_due", trust: 0.7 };
  if (
    /\bshould have (?:been )?(?:paid|made|taken|collected|sent|arrived|reached)\b(?:[^.;]|\.\d){0,40}\b(?:on|by) (?:the )?$/i.test(
      before,
    )
  )
    return { role: "payment-due", meaning: past ? "payment_due_missed" : "payment_due", trust: 0.75 };
  if (
    past &&
    one.value.kind === "day" &&
    /\b(?:the|your|his|her) (?:payments?|instalments?) of (?:the )?$/i.test(before)
  )
    return { role: "payment-due", meaning: "payment_due", trust: 0.65 };
  const missed = /\bmiss(?:ed|ing)?\b/i.test(sentence) ? "payment_due_missed" : "payment_due";
  if (
    /\b(?:due|payable|fell due|falls due)(?: (?:to us|to be (?:paid|made|taken|collected)|for payment|for collection|again))?(?: (?:on|by|in|for|at))?(?: or (?:just |around |about )?(?:after|before))?(?: the)?:? $/i.test(
      before,
    )
  ) {
    return { role: "payment-due", meaning: missed, trust: 0.88 };
  }
  if (
    !past &&
    /\b(?:taken?|collect(?:ed)?|paid|pay(?: you| us| it)?|debit(?:ed)?|deducted|leave your account|made)\b(?:[^.;]|\.\d){0,45}\b(?:on|from|around|about)(?: or (?:just |around |about )?(?:after|before|about))?(?: the)? $/i.test(
      before,
    )
  ) {
    return { role: "payment-due", meaning: "payment_due", trust: 0.8 };
  }
  if (
    !past &&
    /\b(?:payment|instalment|one|money|deduction)s?\b(?:[^.;]|\.\d){0,30}\b(?:reach|arrive|be with|clear)(?:[^.;]|\.\d){0,25}\b(?:by|on) (?:the )?$/i.test(
      before,
    ) &&
    !/\byou should\b|\b(?:if|unless|once)\b/i.test(before)
  ) {
    return { role: "payment-due", meaning: "payment_due", trust: 0.7 };
  }
  if (
    /\b(?:send|pay|pass|forward)\b(?:[^.;]|\.\d){0,12}\b(?:money|deductions?|payments?|amounts?)\b(?:[^.;]|\.\d){0,25}\bby (?:the )?$/i.test(
      before,
    )
  ) {
    return { role: "payment-due", meaning: "payment_due", trust: 0.65 };
  }
  if (
    !past &&
    /(?:£[\d,]+(?:\.\d\d)?|\b(?:first|next|last|final|second) (?:deduction|payment|instalment))(?: (?:is|will be|each|due))?(?: (?:on|for))?:? $/i.test(
      before,
    )
  ) {
    return { role: "payment-due", meaning: "payment_due", trust: 0.7 };
  }
  if (/^ (?:payment|instalment)\b/i.test(after) && one.value.kind === "day")
    return { role: "payment-due", meaning: missed, trust: 0.65 };
  return null;
};

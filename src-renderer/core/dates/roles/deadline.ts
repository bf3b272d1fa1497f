import { type Candidate, type RoleReading, type RoleRule, workDue } from "./role.ts";

/**
 * The reader or another party must act by then, limits for appeals and for the Independent Case Examiner included. A date
 * by which something is merely hoped for or expected is `other`.
 */
export const deadline: RoleRule = (candidate) => {
  const { one, before, after, sentence } = candidate;
  if (kept.test(before)) return null;
  if (one.said.kind === "offset" && one.said.count > 0) return limit(candidate, 0.9);
  if (workDue.test(before)) return limit(candidate, 0.75);
  if (isRowOfDuty(candidate)) return limit(candidate, 0.75);
  if (
    /\b(?:deadline|time limit|closing date|(?:last|latest) (?:day|date)|cut-off(?: date)?)\b[^.;]{0,40}(?:is|was|:|on|of|ends|to|until|by) (?:\p{L}+ )?$/iu.test(
      before,
    )
  )
    return limit(candidate, 0.9);
  if (
    /\b(?:expires?|runs? out|ends?) (?:on|at) (?:\S+ on )?$/i.test(before) &&
    /\b(?:appeal|time|limit|right|reply|respond)\b/i.test(before)
  )
    return limit(candidate, 0.8);
  if (
    /\b(?:cannot|can['’]t|can not|will not|won['’]t|not|no)\b[^.;]{0,70}\bafter (?:the )?$/i.test(before) &&
    !/\bdid not\b/i.test(before)
  )
    return limit(candidate, 0.85);
  if (byBefore.test(before)) return afterBy(candidate);
  if (
    /\b(?:time|deadline|limit|period|date)\b[^.;]{0,40}\bextended (?:to|until) (?:the )?$|\bextended (?:the )?(?:time|deadline|limit|period)\b[^.;]{0,40} (?:to|until) (?:the )?$/i.test(
      before,
    )
  )
    return limit(candidate, 0.85);
  if (/\b(?:days|weeks|months?|time)\b,? (?:to|until) (?:the )?$/i.test(before) && /^,? to \p{Ll}+/u.test(after))
    return limit(candidate, 0.75);
  if (/\b(?:you|he|she|they) (?:may|can|could)\b[^.;]{0,90}\b(?:until|up to|before) (?:the )?$/i.test(before))
    return limit(candidate, 0.75);
  if (/\boffer\b[^.;]{0,40}\b(?:open|stands?|valid|good)\b[^.;]{0,12} (?:until|till|to) (?:the )?$/i.test(before))
    return limit(candidate, 0.75);
  if (
    /\b(?:before|until|till|up to(?: and including)?) (?:\S{1,9} on |\S{1,9} )?(?:the )?$/i.test(before) &&
    asking.test(sentence) &&
    (/\bplease\b/i.test(before.slice(-50)) ||
      !/\b(?:were|was|had|did|fell due|fixed|same|closed|valid|didn['’]t)\b/i.test(before.slice(-70)))
  ) {
    return limit(candidate, 0.8);
  }
  if (
    /\b(?:until|till) (?:the )?$/i.test(before) &&
    (/^\)? to \p{Ll}+/u.test(after) || (/\($|\(until $/i.test(before) && /\bdays\b/.test(before)))
  )
    return limit(candidate, 0.8);
  if (
    /\b(?:received|sent|made|lodged|posted|that (?:comes?|arrives?|reach(?:es)?)(?: us)?) after (?:the )?$/i.test(
      before,
    ) &&
    /^,? (?:may|will|can|shall|would|might)(?:not| not|n['’]t)?\b/i.test(after)
  )
    return limit(candidate, 0.75);
  if (/^ (?:at the latest|is the (?:deadline|last (?:day|date)))\b/i.test(after)) return limit(candidate, 0.85);
  return null;
};

/** A table's row that says who must do what, with its day in a cell of its own. */
function isRowOfDuty({ one }: Candidate): boolean {
  const { lineBefore, lineAfter } = one.setting;
  return (
    /\t$/.test(lineBefore) &&
    lineAfter.trim() === "" &&
    /\b(?:must|needs? to|has to|have to|(?:to be|please) (?:returned?|sent|send|filed?|completed?|signed?|received)|reply by|return by|deadline|last (?:day|date)|closing date|time limit)\b/i.test(
      lineBefore,
    )
  );
}

/** How long papers are kept, and amounts that end: nobody's limit. */
const kept =
  /\b(?:delete[sd]?|destroy(?:s|ed)?|keeps? (?:our|your|this|the|these|all) (?:papers|records?|copy|copies|documents?|information|data))\b[^.;]{0,60}$|\bno\b[^.;]{0,50}\b(?:due|payable|to pay|to be paid|owed)\b[^.;]{0,12} after (?:the )?$|\blast day\b[^.;]{0,30}\b(?:covers?|covered|charged|counts?|payable)\b[^.;]{0,10}$/i;

const byBefore =
  /\b(?:by|no later than|not later than|on or before|in time for|latest|by (?:the )?end of|reply by|return by)[: ]{1,2}(?:(?:(?:about )?\d{1,2}(?:[.:]\d\d)? ?(?:am|pm|noon)?|noon|midnight|midday|close of business|close of play|the close of business|the end of|end of|the end of the day|latest),? (?:on |of )?)?(?:on )?(?:the )?$/i;
const asking =
  /\b(?:must|please|need|needs|tell|send|reply|respond|return|contact|phone|ring|call|pay|appeal|ask|provide|upload|complete|submit|apply|write|let us|let me|should|required|challenge|want|have|comment|object|complain|right to|up to)\b/i;
const ordered =
  /\b(?:must|asked|ask|right to|required|ordered|directed|promised|told (?:you|us|me|him|her|them) to|need(?:ed)? to|should have|agreed to|had to|instructed|shall|undertook|said (?:he|she|they|you|we) would)\b/i;
const hoped =
  /\b(?:should (?:now )?(?:receive|get|hear|have(?! (?:had|been|got|\p{L}+ed)\b)|reach|arrive|be (?:with you|ready|able|free|finished|completed?|done|available|over|in touch|known|settled))|hop(?:e|es|ed|ing)|expect(?:s|ed)?|aim(?:s|ed)?|likely|heard nothing|not heard|haven['’]t heard|estimate[ds]?|anticipate[ds]?|would (?:be |really )?help(?:ful)?|intend(?:s|ed)? to|usually|normally|would like to|plan(?:s|ned)? to)\b/iu;

/** "If we have not heard from you by …", "your form should reach us by …": what the reader is to do, said the other way about. */
const turnedRound =
  /\b(?:if|unless)\b[^.;]{0,40}\b(?:heard?|hear|had|received?|got)\b|\b(?:appeals?|forms?|repl(?:y|ies)|answers?|comments|evidence|papers|documents|requests?|payslips?|letter|you should (?:get|have|return|send))\b[^.;]{0,40}\b(?:reach|arrive|be with|get to|with)(?: us| me|\b)/i;

/** What is asked for right before the date, whatever happened earlier in the sentence. */
const imperative = /\b(?:please|let us know|tell us|send|return|write to|reply|contact|upload|pay)\b/i;

const promised =
  /\b(?:promised?|promises|assured|agreed to|undertook|(?:we|I|they|you were told that|somebody|someone) (?:ought to|should) have|(?:told|said|wrote|advised|confirmed)\b[^.;]{0,60}\b(?:would|will be))\b/i;

function afterBy(candidate: Candidate): RoleReading | null {
  const { before, after, past, sentence } = candidate;
  const close = before.slice(-130);
  // What was promised for a day gone by binds nobody now.
  if (past && promised.test(before)) return { role: "event", meaning: "promised_by", trust: 0.7 };
  if (hoped.test(close) && !turnedRound.test(close) && !/\bmust\b|\bplease (?:make sure|ensure)\b/i.test(close))
    return { role: "other", meaning: "expected_by", trust: 0.75 };
  const told = imperative.test(close.slice(-60));
  const done = !told && /\b(?:had|was|were|did not|didn['’]t|has|have not|been)\b/i.test(close);
  if (done && !ordered.test(before) && (past || /\bhad\b/i.test(close)))
    return { role: "event", meaning: "event", trust: 0.65 };
  if (
    /\b(?:payment|instalment|money|first one)s?\b[^.;]{0,30}\b(?:reach|arrive|clear)/i.test(close) &&
    !/\b(?:must|if|unless)\b/i.test(close)
  )
    return null;
  return limit(
    candidate,
    asking.test(sentence) || ordered.test(sentence) || /\bwill\b/.test(before) ? 0.9 : after === "" ? 0.6 : 0.7,
  );
}

/** A limit, with its finer meaning; one that is only expected is `other`. */
function limit({ before, sentence, paragraph, one }: Candidate, trust: number): RoleReading {
  if (one.said.kind === "offset" && hoped.test(before.slice(-110)))
    return { role: "other", meaning: "expected_by", trust: 0.75 };
  return { role: "deadline", meaning: meaningOf(sentence) ?? meaningOf(paragraph) ?? "reply_by", trust };
}

/** What the limit is for, from its sentence or, where that names nothing, from the paragraph before it. */
function meaningOf(sentence: string): string | null {
  if (/\b(?:Independent Case Examiner|Examiner|ICE)\b/.test(sentence)) return "ice_by";
  if (/\b(?:6|six)\b months\b[^.;]{0,40}\bfinal response\b/i.test(sentence)) return "ice_by";
  if (/\b(?:appeal|tribunal)\b/i.test(sentence)) return "appeal_by";
  if (
    /\b(?:mandatory reconsideration|reconsider|look at (?:it|this|the decision|our decision) again)\b/i.test(sentence)
  )
    return "mr_by";
  if (/\binternal review\b|\breview request\b/i.test(sentence)) return "foi_review_by";
  return null;
}

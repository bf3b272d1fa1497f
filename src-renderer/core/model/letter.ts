import type { CalendarDay } from "./calendar-day.ts";
import type { Mention } from "./mention.ts";

/** Who wrote a letter. */
export const senders = ["cms", "ice", "mp", "dwp-foi", "bank", "phone-company", "other"] as const;
export type Sender = (typeof senders)[number];

/** Letter kinds of the field; a letter that fits none is "other". */
export const letterKinds = [
  "decision_calculation",
  "initial_notice",
  "default_decision",
  "annual_review",
  "change_decision",
  "variation",
  "evidence_request",
  "mr_ack",
  "mr_notice",
  "payment_schedule",
  "statement",
  "missed_payment",
  "deo",
  "deduction_order",
  "liability_order",
  "service_change",
  "case_closure",
  "complaint_ack",
  "complaint_holding",
  "complaint_reply",
  "final_response",
  "ice_letter",
  "mp_letter",
  "phso",
  "foi_reply",
  "sar_reply",
  "other",
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** What a letter says of itself, and every date in it. */
export interface ReadLetter {
  readonly letterDate: CalendarDay | null;
  /** 12 digits beginning with 121, or null */
  readonly caseReference: string | null;
  readonly sender: Sender;
  readonly kind: LetterKind;
  /** in reading order */
  readonly mentions: readonly Mention[];
}

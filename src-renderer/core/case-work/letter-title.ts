import { sayDay } from "../model/calendar-day.ts";
import type { LetterKind, ReadLetter, Sender } from "../model/letter.ts";

/**
 * A title a person would give a letter: "Final response, Child Maintenance Service, 29 June 2026".
 * File names are no titles: they may hold an address, and mean nothing to a caseworker.
 */
export function letterTitle(letter: ReadLetter, fileName: string): string {
  const kind = kindWords[letter.kind];
  const sender = senderWords[letter.sender];
  const parts = [
    kind ?? (sender === null ? plainName(fileName) : "Letter"),
    namesItsSender.has(letter.kind) ? null : sender,
  ];
  if (letter.letterDate !== null) parts.push(sayDay(letter.letterDate));
  return parts.filter((part) => part !== null && part !== "").join(", ");
}

/** A kind of letter in a person's words. */
export function sayLetterKind(kind: LetterKind): string {
  return kindWords[kind] ?? "Something else";
}

/** "12-phone-bill.pdf" → "phone bill": the only words there are for a document nobody could place. */
function plainName(fileName: string): string {
  const words = fileName
    .replace(/\.[A-Za-z0-9]{1,5}$/, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/^\d+\s+(?:\d{4} \d{2} \d{2}\s+)?/, "")
    .trim();
  return words === "" ? "Document" : words.charAt(0).toUpperCase() + words.slice(1);
}

const namesItsSender: ReadonlySet<LetterKind> = new Set(["ice_letter", "mp_letter", "phso", "foi_reply"]);

const senderWords: Record<Sender, string | null> = {
  cms: "Child Maintenance Service",
  ice: "Independent Case Examiner",
  mp: "Member of Parliament",
  "dwp-foi": "DWP Freedom of Information",
  bank: "bank",
  "phone-company": "phone company",
  other: null,
};

const kindWords: Record<LetterKind, string | null> = {
  decision_calculation: "Maintenance calculation decision",
  initial_notice: "First notice",
  default_decision: "Default maintenance decision",
  annual_review: "Annual review",
  change_decision: "Decision on a change",
  variation: "Variation",
  evidence_request: "Request for evidence",
  mr_ack: "Mandatory reconsideration acknowledged",
  mr_notice: "Mandatory reconsideration notice",
  payment_schedule: "Payment plan",
  statement: "Statement",
  missed_payment: "Missed payment notice",
  deo: "Deduction from earnings order",
  deduction_order: "Deduction order",
  liability_order: "Liability order",
  service_change: "Change of service",
  case_closure: "Case closure",
  complaint_ack: "Complaint acknowledged",
  complaint_holding: "Holding reply to the complaint",
  complaint_reply: "Reply to the complaint",
  final_response: "Final response",
  ice_letter: "Letter from the Independent Case Examiner",
  mp_letter: "Letter from an MP",
  phso: "Letter from the Ombudsman",
  foi_reply: "Freedom of Information reply",
  sar_reply: "Right of access reply",
  other: null,
};

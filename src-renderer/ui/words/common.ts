import type { Nation, ParentRole } from "#core/model/case-file.ts";
import type { HeadOfLoss } from "#core/model/cost.ts";
import type { Lane } from "#core/model/event.ts";
import type { Sender } from "#core/model/letter.ts";
import type { DateRole } from "#core/model/mention.ts";
import type { Standing } from "../../flows/found-dates.ts";

/** Words that more than one screen needs. British, plain, sentence case. */
export const words = {
  folio: "Folio",
  cancel: "Cancel",
  close: "Close",
  stop: "Stop",
  undo: "Undo",
  undone: (done: string) => `Taken back: ${done.charAt(0).toLowerCase()}${done.slice(1)}`,
  remove: "Remove",
  change: "Change",
  keep: "Keep",
  sample: "Sample",
  sampleBand: "This is the sample case: invented people and letters. Nothing you do here is kept.",
  leaveSample: "Leave the sample",
  leaveCase: "Close this case file",
  dropHere: "Drop the letters here",
  rail: "Parts of this case file",
  railFoot: "Folio itself",
  backToCases: "Back to your case files",
  fault: {
    what: "Something went wrong inside Folio. Everything you kept before is safe.",
    next: "The last step may not have been done: look, and try it once more. If it happens again, close Folio and start it again.",
  },
  screenFault: {
    what: "This screen can't be shown",
    next: "Something went wrong inside Folio. Everything you kept is safe, and the other screens still work.",
    again: "Try again",
  },
  optional: "(if you know it)",
  dateHint: "For example 14 March 2027 or 14/3/27",
  dateWrong: "This is not a date Folio can read. Write it like 14 March 2027 or 14/3/27.",
  dateNeeded: "Write the date, for example 14 March 2027.",
  timeHint: "For example 10:40",
  timeWrong: "Write the time like 10:40.",
  noYear: "no date read",
  notChecked: "not checked yet",
};

/** What can be new in a case file. */
export const newWords = {
  open: "New",
  title: "What is new?",
};

export const screenNames = {
  overview: "Overview",
  inbox: "Inbox",
  timeline: "Timeline",
  calls: "Calls & messages",
  costs: "Costs",
  complaint: "Complaint",
  pack: "Pack",
  settings: "Settings",
} as const;

export const roleWords: Record<DateRole, string> = {
  "letter-date": "Date of the letter",
  deadline: "To be done by",
  "payment-due": "Payment due",
  "decision-effective": "Takes effect",
  period: "Part of a period",
  birth: "Date of birth",
  event: "Something happened",
  other: "Something else",
};

/** Finer meanings of the field, where reading gives one. */
export const meaningWords: Readonly<Record<string, string>> = {
  received_date: "Received",
  effective_date: "Takes effect",
  initial_effective_date: "First takes effect",
  annual_review_date: "Annual review",
  payment_due_missed: "Missed payment",
  reply_by: "Answer by",
  complaint_received_date: "Complaint received",
  new_reply_by: "They will answer by",
  decision_challenged_date: "Decision under challenge",
  mr_by: "Mandatory reconsideration by",
  appeal_by: "Appeal by",
  ice_by: "Independent Case Examiner by",
  phso_mp_by: "Ombudsman, through your MP, by",
  hearing_date: "Hearing",
  order_date: "Order made",
  case_closed_date: "Case closed",
  statement_period_start: "Statement begins",
  statement_period_end: "Statement ends",
  income_tax_year: "Tax year",
  foi_review_by: "Internal review by",
};

export const standingWords: Record<Standing, string> = {
  waiting: "Not checked yet",
  accepted: "Checked",
  corrected: "Corrected by you",
  rejected: "Not a date",
};

export const senderWords: Record<Sender, string> = {
  cms: "Child Maintenance Service",
  ice: "Independent Case Examiner",
  mp: "Member of Parliament",
  "dwp-foi": "DWP Freedom of Information",
  bank: "Bank",
  "phone-company": "Phone company",
  other: "Sender not recognised",
};

export const laneWords: Record<Lane, string> = {
  "they-wrote": "They wrote",
  "you-wrote": "You wrote",
  calls: "Calls",
  messages: "Messages",
  limits: "Limits and promises",
  costs: "Costs",
  facts: "What happened",
  other: "Other dates",
};

export const headWords: Record<HeadOfLoss, string> = {
  "out-of-pocket": "Money I had to spend",
  delay: "Delay",
  distress: "Distress or inconvenience",
  "loss-from-delay": "Maintenance lost through delay",
};

export const nationWords: Record<Nation, string> = {
  england: "England",
  wales: "Wales",
  scotland: "Scotland",
  "northern-ireland": "Northern Ireland",
};

export const parentRoleWords: Record<ParentRole, string> = {
  receiving: "I receive child maintenance",
  paying: "I pay child maintenance",
  both: "Both",
  other: "Neither, or not sure",
};

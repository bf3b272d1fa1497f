import { sayDay } from "../model/calendar-day.ts";
import type { CaseFile } from "../model/case-file.ts";
import type { Recipient } from "./order.ts";

/** What a recipient is told of the person: the label on the front page and where it comes from. */
interface Field {
  readonly label: string;
  readonly value: (file: CaseFile) => string;
}

const name: Field = { label: "Name", value: ({ person }) => person.name };
const address: Field = { label: "Address", value: ({ person }) => person.address.join("\n") };
const phone: Field = { label: "Phone", value: ({ person }) => person.phone };
const email: Field = { label: "E-mail", value: ({ person }) => person.email };
const insurance: Field = { label: "NI number", value: ({ person }) => person.nationalInsurance };
const birth: Field = {
  label: "Date of birth",
  value: ({ person }) => (person.birth === null ? "" : sayDay(person.birth)),
};
const reference: Field = {
  label: "CMS reference",
  value: ({ caseReference }) => (caseReference === null ? "" : sayReference(caseReference)),
};
const role: Field = {
  label: "I am",
  value: ({ person }) =>
    ({
      receiving: "the receiving parent",
      paying: "the paying parent",
      both: "both a paying and a receiving parent",
      other: "",
    })[person.role],
};

/** How a pack speaks to the one it is for. */
export interface RecipientWords {
  readonly title: string;
  readonly addressee: string;
  readonly fields: readonly Field[];
  /** the sentence before what is asked for */
  readonly ask: string;
}

/**
 * Whom a pack can be for, what they need to know of the person, and how they are asked.
 *
 * Source for the fields: CMS, Citizens Advice "Complaining about the CMS" (2020-10-27) and the DWP complaints page;
 * ICE, "How to bring a complaint to ICE" (2023-03-06); MP, Sir Stephen Timms' guide for caseworkers (undated) and
 * ICO guidance for elected representatives (updated 2023-09-18).
 */
export const recipientWords: Readonly<Record<Recipient, RecipientWords>> = {
  cms: {
    title: "Complaint to the Child Maintenance Service",
    addressee: "For the Child Maintenance Service complaints team",
    fields: [name, address, birth, reference, insurance, phone, email, role],
    ask: "What I want the Child Maintenance Service to do:",
  },
  mp: {
    title: "Complaint about the Child Maintenance Service",
    addressee: "For my Member of Parliament",
    fields: [name, address, phone, email, insurance, birth, reference, role],
    ask: "What I ask you to take up with the Child Maintenance Service:",
  },
  ice: {
    title: "Complaint about the Child Maintenance Service",
    addressee: "For the Independent Case Examiner",
    fields: [name, address, insurance, phone, email, birth, reference, role],
    ask: "What I ask the Independent Case Examiner to recommend:",
  },
};

/** "1210 1234 5678", in the groups people read out. */
export function sayReference(reference: string): string {
  return reference.replace(/(\d{4})(?=\d)/g, "$1\u00a0");
}

import { sayDay } from "#core/model/calendar-day.ts";
import type { CaseFile, Nation, ParentRole } from "#core/model/case-file.ts";
import { readReference } from "./read-reference.ts";
import { typedDate } from "./typed-date.ts";

/** What stands in the form about the person, as typed; `address` and `wants` have a line each. */
export interface TypedPerson {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly nationalInsurance: string;
  readonly birth: string;
  readonly reference: string;
  readonly wants: string;
  readonly nation: Nation;
  readonly role: ParentRole;
}

/** The form as the case file has it; a reference that was only read in the letters is offered. */
export function typedPerson(file: CaseFile): TypedPerson {
  const { person } = file;
  return {
    name: person.name,
    address: person.address.join("\n"),
    phone: person.phone,
    email: person.email,
    nationalInsurance: person.nationalInsurance,
    birth: person.birth === null ? "" : sayDay(person.birth),
    reference: file.caseReference ?? readReference(file) ?? "",
    wants: file.wants.join("\n"),
    nation: person.nation,
    role: person.role,
  };
}

/** What the form says; null for the reference or the birth where nothing is typed, or nothing that can be read. */
export function toldPerson(typed: TypedPerson): Pick<CaseFile, "person" | "caseReference" | "wants"> {
  const { reference, wants, birth, ...rest } = typed;
  return {
    person: { ...rest, birth: typedDate(birth), name: typed.name.trim(), address: lines(typed.address) },
    caseReference: typedReference(reference),
    wants: lines(wants),
  };
}

/** 12 digits that begin with 121, however they are grouped; null for anything else. */
export function typedReference(text: string): string | null {
  const digits = text.replace(/\s+/g, "");
  return /^121\d{9}$/.test(digits) ? digits : null;
}

function lines(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

import type { CalendarDay } from "./calendar-day.ts";
import type { CallNote, PortalMessage } from "./call-note.ts";
import type { Cost } from "./cost.ts";
import type { EventNote } from "./event-note.ts";
import type { Exhibit } from "./exhibit.ts";
import type { Issue } from "./issue.ts";

/** Where the person lives: it decides the bank holidays. */
export const nations = ["england", "wales", "scotland", "northern-ireland"] as const;
export type Nation = (typeof nations)[number];

export const parentRoles = ["receiving", "paying", "both", "other"] as const;
export type ParentRole = (typeof parentRoles)[number];

/** The person whose case it is. Empty text means "not given": a pack leaves the line out. */
export interface Person {
  readonly name: string;
  readonly address: readonly string[];
  readonly phone: string;
  readonly email: string;
  readonly nationalInsurance: string;
  readonly birth: CalendarDay | null;
  readonly role: ParentRole;
  readonly nation: Nation;
}

/** Everything kept about one case: the fold of its journal. */
export interface CaseFile {
  readonly id: string;
  /** shown in Folio only, never in a window title or file name */
  readonly name: string;
  /** true for the sample that ships with Folio: never written to disk, marked as a sample everywhere */
  readonly sample: boolean;
  readonly person: Person;
  /** 12 digits beginning with 121, or null while unknown */
  readonly caseReference: string | null;
  /** What the person asks for, most important first. */
  readonly wants: readonly string[];
  readonly exhibits: readonly Exhibit[];
  readonly calls: readonly CallNote[];
  readonly messages: readonly PortalMessage[];
  readonly costs: readonly Cost[];
  readonly events: readonly EventNote[];
  readonly issues: readonly Issue[];
  /** the day from which Folio reminds that this case file should go; it never goes by itself */
  readonly retention: CalendarDay | null;
  /** numbers of exhibits that were erased for good: never used again */
  readonly erasedNumbers: readonly number[];
}

/** A person of whom nothing is known yet. */
export const unknownPerson: Person = {
  name: "",
  address: [],
  phone: "",
  email: "",
  nationalInsurance: "",
  birth: null,
  role: "other",
  nation: "england",
};

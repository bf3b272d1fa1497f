import type { ProblemCode } from "../problems.ts";

/** What reading or checking a case found. A note costs nothing; damage does. */
export interface Finding {
  readonly level: "note" | "damage";
  readonly what: ProblemCode;
  /** which part, by its random ids: "journal/<writer>, byte 4096". Never what is in it. */
  readonly where: string;
}

/** Tells of a finding. */
export type OnFound = (finding: Finding) => void;

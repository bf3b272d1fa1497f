import type { CalendarDay } from "./calendar-day.ts";
import type { CallNote, PortalMessage } from "./call-note.ts";
import type { CaseFile, Person } from "./case-file.ts";
import { unknownPerson } from "./case-file.ts";
import type { Cost } from "./cost.ts";
import type { EventNote } from "./event-note.ts";
import type { Exhibit, Judgement } from "./exhibit.ts";
import type { Issue } from "./issue.ts";
import type { LetterKind } from "./letter.ts";
import type { Mention } from "./mention.ts";

/** What a change says: one small fact. Nothing is edited in place; a later change stands over an earlier one. */
export type ChangeBody =
  | { readonly kind: "case-begun"; readonly id: string; readonly name: string; readonly sample: boolean }
  | { readonly kind: "person-told"; readonly person: Person }
  | { readonly kind: "reference-told"; readonly caseReference: string | null }
  | { readonly kind: "wants-told"; readonly wants: readonly string[] }
  | { readonly kind: "exhibit-added"; readonly exhibit: Exhibit }
  | { readonly kind: "exhibit-titled"; readonly exhibitId: string; readonly title: string }
  /** what kind of letter a person says it is; reading's own guess stands in the change that added the exhibit */
  | { readonly kind: "letter-kind-told"; readonly exhibitId: string; readonly letterKind: LetterKind }
  | { readonly kind: "exhibit-withdrawn"; readonly exhibitId: string; readonly withdrawn: boolean }
  | {
      readonly kind: "date-judged";
      readonly exhibitId: string;
      /** position in the exhibit's mentions */
      readonly position: number;
      /** null takes an earlier judgement back */
      readonly judgement: Judgement | null;
    }
  /** a date that reading missed: it joins the end of the exhibit's mentions, accepted */
  | { readonly kind: "date-told"; readonly exhibitId: string; readonly mention: Mention }
  | { readonly kind: "call-kept"; readonly call: CallNote }
  | { readonly kind: "message-kept"; readonly message: PortalMessage }
  | { readonly kind: "cost-kept"; readonly cost: Cost }
  | { readonly kind: "event-kept"; readonly event: EventNote }
  | { readonly kind: "issue-kept"; readonly issue: Issue }
  | { readonly kind: "entry-removed"; readonly entryId: string }
  /** a pack went out: to whom, what it showed, its SHA-256 (hex), and the head of the case when it was made */
  | {
      readonly kind: "pack-shown";
      readonly recipient: string;
      readonly exhibitIds: readonly string[];
      readonly packSha256: string;
      readonly head: string;
    }
  /** the whole case went out as a bundle: locked for whom ("passphrase", or who was named), and the head it had */
  | { readonly kind: "bundle-made"; readonly recipients: string; readonly head: string }
  /** the day from which Folio reminds that this case file should go; null takes it away */
  | { readonly kind: "retention-told"; readonly day: CalendarDay | null }
  /** what was erased for good: without content; an exhibit's number is never used again */
  | {
      readonly kind: "parts-erased";
      readonly exhibits: readonly { readonly id: string; readonly number: number }[];
      readonly entryIds: readonly string[];
    };

/** One change, as it was said. */
export interface Change {
  /** UTC, ISO 8601 with milliseconds, by the clock of the computer it was made on, as it was */
  readonly at: string;
  /** what changes are ordered by: see core/vault/clock.ts; never at or below any that the writer had seen */
  readonly clock: string;
  readonly body: ChangeBody;
}

/** A case file before its first change. */
export const emptyCase: CaseFile = {
  id: "",
  name: "",
  sample: false,
  person: unknownPerson,
  caseReference: null,
  wants: [],
  exhibits: [],
  calls: [],
  messages: [],
  costs: [],
  events: [],
  issues: [],
  retention: null,
  erasedNumbers: [],
};

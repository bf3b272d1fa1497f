import type { Failure, Outcome } from "./outcome.ts";

/** One thing that was done to an exhibit or an entry, as data: screens have the words. */
export interface CustodyEntry {
  /** place in the history, for keys of lists */
  readonly id: string;
  /** UTC, ISO 8601, by the clock of the computer it was done on */
  readonly at: string;
  /** the writer: one launch of Folio; `mine` where it was this window */
  readonly writer: string;
  readonly mine: boolean;
  /** the line's hash, 64 hex digits */
  readonly line: string;
  readonly did: CustodyDeed;
}

export type CustodyDeed =
  | {
      readonly kind: "added";
      readonly files: readonly { readonly name: string; readonly sha256: string; readonly sizeBytes: number }[];
    }
  | { readonly kind: "titled"; readonly title: string }
  | { readonly kind: "kind-told"; readonly letterKind: string }
  | {
      readonly kind: "date-judged";
      readonly position: number;
      readonly judgement: "accepted" | "corrected" | "rejected" | "taken-back";
    }
  | { readonly kind: "date-told" }
  | { readonly kind: "withdrawn" }
  | { readonly kind: "taken-in-again" }
  | { readonly kind: "shown-in-pack"; readonly recipient: string; readonly packSha256: string; readonly head: string }
  | { readonly kind: "bundle-made"; readonly recipients: string }
  /** erased for good: a line without content */
  | { readonly kind: "erased" };

/** An exhibit's custody log, oldest first. */
export async function custodyOfExhibit(_exhibitId: string): Promise<Outcome<readonly CustodyEntry[]>> {
  throw new Error("to follow");
}

/** One field of an entry as it was told at a time. */
export interface FieldVersion {
  readonly at: string;
  readonly mine: boolean;
  /** the entry's own field names, those that changed: before and after as text; before is null for a new entry */
  readonly fields: readonly { readonly name: string; readonly before: string | null; readonly after: string }[];
  /** "removed" and "kept" (again) are told too */
  readonly did: "kept" | "changed" | "removed";
}

/** Every version of a call note, message, cost or issue, or of the person (`"person"`), oldest first. */
export async function historyOf(_entryId: string): Promise<Outcome<readonly FieldVersion[]>> {
  throw new Error("to follow");
}

/** The head of the case as it stands: printed in packs and exports. */
export async function headOfCase(): Promise<Outcome<string>> {
  throw new Error("to follow");
}

/** What checking the whole case file found. */
export interface CheckFinding {
  /** a note costs nothing; damage does */
  readonly level: "note" | "damage";
  readonly what: Failure;
  readonly where: string;
}

/** Checks every line and every original of the open case file against what was written. May take minutes for large ones. */
export async function checkCase(_onFound: (finding: CheckFinding) => void): Promise<Outcome> {
  throw new Error("to follow");
}

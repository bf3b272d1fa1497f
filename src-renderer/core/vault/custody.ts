import type { ChangeBody } from "../model/change.ts";

/** One change as the journal holds it. */
export interface HistoryLine {
  readonly writer: string;
  readonly sequence: number;
  /** its hash in the writer's chain: 64 hex digits */
  readonly line: string;
  /** UTC, ISO 8601, by the clock of the computer it was made on; of an erased one: when it was erased */
  readonly at: string;
  readonly clock: string;
  /** null when it was erased for good */
  readonly body: ChangeBody | null;
}

/** What was done to an exhibit, as data: screens have the words. */
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
  | { readonly kind: "date-told"; readonly words: string }
  | { readonly kind: "withdrawn" }
  | { readonly kind: "taken-in-again" }
  | { readonly kind: "shown-in-pack"; readonly recipient: string; readonly packSha256: string; readonly head: string }
  | { readonly kind: "bundle-made"; readonly recipients: string; readonly head: string };

/** One line of an exhibit's custody log. */
export interface CustodyLine extends Omit<HistoryLine, "body" | "clock"> {
  readonly did: CustodyDeed;
}

/** An exhibit's custody log, oldest first. Erased lines name no exhibit, so none of them is among these. */
export function custodyOf(_history: readonly HistoryLine[], _exhibitId: string): readonly CustodyLine[] {
  throw new Error("to follow");
}

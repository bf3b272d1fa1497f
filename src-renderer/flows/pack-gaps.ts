import type { CaseFile } from "#core/model/case-file.ts";
import type { Recipient } from "#core/pack/order.ts";
import { recipientWords } from "#core/pack/recipients.ts";
import { lettersWaiting, waitingCount } from "./found-dates.ts";

/** Something that stands between the person and a good pack. None of them stops a pack. */
export type Gap =
  | { readonly kind: "no-final-response" }
  | { readonly kind: "no-wants" }
  | { readonly kind: "no-issues" }
  /** what the recipient's front page asks for and nobody has told, by its label there */
  | { readonly kind: "person"; readonly missing: readonly string[] }
  | { readonly kind: "unproved"; readonly count: number }
  | { readonly kind: "unchecked"; readonly count: number; readonly exhibitId: string };

/** Fields of the front page that a pack is as good without. */
const spareFields: ReadonlySet<string> = new Set(["I am", "E-mail"]);

/** What a pack for this recipient would lack if it were made now, most harmful first. */
export function packGaps(file: CaseFile, recipient: Recipient): readonly Gap[] {
  const isFinal = file.exhibits.some(({ withdrawn, letter }) => !withdrawn && letter.kind === "final_response");
  const missing = recipientWords[recipient].fields
    .filter(({ label, value }) => !spareFields.has(label) && value(file).trim() === "")
    .map(({ label }) => label.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase()));
  const unproved = file.costs.filter(({ proof }) => proof === null).length;
  return [
    ...(recipient === "ice" && !isFinal ? [{ kind: "no-final-response" } as const] : []),
    ...(file.wants.length === 0 ? [{ kind: "no-wants" } as const] : []),
    ...(file.issues.length === 0 ? [{ kind: "no-issues" } as const] : []),
    ...(missing.length === 0 ? [] : [{ kind: "person", missing } as const]),
    ...unchecked(file),
    ...(unproved === 0 ? [] : [{ kind: "unproved", count: unproved } as const]),
  ];
}

function unchecked(file: CaseFile): readonly Gap[] {
  const letters = lettersWaiting(file);
  const [first] = letters;
  if (first === undefined) return [];
  const count = letters.reduce((sum, letter) => sum + waitingCount(letter), 0);
  return [{ kind: "unchecked", count, exhibitId: first.id }];
}

import type { ChangeBody } from "../model/change.ts";

/** One change as the journal holds it. */
export interface HistoryLine {
  readonly writer: string;
  readonly sequence: number;
  /** its hash in the writer's chain: 64 hex digits */
  readonly line: string;
  /** UTC, ISO 8601, by the clock of the computer it was made on; of an erased one: when it was erased */
  readonly at: string;
  /** an erased one has the clock of the line before it */
  readonly clock: string;
  /** null when it was erased for good, or can't be understood */
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
export function custodyOf(history: readonly HistoryLine[], exhibitId: string): readonly CustodyLine[] {
  let isAdded = false;
  return history.flatMap(({ writer, sequence, line, at, body }): readonly CustodyLine[] => {
    const did = body === null ? null : deedOf(body, exhibitId);
    if (did?.kind === "added") isAdded = true;
    // a bundle holds the exhibits that were there when it was made
    return did === null || !isAdded ? [] : [{ writer, sequence, line, at, did }];
  });
}

function deedOf(body: ChangeBody, exhibitId: string): CustodyDeed | null {
  if (body.kind === "exhibit-added") return body.exhibit.id === exhibitId ? addedDeed(body) : null;
  if (body.kind === "pack-shown") {
    const { recipient, packSha256, head } = body;
    return body.exhibitIds.includes(exhibitId) ? { kind: "shown-in-pack", recipient, packSha256, head } : null;
  }
  if (body.kind === "bundle-made") return { kind: "bundle-made", recipients: body.recipients, head: body.head };
  if (!("exhibitId" in body) || body.exhibitId !== exhibitId) return null;
  switch (body.kind) {
    case "exhibit-titled":
      return { kind: "titled", title: body.title };
    case "letter-kind-told":
      return { kind: "kind-told", letterKind: body.letterKind };
    case "exhibit-withdrawn":
      return { kind: body.withdrawn ? "withdrawn" : "taken-in-again" };
    case "date-judged":
      return { kind: "date-judged", position: body.position, judgement: body.judgement?.kind ?? "taken-back" };
    case "date-told":
      return { kind: "date-told", words: body.mention.words };
  }
}

function addedDeed({ exhibit }: Extract<ChangeBody, { readonly kind: "exhibit-added" }>): CustodyDeed {
  const files = exhibit.files.map(({ name, sha256, sizeBytes }) => ({ name, sha256, sizeBytes }));
  return { kind: "added", files };
}

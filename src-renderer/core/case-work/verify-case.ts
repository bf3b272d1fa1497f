import type { Host } from "../host.ts";
import type { ProblemCode } from "../problems.ts";
import type { OpenVault } from "../vault/vault.ts";

/** What checking found. A note costs nothing; damage does. */
export interface Finding {
  readonly level: "note" | "damage";
  readonly what: ProblemCode;
  /** which part, by its random ids: "journal/<writer>, byte 4096". Never what is in it. */
  readonly where: string;
}

/** How much was checked. */
export interface Checked {
  readonly frames: number;
  readonly objects: number;
  readonly bytes: number;
  /** the head of the case */
  readonly head: string;
}

/**
 * Reads everything of a case: every frame, line, head, draft and object, and compares every original with its SHA-256.
 * @throws {Problem} `case-not-found`, `case-key-damaged`, `journal-newer`, `cannot-read`
 */
export async function verifyCase(
  _host: Host,
  _vault: OpenVault,
  _caseId: string,
  _onFound: (finding: Finding) => void,
): Promise<Checked> {
  throw new Error("to follow");
}

import type { Host } from "../host.ts";
import type { ProblemCode } from "../problems.ts";
import type { OpenVault } from "../vault/vault.ts";

/** A case file of this computer, as a list shows it. */
export interface NamedCase {
  readonly id: string;
  /** null for one that could not be opened */
  readonly name: string | null;
  /** UTC, ISO 8601 */
  readonly changedAt: string;
  readonly problem: ProblemCode | null;
}

/** The case files on this computer with their names, latest change first. One that can't be opened says why. */
export async function nameCases(_host: Host, _vault: OpenVault): Promise<readonly NamedCase[]> {
  throw new Error("to follow");
}

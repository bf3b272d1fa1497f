import type { Host } from "../host.ts";
import type { ProblemCode } from "../problems.ts";
import type { Conflict } from "../vault/conflicts.ts";
import type { OpenVault } from "../vault/vault.ts";
import type { CaseSnapshot } from "./case-snapshot.ts";
import type { KeptCase } from "./kept-case.ts";

/** A case file as it was opened. */
export interface OpenedCase {
  readonly kept: KeptCase;
  /** what was cut short, damaged or missing; the rest is there */
  readonly notes: readonly ProblemCode[];
  /** what it was opened from: a snapshot that fits needs no replay */
  readonly from: "snapshot" | "snapshot-and-tail" | "journal";
  /** amounts and dates that were changed on two computers without either knowing of the other */
  readonly conflicts: readonly Conflict[];
}

/**
 * Opens a case file, and takes it for writing unless another window or process has it: then it can only be read
 * (`kept.disk.lease` is null).
 *
 * @param options.snapshot what `snapshotOf` gave at an earlier opening; where it doesn't fit, the journal is replayed
 * @param options.readOnly doesn't take it for writing
 * @throws {Problem} `case-not-found`, `case-key-damaged`, `journal-newer`
 */
export async function openCase(
  _host: Host,
  _vault: OpenVault,
  _caseId: string,
  _options: { readonly snapshot?: CaseSnapshot | null; readonly readOnly?: boolean } = {},
): Promise<OpenedCase> {
  throw new Error("to follow");
}

/** Writes the case's head and gives it back. What was kept before is safe without it. */
export async function closeKept(_kept: KeptCase): Promise<void> {
  throw new Error("to follow");
}

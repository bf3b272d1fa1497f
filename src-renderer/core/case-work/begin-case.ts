import type { Host } from "../host.ts";
import type { Person } from "../model/case-file.ts";
import type { OpenVault } from "../vault/vault.ts";
import type { KeptCase } from "./kept-case.ts";

/**
 * Begins a case file on this computer, open for writing.
 * @throws {Problem} `disk-full`, `cannot-write`
 */
export async function beginCase(
  _host: Host,
  _vault: OpenVault,
  _told: { readonly name: string; readonly person: Person },
  _now: Date,
): Promise<KeptCase> {
  throw new Error("to follow");
}

import type { Host } from "../host.ts";
import type { Person } from "../model/case-file.ts";
import { emptyCase } from "../model/change.ts";
import { newCaseKey } from "../vault/case-key.ts";
import { mustBeCurrent } from "../vault/current-keys.ts";
import { newId } from "../vault/text-codes.ts";
import type { OpenVault } from "../vault/vault.ts";
import { type KeptCase, keepChanges } from "./kept-case.ts";
import { holdLease, keptCase } from "./open-case.ts";

/**
 * Begins a case file on this computer, open for writing.
 * @throws {Problem} `disk-full`, `cannot-write`; `keys-changed-elsewhere`: then there is no such case
 */
export async function beginCase(
  host: Host,
  vault: OpenVault,
  told: { readonly name: string; readonly person: Person; readonly id?: string },
  now: Date,
): Promise<KeptCase> {
  const { id = newId() } = told;
  const { file, keys } = await newCaseKey(vault, id);
  const lease = await host.beginCase(id, file);
  holdLease(host, lease);
  const opened = { segments: [], last: [], frontier: [], whole: true };
  const nothing = { file: { ...emptyCase, id }, latest: "", objects: new Map(), conflicts: [], opened };
  const empty = await keptCase({ host, vault, keys, lease }, nothing);
  const begun = { kind: "case-begun", id, name: told.name, sample: false } as const;
  try {
    const kept = await keepChanges(empty, [begun, { kind: "person-told", person: told.person }], now);
    await mustBeCurrent(host, vault);
    await kept.disk?.journal?.writeHead(told.name).catch(() => undefined);
    return kept;
  } catch (cause) {
    // nothing was kept: no empty case is left to be wondered at
    await host.eraseCase(lease).catch(() => undefined);
    throw cause;
  }
}

import type { CaseListing, Host } from "../host.ts";
import { Problem, type ProblemCode } from "../problems.ts";
import { openCaseKey } from "../vault/case-key.ts";
import type { OpenVault } from "../vault/vault.ts";
import { openCase } from "./open-case.ts";
import { mapSome, readHeads } from "./read-segments.ts";

/** A case file of this computer, as a list shows it. */
export interface NamedCase {
  readonly id: string;
  /** null for one that could not be opened */
  readonly name: string | null;
  /** UTC, ISO 8601 */
  readonly changedAt: string;
  readonly problem: ProblemCode | null;
}

/**
 * The case files on this computer with their names, latest change first: from their head files, and only where there
 * are none by replaying them. One that can't be opened says why; one in which nothing was ever kept is left out.
 */
export async function nameCases(host: Host, vault: OpenVault): Promise<readonly NamedCase[]> {
  const named = await mapSome(await host.listCases(), (listing) => nameCase(host, vault, listing));
  return named.filter((one) => one !== null);
}

async function nameCase(host: Host, vault: OpenVault, { id, changedAt }: CaseListing): Promise<NamedCase | null> {
  try {
    const name = (await nameInHeads(host, vault, id)) ?? (await nameInJournal(host, vault, id));
    return { id, name, changedAt, problem: null };
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    return cause.code === "case-not-found" ? null : { id, name: null, changedAt, problem: cause.code };
  }
}

async function nameInHeads(host: Host, vault: OpenVault, id: string): Promise<string | null> {
  const onDisk = await host.readCase(id);
  const { keys } = await openCaseKey(vault, id, onDisk.keys);
  const heads = await readHeads(keys, onDisk, () => undefined);
  const latest = [...heads].sort((one, other) => (one.at < other.at ? 1 : -1))[0];
  return latest?.name ?? null;
}

async function nameInJournal(host: Host, vault: OpenVault, id: string): Promise<string> {
  return (await openCase(host, vault, id, { readOnly: true })).kept.file.name;
}

import type { BackupKeys, Host } from "../host.ts";
import type { Bytes } from "../model/bytes.ts";
import { Problem } from "../problems.ts";
import { moveCaseKey, openCaseKey, opensAllOf } from "../vault/case-key.ts";
import type { OpenVault } from "../vault/vault.ts";

/** How one case of a backup can come here. */
export interface RestoreKey {
  readonly caseId: string;
  /** its key sealed for this vault, or null where the backup's own will do: for `Host.restoreCase` */
  readonly key: Bytes | null;
  /**
   * The case is here already, under keys that don't open what the backup has of it (it was taken over from a bundle,
   * or all keys were changed since): sealed parts of one must never be put beside those of the other.
   */
  readonly underOtherKeys: boolean;
}

/** Whether the case keys of a backup open with this vault's root key: then it is this vault's own. */
export async function opensBackup(vault: OpenVault, { cases }: BackupKeys): Promise<boolean> {
  for (const { id, keys } of cases) {
    try {
      await openCaseKey(vault, id, keys);
    } catch (cause) {
      if (cause instanceof Problem) return false;
      throw cause;
    }
  }
  return true;
}

/**
 * What restoring each case of a backup beside those that are here takes.
 * @param from the backup's own vault; null where `opensBackup` says that this one will do
 * @throws {Problem} `case-key-damaged`, `vault-newer`
 */
export async function restoreKeys(
  host: Host,
  vault: OpenVault,
  from: OpenVault | null,
  backup: BackupKeys,
): Promise<readonly RestoreKey[]> {
  const here = new Set((await host.listCases()).map(({ id }) => id));
  const found: RestoreKey[] = [];
  for (const { id: caseId, keys } of backup.cases) {
    const key = from === null ? null : await moveCaseKey(from, vault, caseId, keys);
    const own = here.has(caseId) ? (await host.readCase(caseId)).keys : [];
    const underOtherKeys = own.length > 0 && !(await opensAllOf(vault, caseId, own, key === null ? keys : [key]));
    found.push({ caseId, key, underOtherKeys });
  }
  return found;
}

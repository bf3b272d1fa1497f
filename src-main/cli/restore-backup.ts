import { opensBackup, restoreKeys } from "#core/case-work/restore-keys.ts";
import type { BackupFound, BackupKeys } from "#core/host.ts";
import { Problem } from "#core/problems.ts";
import { mustBeCurrent } from "#core/vault/current-keys.ts";
import { type OpenVault, type Secret, unlockKeyFiles, unlockVault } from "#core/vault/vault.ts";
import type { NodeHost } from "../host/node-host.ts";
import { argon2idNatively } from "./derive-natively.ts";
import { sayNotes } from "./notes.ts";
import { holdsVault, withHost } from "./open-data.ts";
import type { RestoreOrder } from "./restore-bundle.ts";
import { passphraseFrom, presentSecret } from "./secrets.ts";
import { uniteResealed } from "./unite-resealed.ts";

/** Restores the latest whole set of a backup: everything where there is nothing yet, else case by case beside what is there. */
export async function restoreBackup(order: RestoreOrder): Promise<number> {
  return withHost(order.folder, async (host) => {
    const found = await host.openBackup(order.source);
    const latest = found?.sets[0];
    if (found === null || latest === undefined) throw new Problem("backup-not-found", "", { where: [order.source] });
    process.stderr.write(`Restoring what was backed up at ${latest.at}.\n`);
    const set: FoundSet = { host, found, setId: latest.id, keys: await host.readBackup(found.backup, latest.id) };
    const secret = await presentSecret(order.values);
    order.signal.throwIfAborted();
    return (await holdsVault(host)) ? restoreBeside(set, secret, order) : restoreAll(set, secret);
  });
}

interface FoundSet {
  readonly host: NodeHost;
  readonly found: BackupFound;
  readonly setId: string;
  readonly keys: BackupKeys;
}

/** Tried before it is written: a backup that nobody here can open is better found out about now. */
async function restoreAll({ host, found, setId, keys }: FoundSet, secret: Secret): Promise<number> {
  sayNotes((await unlockKeyFiles(keys.vault, secret, argon2idNatively)).notes);
  await host.restoreVault(found.backup, setId);
  for (const { id } of keys.cases) process.stdout.write(`added ${id}\n`);
  return 0;
}

async function restoreBeside(
  set: FoundSet,
  secret: Secret,
  { values, signal, source, folder }: RestoreOrder,
): Promise<number> {
  const { host, found, setId, keys } = set;
  const { vault, notes } = await unlockVault(host, secret, argon2idNatively);
  sayNotes(notes);
  const from = (await opensBackup(vault, keys)) ? null : await vaultOf(keys, secret, values["backup-passphrase-file"]);
  for (const { caseId, key, underOtherKeys } of await restoreKeys(host, vault, from, keys)) {
    signal.throwIfAborted();
    await mustBeCurrent(host, vault);
    const did = underOtherKeys
      ? await uniteResealed({ host, vault, from: from ?? vault, source, folder, caseId, signal })
      : await host.restoreCase(found.backup, setId, caseId, key);
    process.stdout.write(`${did} ${caseId}\n`);
  }
  return 0;
}

/** Another vault's backup: it may have the same passphrase, or one of its own. */
async function vaultOf(keys: BackupKeys, secret: Secret, file: string | undefined): Promise<OpenVault> {
  if (file === undefined) {
    const opened = await unlockKeyFiles(keys.vault, secret, argon2idNatively).catch((error: unknown) => {
      if (!(error instanceof Problem) || !wrongSecret.has(error.code)) throw error;
      return null;
    });
    if (opened !== null) return opened.vault;
  }
  const passphrase = await passphraseFrom({
    option: "--backup-passphrase-file",
    file,
    variable: "FOLIO_BACKUP_PASSPHRASE",
    question: "Passphrase of the backup: ",
  });
  return (await unlockKeyFiles(keys.vault, { kind: "passphrase", passphrase }, argon2idNatively)).vault;
}

const wrongSecret: ReadonlySet<string> = new Set(["wrong-passphrase", "wrong-recovery-words"]);

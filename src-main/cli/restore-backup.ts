import type { BackupFound, BackupKeys } from "#core/host.ts";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";
import { moveCaseKey, openCaseKey } from "#core/vault/case-key.ts";
import { argon2id } from "#core/vault/kdf.ts";
import { type OpenVault, type Secret, unlockKeyFiles, unlockVault } from "#core/vault/vault.ts";
import type { NodeHost } from "../host/node-host.ts";
import { sayNotes } from "./notes.ts";
import { holdsVault, withHost } from "./open-data.ts";
import type { RestoreOrder } from "./restore-bundle.ts";
import { passphraseFrom, presentSecret } from "./secrets.ts";

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
  sayNotes((await unlockKeyFiles(keys.vault, secret, argon2id)).notes);
  await host.restoreVault(found.backup, setId);
  for (const { id } of keys.cases) process.stdout.write(`added ${id}\n`);
  return 0;
}

async function restoreBeside(set: FoundSet, secret: Secret, { values, signal }: RestoreOrder): Promise<number> {
  const { host, found, setId, keys } = set;
  const { vault, notes } = await unlockVault(host, secret, argon2id);
  sayNotes(notes);
  const from = (await opensWith(vault, keys)) ? null : await vaultOf(keys, secret, values["backup-passphrase-file"]);
  for (const { id, keys: copies } of keys.cases) {
    signal.throwIfAborted();
    const key: Bytes | null = from === null ? null : await moveCaseKey(from, vault, id, copies);
    process.stdout.write(`${await host.restoreCase(found.backup, setId, id, key)} ${id}\n`);
  }
  return 0;
}

/** Whether the backup is this very vault's: then its keys will do. */
async function opensWith(vault: OpenVault, { cases }: BackupKeys): Promise<boolean> {
  for (const { id, keys } of cases) {
    try {
      await openCaseKey(vault, id, keys);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return false;
    }
  }
  return true;
}

/** Another vault's backup: it may have the same passphrase, or one of its own. */
async function vaultOf(keys: BackupKeys, secret: Secret, file: string | undefined): Promise<OpenVault> {
  if (file === undefined) {
    const opened = await unlockKeyFiles(keys.vault, secret, argon2id).catch((error: unknown) => {
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
  return (await unlockKeyFiles(keys.vault, { kind: "passphrase", passphrase }, argon2id)).vault;
}

const wrongSecret: ReadonlySet<string> = new Set(["wrong-passphrase", "wrong-recovery-words"]);

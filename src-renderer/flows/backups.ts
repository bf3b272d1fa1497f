import { opensBackup, restoreKeys } from "#core/case-work/restore-keys.ts";
import type { BackupFound, BackupKeys, BackupState, Host, Restored } from "#core/host.ts";
import { Problem } from "#core/problems.ts";
import { mustBeCurrent } from "#core/vault/current-keys.ts";
import { type OpenVault, type Secret, unlockKeyFiles } from "#core/vault/vault.ts";
import { session } from "./current-case.ts";
import { listCases } from "./open-case.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { passphraseKdf } from "./passphrase-kdf.ts";
import { closed, putCaseAway } from "./put-away.ts";
import { createStore } from "./store.ts";
import { lookAtVault, type UnlockSecret } from "./vault.ts";

/** How backups stand; null until it was asked. Read again every minute while a case file is open. */
export const backups = createStore<BackupState | null>(null);

/** Asks how backups stand. */
export async function readBackups(): Promise<void> {
  const { host } = session.get();
  if (host !== null) backups.set(await host.backupState());
}

/** Reads how backups stand now and then, while a vault is open. Called once by `connect`. */
export function watchBackups(everyMillis = 60_000): void {
  setInterval(() => {
    if (session.get().vault !== null) void readBackups().catch(() => undefined);
  }, everyMillis);
}

/**
 * Chooses the folder and makes the first backup there. Electron's own dialog asks; elsewhere it is typed.
 * @returns false when the person cancelled; `backup-folder-wrong`, `cannot-write`
 */
export function chooseBackupFolder(typed: string): Promise<Outcome<boolean>> {
  return withHost(async (host) => {
    const chosen = await host.chooseBackupFolder(typed);
    if (chosen === null) return false;
    backups.set(chosen);
    await makeOne(host);
    return true;
  });
}

/** Makes one now; how it went is in `backups`. */
export function backUpNow(): Promise<Outcome> {
  return withHost(async (host) => {
    await makeOne(host);
    return null;
  });
}

/** No more backups; those that were made stay. */
export function stopBackups(): Promise<Outcome> {
  return withHost(async (host) => {
    backups.set(await host.stopBackups());
    return null;
  });
}

/** The backup that was looked for and found; null before. */
export const foundBackup = createStore<BackupFound | null>(null);

/** Looks for backups in a folder. @returns false when the person cancelled; `backup-not-found` */
export function lookForBackup(typed: string): Promise<Outcome<boolean>> {
  return withHost(async (host) => {
    const found = await host.openBackup(typed);
    if (found !== null) foundBackup.set(found);
    return found !== null;
  });
}

/** Leaves the backup that was found alone. */
export function closeBackup(): void {
  foundBackup.set(null);
}

/** Drops what is known of backups, as at lock. */
export function forgetBackup(): void {
  foundBackup.set(null);
}

/**
 * Restores a whole set where there is no vault yet; then `vaultState` is "locked", and the backup's own passphrase unlocks.
 * @returns `backup-damaged`, `vault-there`, `disk-full`
 */
export function restoreEverything(setId: string): Promise<Outcome> {
  return withHost(async (host) => {
    await host.restoreVault(foundId(), setId);
    foundBackup.set(null);
    await lookAtVault();
    return null;
  });
}

/** What restoring one case file of a backup did. */
export interface RestoredCase {
  readonly caseId: string;
  readonly did: Restored;
}

/** Whether a set's case files open only with a secret of their own: not with the keys that are open here. */
export function needsSecret(setId: string): Promise<Outcome<boolean>> {
  return withHost(async (host) => {
    const keys = await host.readBackup(foundId(), setId);
    return !(await opensBackup(openVault(), keys));
  });
}

/**
 * Adds a set's case files to those that are here; what is in both is united, nothing is overwritten. The open case file
 * is closed first: what comes to it is there when it is opened again.
 * @param secret what opens the backup; null where the keys that are open here do
 */
export function restoreBeside(
  setId: string,
  secret: Exclude<UnlockSecret, { kind: "computer" }> | null,
): Promise<Outcome<readonly RestoredCase[]>> {
  return withHost(async (host) => {
    const vault = openVault();
    const backup = foundId();
    const keys = await host.readBackup(backup, setId);
    const moved = await movedKeys(host, vault, keys, secret);
    await mustBeCurrent(host, vault);
    await putCaseAway();
    await closed();
    const restored: RestoredCase[] = [];
    for (const { caseId, key } of moved) {
      restored.push({ caseId, did: await host.restoreCase(backup, setId, caseId, key) });
    }
    foundBackup.set(null);
    await listCases(host);
    return restored;
  });
}

/** By case: its key sealed for this vault, or null where the backup's own will do. */
async function movedKeys(host: Host, vault: OpenVault, keys: BackupKeys, secret: Secret | null) {
  if (secret === null && !(await opensBackup(vault, keys))) {
    throw new Problem("wrong-passphrase", "another vault's backup");
  }
  const from = secret === null ? null : (await unlockKeyFiles(keys.vault, secret, passphraseKdf)).vault;
  const moved = await restoreKeys(host, vault, from, keys);
  if (moved.some(({ underOtherKeys }) => underOtherKeys)) throw new Problem("backup-other-keys");
  return moved;
}

async function makeOne(host: Host): Promise<void> {
  backups.change((now) => (now === null ? now : { ...now, running: true }));
  backups.set(await host.backUpNow());
}

/** @throws {Problem} `backup-not-found` */
function foundId(): string {
  const found = foundBackup.get();
  if (found === null) throw new Problem("backup-not-found", "none was opened");
  return found.backup;
}

/** @throws {Problem} `vault-missing` while Folio is locked */
function openVault(): OpenVault {
  const { vault } = session.get();
  if (vault === null) throw new Problem("vault-missing", "locked");
  return vault;
}

function withHost<T>(work: (host: Host) => Promise<T>): Promise<Outcome<T>> {
  return outcomeOf(async () => {
    const { host } = session.get();
    if (host === null) throw new Problem("host-gone", "not connected");
    return work(host);
  });
}

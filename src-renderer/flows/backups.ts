import type { BackupFound, BackupState, Restored } from "#core/host.ts";
import type { Outcome } from "./outcome.ts";
import { createStore } from "./store.ts";
import type { UnlockSecret } from "./vault.ts";

/** How backups stand; null until it was asked. Read again every minute while a case file is open. */
export const backups = createStore<BackupState | null>(null);

/** Asks how backups stand. */
export async function readBackups(): Promise<void> {
  throw new Error("to follow");
}

/**
 * Chooses the folder and makes the first backup there. Electron's own dialog asks; elsewhere it is typed.
 * @returns false when the person cancelled; `backup-folder-wrong`, `cannot-write`
 */
export async function chooseBackupFolder(_typed: string): Promise<Outcome<boolean>> {
  throw new Error("to follow");
}

/** Makes one now; how it went is in `backups`. */
export async function backUpNow(): Promise<Outcome> {
  throw new Error("to follow");
}

/** No more backups; those that were made stay. */
export async function stopBackups(): Promise<Outcome> {
  throw new Error("to follow");
}

/** The backup that was looked for and found; null before. */
export const foundBackup = createStore<BackupFound | null>(null);

/** Looks for backups in a folder. @returns false when the person cancelled; `backup-not-found` */
export async function lookForBackup(_typed: string): Promise<Outcome<boolean>> {
  throw new Error("to follow");
}

/** Leaves the backup that was found alone. */
export function closeBackup(): void {
  foundBackup.set(null);
}

/**
 * Restores a whole set where there is no vault yet; then `vaultState` is "locked", and the backup's own passphrase unlocks.
 * @returns `backup-damaged`, `vault-there`, `disk-full`
 */
export async function restoreEverything(_setId: string): Promise<Outcome> {
  throw new Error("to follow");
}

/** What restoring one case file of a backup did. */
export interface RestoredCase {
  readonly caseId: string;
  readonly did: Restored;
}

/**
 * Whether a set's case files open with the keys that are open here: then `restoreBeside` needs no secret.
 */
export async function needsSecret(_setId: string): Promise<Outcome<boolean>> {
  throw new Error("to follow");
}

/**
 * Adds a set's case files to those that are here; what is in both is united, nothing is overwritten.
 * @param secret what opens the backup; null where the keys that are open here do
 */
export async function restoreBeside(
  _setId: string,
  _secret: Exclude<UnlockSecret, { kind: "computer" }> | null,
): Promise<Outcome<readonly RestoredCase[]>> {
  throw new Error("to follow");
}

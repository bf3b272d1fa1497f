import type { BackupFound, BackupKeys, BackupState, Erased, Restored } from "#core/host.ts";
import { Problem } from "#core/problems.ts";

/** What backups need of the host around them. */
export interface BackupOptions {
  readonly dataFolder: string;
  /** Asks for a folder; null when the person cancelled. Where the host has no dialog it gives `typed` back. */
  readonly askFolder: (typed: string) => Promise<string | null>;
  /** The service that seems to copy a folder elsewhere, or null (synced-folder.ts). */
  readonly syncedBy: (path: string) => Promise<string | null>;
  /**
   * Takes a lock that the system frees when this process dies: a case's id, as for writing into it, or "backup"
   * for the whole data folder's backups. Null when another window or process (this one included) has it.
   */
  readonly takeLock: (name: string) => Promise<(() => Promise<void>) | null>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** How long after a change a backup is made: 1 minute. */
  readonly afterChangeMillis?: number;
  /** The least time between two automatic backups: 10 minutes. */
  readonly betweenMillis?: number;
  /** How long closing waits for the last backup before it is broken off: 20 seconds. */
  readonly closingMillis?: number;
}

/** What is to be erased of a case: all of it, or these parts. */
export type ErasedParts = "whole" | { readonly writers: readonly string[]; readonly objects: readonly string[] };

/**
 * Backups of a data folder: automatic, needing no key, and restoring from them. The calls of `Host` of the same
 * names are answered by these as they are; arguments are checked here.
 */
export interface BackupFiles {
  /** Settles once a restoring that was killed in its last step has been finished. Answer no call before. */
  readonly ready: Promise<void>;
  backupState(): Promise<BackupState>;
  chooseBackupFolder(typed: string): Promise<BackupState | null>;
  stopBackups(): Promise<BackupState>;
  backUpNow(): Promise<BackupState>;
  openBackup(typed: string): Promise<BackupFound | null>;
  readBackup(backup: string, setId: string): Promise<BackupKeys>;
  restoreVault(backup: string, setId: string): Promise<void>;
  restoreCase(backup: string, setId: string, caseId: string, key: Uint8Array | null): Promise<Restored>;
  /** Something was written into a case: a backup is made about a minute later. Answers at once. */
  noteChange(caseId: string): void;
  /**
   * The backup half of `eraseParts` and `eraseCase`. Call it once `cases/<id>/erased.json` says what is erased
   * (erased-parts.ts) and it is gone here: first what is left is backed up, then the erased parts leave every set.
   */
  erase(caseId: string, parts: ErasedParts): Promise<Erased["backups"]>;
  /** Makes a last backup where there are changes, and ends. */
  close(): Promise<void>;
}

export function backupFiles(_options: BackupOptions): BackupFiles {
  const later = async (): Promise<never> => {
    throw new Problem("host-refused", "not built yet");
  };
  return {
    ready: Promise.resolve(),
    backupState: later,
    chooseBackupFolder: later,
    stopBackups: later,
    backUpNow: later,
    openBackup: later,
    readBackup: later,
    restoreVault: later,
    restoreCase: later,
    noteChange: () => undefined,
    erase: async () => "none",
    close: async () => undefined,
  };
}

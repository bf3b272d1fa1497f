import type { Bytes } from "./model/bytes.ts";
import type { ProblemCode } from "./problems.ts";

/** How the window is being run. */
export interface About {
  readonly host: "electron" | "loopback" | "command-line";
  readonly version: string;
  /** the service that seems to copy the data folder elsewhere ("OneDrive", "Dropbox", …), or null */
  readonly syncedBy: string | null;
  /** whether this computer has a real keyring of its own that can hold a key (Electron's safeStorage) */
  readonly keyring: boolean;
}

/** The key files as they stand on disk; null for one that isn't there, empty for one that can't be read. */
export interface KeyFiles {
  /** `vault.json` */
  readonly main: Bytes | null;
  /** `vault.json.2`: the same bytes, written first */
  readonly copy: Bytes | null;
  /** `vault.head`: sealed, the latest generation that was written */
  readonly head: Bytes | null;
}

/** A case file on this computer, as it can be listed without a key. */
export interface CaseListing {
  readonly id: string;
  /** UTC, ISO 8601: when its journal last grew */
  readonly changedAt: string;
}

/** One writer's file of a case, by its size. */
export interface WriterFile {
  readonly writer: string;
  readonly sizeBytes: number;
}

/** What is on disk of a case besides objects and drafts. */
export interface CaseOnDisk {
  /** the copies of its sealed key that are there: `key`, `key.2` */
  readonly keys: readonly Bytes[];
  readonly segments: readonly WriterFile[];
  readonly heads: readonly { readonly writer: string; readonly bytes: Bytes }[];
  /** ends that were cut short and set aside, as `<writer>.<n>.torn`; one entry for each */
  readonly tornTails: readonly WriterFile[];
}

/** The right to write into one case file, until it is released or its window or process ends. 32 hex digits. */
export type CaseLease = string;

/** What a large write was opened as: give it back with every part. */
export type WriteHandle = string;

/** What is asked to be saved: it decides the kind of file that the person is offered. */
export const savedKinds = ["pack", "bundle", "bag", "recovery-sheet", "text"] as const;
export type SavedKind = (typeof savedKinds)[number];

/** What erasing reached. */
export interface Erased {
  /** `waiting`: the backup's disk isn't there; its copies are erased when it is seen again */
  readonly backups: "none" | "erased" | "waiting";
}

/** How backups stand. */
export interface BackupState {
  /** the folder as the person would say it; null where none was chosen */
  readonly folder: string | null;
  /** the service that seems to copy that folder elsewhere, or null */
  readonly syncedBy: string | null;
  /** UTC, ISO 8601: the last one that was read back and found whole */
  readonly lastGoodAt: string | null;
  /** UTC, ISO 8601: whether it went well or not */
  readonly lastTriedAt: string | null;
  /** why the last try failed; null when it went well or none was made */
  readonly problem: ProblemCode | null;
  readonly running: boolean;
  /** changes since the last good one */
  readonly behind: boolean;
}

/** One moment that a backup can be restored to. */
export interface BackupSet {
  readonly id: string;
  /** UTC, ISO 8601 */
  readonly at: string;
  readonly caseIds: readonly string[];
  /** what was wrong with the data folder when it was made; not there for a good set */
  readonly doubtful?: ProblemCode;
}

/** A backup that was opened for restoring. */
export interface BackupFound {
  readonly backup: string;
  readonly folder: string;
  /** latest first, doubtful ones after the good ones; only those that are whole */
  readonly sets: readonly BackupSet[];
}

/** The sealed keys of one set of a backup. */
export interface BackupKeys {
  readonly vault: KeyFiles;
  readonly cases: readonly { readonly id: string; readonly keys: readonly Bytes[] }[];
}

/** What restoring one case did. */
export type Restored = "added" | "united" | "nothing-new";

/**
 * What the window may ask of the machine it runs on. Main answers it; tests run the real one on a temporary folder.
 * Everything that passes here is sealed, but for what the person saves outside Folio. Ids (case, writer, object,
 * draft) are 32 lower-case hex digits; anything else is refused as `host-refused`.
 */
export interface Host {
  about(): Promise<About>;

  /** The key files; all null where no vault was made yet. @throws {Problem} `cannot-read` */
  readKeyFiles(): Promise<KeyFiles>;

  /**
   * Replaces `vault.json` (second copy first), then `vault.head`, each whole or not at all.
   * @param replaces SHA-256 (hex) of the `vault.json` that was read, null where there was none
   * @throws {Problem} `keys-changed-elsewhere` when it is another by now; `disk-full`, `cannot-write`
   */
  writeKeyFiles(replaces: string | null, vault: Bytes, head: Bytes): Promise<void>;

  /** The cases in the data folder, latest change first. */
  listCases(): Promise<readonly CaseListing[]>;

  /** What is on disk of a case. @throws {Problem} `case-not-found` */
  readCase(caseId: string): Promise<CaseOnDisk>;

  /** A part of one writer's segment, from `offset`, at most 1 MiB; shorter or empty at its end. */
  readSegment(caseId: string, writer: string, offset: number): Promise<Bytes>;

  /** The objects of a case with their sizes on disk. */
  listObjects(caseId: string): Promise<readonly { readonly id: string; readonly sizeBytes: number }[]>;

  /** A part of an object, from `offset`, at most 1 MiB; shorter or empty at its end. @throws {Problem} `object-missing` */
  readObject(caseId: string, objectId: string, offset: number): Promise<Bytes>;

  /** The sealed drafts of a case, with what each was when it was last written. */
  readDrafts(caseId: string): Promise<readonly { readonly id: string; readonly bytes: Bytes }[]>;

  /** Makes a case's folder with its sealed key, and takes it. @throws {Problem} `disk-full`, `cannot-write` */
  beginCase(caseId: string, key: Bytes): Promise<CaseLease>;

  /**
   * Takes a case for writing. Ends of segments that a crash cut short are set aside as `.torn` files.
   * @returns null when another window or process has it: then it can only be read
   */
  takeCase(caseId: string): Promise<CaseLease | null>;

  /**
   * Stays unanswered for as long as the lease holds, and answers when it is released. Over a wire, the lease ends
   * when the connection that carries this call does; a lease that nobody keeps within 10 s of taking it ends too.
   */
  keepLease(lease: CaseLease): Promise<void>;

  releaseCase(lease: CaseLease): Promise<void>;

  /** Writes a case's sealed key anew (both copies). @throws {Problem} `case-open-elsewhere`, `disk-full`, `cannot-write` */
  writeCaseKey(lease: CaseLease, key: Bytes): Promise<void>;

  /**
   * Adds frames (at most 8 MiB) to the end of one writer's segment. When it answers, they are on disk (fdatasync).
   * After any failure that segment takes no more: go on under a new writer id.
   * @throws {Problem} `disk-full`, `cannot-write`: then nothing of them counts; `case-open-elsewhere`: the lease is gone
   */
  appendJournal(lease: CaseLease, writer: string, frames: Bytes): Promise<void>;

  /** Begins a whole segment that is there only once `finishWrite` has answered: an import, a compacted journal. */
  startSegment(lease: CaseLease, writer: string): Promise<WriteHandle>;

  /** Writes a sealed head (at most 64 KiB), whole or not at all. */
  writeHead(lease: CaseLease, writer: string, head: Bytes): Promise<void>;

  /** Writes a sealed draft (at most 1 MiB); on disk when it answers. */
  writeDraft(lease: CaseLease, draftId: string, draft: Bytes): Promise<void>;

  dropDraft(lease: CaseLease, draftId: string): Promise<void>;

  /** Begins an object. It is there only once `finishWrite` has answered. */
  startObject(lease: CaseLease, objectId: string): Promise<WriteHandle>;

  /** Deletes segments (heads, torn tails) and objects for good, here and in backups; in those out of reach once seen. */
  eraseParts(
    lease: CaseLease,
    parts: { readonly writers: readonly string[]; readonly objects: readonly string[] },
  ): Promise<Erased>;

  /** Deletes a whole case for good, here and in the backups that can be reached. The lease ends. */
  eraseCase(lease: CaseLease): Promise<Erased>;

  /** Asks where to keep a file outside Folio. @returns null when the person cancelled */
  startFile(kind: SavedKind, suggestedName: string): Promise<WriteHandle | null>;

  /** Adds a part, at most 1 MiB, one at a time. @throws {Problem} `disk-full`, `cannot-write` */
  writePart(handle: WriteHandle, part: Bytes): Promise<void>;

  /** Makes what was written real: whole or not at all. @returns where it went, as the person would say it */
  finishWrite(handle: WriteHandle): Promise<string>;

  /** Drops what was written so far; nothing is left behind. */
  discardWrite(handle: WriteHandle): Promise<void>;

  backupState(): Promise<BackupState>;

  /**
   * Chooses the folder for backups. In Electron the system's own dialog asks and `typed` is not looked at.
   * @param typed an absolute path, where the host has no dialog
   * @returns null when the person cancelled. @throws {Problem} `backup-folder-wrong`, `cannot-write`
   */
  chooseBackupFolder(typed: string): Promise<BackupState | null>;

  /** No more backups; those that were made stay where they are. */
  stopBackups(): Promise<BackupState>;

  /** Makes one now, reads it back, and says how backups stand; a failure is in `problem`. */
  backUpNow(): Promise<BackupState>;

  /** Looks for backups in a folder that is asked for as in `chooseBackupFolder`. @throws {Problem} `backup-not-found` */
  openBackup(typed: string): Promise<BackupFound | null>;

  readBackup(backup: string, setId: string): Promise<BackupKeys>;

  /** Copies a whole set into an empty data folder: staged, verified, then made real. @throws {Problem} `backup-damaged` */
  restoreVault(backup: string, setId: string): Promise<void>;

  /**
   * Copies one case of a set beside the others, or unites it with the one that is here: nothing is overwritten.
   * @param key the case's key, sealed for this vault, or null where the backup's own will do
   * @throws {Problem} `backup-damaged`, `case-open-elsewhere`
   */
  restoreCase(backup: string, setId: string, caseId: string, key: Bytes | null): Promise<Restored>;

  /** Stays unanswered until the computer is locked or goes to sleep (Electron only; never answered elsewhere). */
  waitForLock(): Promise<void>;

  /** Empties the clipboard if what is on it is still the text with this SHA-256 (hex). */
  clearClipboard(textSha256: string): Promise<void>;

  /** Seals up to 64 bytes with the computer's own keyring. @throws {Problem} `keyring-missing` */
  sealWithComputer(secret: Bytes): Promise<Bytes>;

  /** @throws {Problem} `keyring-missing` when this computer, or this user of it, didn't seal it */
  openWithComputer(sealed: Bytes): Promise<Bytes>;
}

/** Every call by name. Leave one out, or add one too many, and this line does not compile. */
export const hostCalls: Record<keyof Host, true> = {
  about: true,
  readKeyFiles: true,
  writeKeyFiles: true,
  listCases: true,
  readCase: true,
  readSegment: true,
  listObjects: true,
  readObject: true,
  readDrafts: true,
  beginCase: true,
  takeCase: true,
  keepLease: true,
  releaseCase: true,
  writeCaseKey: true,
  appendJournal: true,
  startSegment: true,
  writeHead: true,
  writeDraft: true,
  dropDraft: true,
  startObject: true,
  eraseParts: true,
  eraseCase: true,
  startFile: true,
  writePart: true,
  finishWrite: true,
  discardWrite: true,
  backupState: true,
  chooseBackupFolder: true,
  stopBackups: true,
  backUpNow: true,
  openBackup: true,
  readBackup: true,
  restoreVault: true,
  restoreCase: true,
  waitForLock: true,
  clearClipboard: true,
  sealWithComputer: true,
  openWithComputer: true,
};

/** How an answer crosses the wire: Electron strips an Error to its message, so data is sent. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ProblemCode; readonly detail: string };

/** The largest part that crosses the wire in one call: 1 MiB. */
export const maxPartBytes = 1_048_576;

/** The most that one `appendJournal` takes: 8 MiB. Changes are small; what is large is an object. */
export const maxAppendBytes = 8_388_608;

/**
 * Every failure a person can meet, by code, each with its sentence and what to do (problem-words.ts).
 * A code never changes once shipped. Bugs throw `Error`; people meet a `Problem`.
 */
export const problemCodes = [
  "file-empty",
  "file-unknown-type",
  "file-program",
  "file-macros",
  "file-too-large",
  "file-damaged",
  "file-unreadable",
  "pdf-password",
  "pdf-page-damaged",
  "image-too-large",
  "text-not-read",
  "text-too-long",
  "mail-attachments",
  "reading-timed-out",
  "reading-stopped",
  "case-json-wrong",
  "folder-empty",
  "forbidden-words-found",
  "pack-check-failed",
  "disk-full",
  "cannot-write",
  "cannot-read",
  "case-not-found",
  "journal-torn",
  "journal-damaged",
  "object-missing",
  "object-damaged",
  "object-unnamed",
  "wrong-passphrase",
  "wrong-recovery-words",
  "vault-missing",
  "vault-damaged",
  "vault-copy-damaged",
  "vault-head-damaged",
  "vault-tampered",
  "vault-weakened",
  "vault-newer",
  "vault-rolled-back",
  "keys-changed-elsewhere",
  "case-key-damaged",
  "case-open-elsewhere",
  "journal-newer",
  "journal-incomplete",
  "draft-damaged",
  "passphrase-empty",
  "keyring-missing",
  "bundle-unknown",
  "bundle-wrong-secret",
  "bundle-damaged",
  "bundle-newer",
  "bag-wrong",
  "recipient-wrong",
  "backup-folder-wrong",
  "backup-missing",
  "backup-not-found",
  "backup-damaged",
  "backup-other-keys",
  "vault-there",
  "entry-line-wrong",
  "port-busy",
  "host-refused",
  "host-gone",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** What a problem may carry besides its code. */
export interface ProblemOptions extends ErrorOptions {
  /** Lines for the person on the spot ("costs[3].amount: expected an amount like 12.50"); never logged. */
  readonly where?: readonly string[];
}

/** A failure that a person meets. `detail` is for the log and never holds case data. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly where: readonly string[];
  constructor(code: ProblemCode, detail = "", options?: ProblemOptions) {
    super(detail === "" ? code : `${code}: ${detail}`, options);
    this.name = "Problem";
    this.code = code;
    this.detail = detail;
    this.where = options?.where ?? [];
  }
}

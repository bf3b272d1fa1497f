import type { SavedKind } from "#core/host.ts";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";

/** What only some ways in can do: Electron has dialogs, a keyring and news of the computer's sleep, others haven't. */
export interface Machine {
  /** Where to keep a file outside Folio; null when the person cancelled, or where nobody can be asked. */
  askWhereToSave(kind: SavedKind, suggestedName: string): Promise<string | null>;
  /** A folder, as an absolute path; null when the person cancelled. Without a dialog it is what was typed. */
  askFolder(typed: string): Promise<string | null>;
  /** whether the computer has a real keyring that can hold a key */
  hasKeyring(): Promise<boolean>;
  /** @throws {Problem} `keyring-missing` */
  sealWithComputer(secret: Bytes): Promise<Bytes>;
  /** @throws {Problem} `keyring-missing` */
  openWithComputer(sealed: Bytes): Promise<Bytes>;
  /** Stays unanswered until the computer is locked or goes to sleep. */
  waitForLock(): Promise<void>;
  /** Empties the clipboard if the text on it has this SHA-256. */
  clearClipboard(textSha256: string): Promise<void>;
}

/** Loopback and the command line: nobody to ask, no keyring, no news of the computer. */
export const plainMachine: Machine = {
  askWhereToSave: async () => null,
  askFolder: async (typed) => typed,
  hasKeyring: async () => false,
  sealWithComputer: async () => {
    throw new Problem("keyring-missing");
  },
  openWithComputer: async () => {
    throw new Problem("keyring-missing");
  },
  waitForLock: () => new Promise(() => {}),
  clearClipboard: async () => undefined,
};

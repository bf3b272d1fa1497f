import type { Nation, ParentRole } from "#core/model/case-file.ts";
import type { ProblemCode } from "#core/problems.ts";
import type { Outcome } from "./outcome.ts";
import { createStore } from "./store.ts";

/** Where the vault stands: the machine hasn't answered yet; there is none (first run); locked; open. */
export type VaultState = "starting" | "none" | "locked" | "open";

export const vaultState = createStore<VaultState>("starting");

/** What the window may try to unlock with. */
export type UnlockSecret =
  | { readonly kind: "passphrase"; readonly passphrase: string }
  | { readonly kind: "recovery"; readonly words: string }
  | { readonly kind: "computer" };

/** What is known of the key files, with or without a key. */
export interface VaultFacts {
  /** the ways of unlocking that there are; "computer" only where this computer has a keyring */
  readonly ways: readonly UnlockSecret["kind"][];
  /** what is wrong with the key files ("vault-damaged", "vault-newer", …): shown on the unlock screen, which stays */
  readonly problems: readonly ProblemCode[];
  /** whether "change all keys" was begun and not finished; it goes on by itself in Settings (`changeAllKeys`) */
  readonly keyChangeUnderWay: boolean;
}

export const vaultFacts = createStore<VaultFacts>({ ways: [], problems: [], keyChangeUnderWay: false });

/** True while a passphrase is being turned into a key (about a second, in a worker) or a vault is made. */
export const unlocking = createStore(false);

/** Looks at the key files: sets `vaultState` and `vaultFacts`. Called by `connect`; again after a restore. */
export async function lookAtVault(): Promise<void> {
  throw new Error("to follow");
}

/**
 * First run: makes the vault and the first case file in it, opens it, and leaves the recovery words to be shown
 * (`recoveryCheck` is "showing"). A weak passphrase is the person's choice; an empty one is `passphrase-empty`.
 */
export async function createVaultAndCase(_told: {
  readonly name: string;
  readonly nation: Nation;
  readonly role: ParentRole;
  readonly passphrase: string;
}): Promise<Outcome> {
  throw new Error("to follow");
}

/**
 * First run without a case file of one's own, before a bundle is taken over: makes the vault, open and empty, and leaves
 * the recovery words to be shown. @returns `passphrase-empty`, `vault-there`, `disk-full`
 */
export async function createVault(_passphrase: string): Promise<Outcome> {
  throw new Error("to follow");
}

/**
 * Unlocks. Names of the case files follow in `listedCases`.
 * @returns `reopened`: the case file that was open when Folio was locked is open again with everything that was typed
 *   (the screen that was open is the caller's to show); else the list of case files is to be shown. Wrong secrets
 *   come back as `wrong-passphrase`, `wrong-recovery-words`, `keyring-missing`.
 */
export async function unlock(_secret: UnlockSecret): Promise<Outcome<{ readonly reopened: boolean }>> {
  throw new Error("to follow");
}

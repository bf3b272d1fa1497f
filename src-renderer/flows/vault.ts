import { adoptPlainCases } from "#core/case-work/adopt-plain.ts";
import type { Host, KeyFiles } from "#core/host.ts";
import { Problem, type ProblemCode } from "#core/problems.ts";
import {
  checkKeyFiles,
  createVault as makeVault,
  type OpenVault,
  type Secret,
  unlockVault,
} from "#core/vault/vault.ts";
import { slotKinds } from "#core/vault/vault-keys.ts";
import { reportProblem, session } from "./current-case.ts";
import { beginAndShow, listCases, openListedCase, type ToldCase } from "./open-case.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { passphraseKdf } from "./passphrase-kdf.ts";
import { lookForRecoveryNote, showRecoveryWords } from "./recovery-sheet.ts";
import { createStore } from "./store.ts";
import { hostUntil, untilLocked } from "./until-locked.ts";

/** Where the vault stands: the machine hasn't answered yet; there is none (first run); locked; open. */
export type VaultState = "starting" | "none" | "locked" | "open";

export const vaultState = createStore<VaultState>("starting");

/** What the window may try to unlock with. */
export type UnlockSecret = Secret;

/** What is known of the key files, with or without a key. */
export interface VaultFacts {
  /** the ways of unlocking that there are; "computer" only where this computer has a keyring */
  readonly ways: readonly UnlockSecret["kind"][];
  /** what is wrong with the key files ("vault-damaged", "vault-newer", …): shown on the unlock screen, which stays */
  readonly problems: readonly ProblemCode[];
  /** whether "change all keys" was begun and not finished: it goes on with `resumeKeyChange` */
  readonly keyChangeUnderWay: boolean;
}

const nothingKnown: VaultFacts = { ways: [], problems: [], keyChangeUnderWay: false };
export const vaultFacts = createStore<VaultFacts>(nothingKnown);

/** True while a passphrase is being turned into a key (about a second, in a worker) or a vault is made. */
export const unlocking = createStore(false);

/** Looks at the key files: sets `vaultState` and `vaultFacts`. Called by `connect`; again after a restore. */
export async function lookAtVault(): Promise<void> {
  const { host, vault } = session.get();
  if (host === null) return;
  const files = await host.readKeyFiles();
  const isThere = files.main !== null || files.copy !== null || files.head !== null;
  vaultFacts.set({ ...factsOf(files), keyChangeUnderWay: vault?.before !== undefined });
  vaultState.set(isThere ? (vault === null ? "locked" : "open") : "none");
}

/**
 * First run: makes the vault and the first case file in it, opens it, and leaves the recovery words to be shown
 * (`recoveryCheck` is "showing"). A weak passphrase is the person's choice; an empty one is `passphrase-empty`. Where the
 * vault was made and the case file could not be, Folio is open without one and the failure is told.
 */
export function createVaultAndCase(told: ToldCase & { readonly passphrase: string }): Promise<Outcome> {
  return busy(async () => {
    await makeAndOpen(told.passphrase);
    await beginAndShow(told);
    return null;
  });
}

/**
 * First run without a case file of one's own, before a bundle is taken over: makes the vault, open and empty, and leaves
 * the recovery words to be shown. @returns `passphrase-empty`, `vault-there`, `disk-full`
 */
export function createVault(passphrase: string): Promise<Outcome> {
  return busy(async () => {
    await makeAndOpen(passphrase);
    await listCases(connected());
    return null;
  });
}

/**
 * Unlocks. Names of the case files follow in `listedCases`.
 * @returns `reopened`: the case file that was open when Folio was locked is open again with everything that was typed
 *   (the screen that was open is the caller's to show); else the list of case files is to be shown. Wrong secrets
 *   come back as `wrong-passphrase`, `wrong-recovery-words`, `keyring-missing`.
 */
export function unlock(secret: UnlockSecret): Promise<Outcome<{ readonly reopened: boolean }>> {
  return busy(async () => {
    const host = connected();
    await held;
    const until = untilLocked();
    const { vault, notes } = await unlockVault(host, secret, passphraseKdf);
    if (!(await open(vault, notes, until))) return { reopened: false };
    void lookForRecoveryNote(vault);
    const reopened = await reopen(vault);
    void listCases(host);
    return { reopened };
  });
}

/** The case file that was open when Folio was locked. Ids only. */
let left: { readonly vaultId: string; readonly caseId: string } | null = null;
let held: Promise<unknown> = Promise.resolve();

/** Locking: remembers what is to come back, and makes unlocking wait until everything is put away. */
export function leaveVault(caseId: string | null, putAway: Promise<unknown>): void {
  const { vault } = session.get();
  left = vault === null || caseId === null ? null : { vaultId: vault.id, caseId };
  held = putAway.catch(() => undefined);
}

/** Puts another state of the same vault in place of the one that is open, as after a change of its keys. */
export async function takeVault(vault: OpenVault): Promise<void> {
  session.change((now) => (now.vault === null ? now : { ...now, vault }));
  const files = await connected().readKeyFiles();
  const isOpen = session.get().vault?.id === vault.id;
  vaultFacts.set({ ...factsOf(files), keyChangeUnderWay: isOpen && vault.before !== undefined });
}

/**
 * @throws {Problem} `vault-there` where another window made one meanwhile: then that one is to be unlocked;
 * `vault-missing` where Folio was locked meanwhile
 */
async function makeAndOpen(passphrase: string): Promise<void> {
  const until = untilLocked();
  const made = makeVault(connected(), passphrase, passphraseKdf);
  const { vault, words } = await made.catch(async (cause: unknown) => {
    if (cause instanceof Problem && cause.code === "vault-there") await lookAtVault();
    throw cause;
  });
  if (!(await open(vault, [], until))) throw new Problem("vault-missing", "locked");
  await showRecoveryWords(vault, words);
}

/** @returns false where Folio was locked meanwhile: then it stays so */
async function open(vault: OpenVault, notes: readonly ProblemCode[], until: AbortSignal): Promise<boolean> {
  if (until.aborted) return false;
  session.change((now) => ({ ...now, vault, vaultNotes: notes, notes, problem: null }));
  // Case files of Folio's first builds lie there unlocked: they are sealed as soon as there is a key.
  await adoptPlainCases(hostUntil(until, connected()), vault).catch(reportProblem);
  if (until.aborted) return false;
  vaultState.set("open");
  await takeVault(vault);
  return !until.aborted;
}

async function reopen(vault: OpenVault): Promise<boolean> {
  const before = left;
  left = null;
  return before !== null && before.vaultId === vault.id && (await openListedCase(before.caseId));
}

function factsOf(files: KeyFiles): Pick<VaultFacts, "ways" | "problems"> {
  const problems = checkKeyFiles(files);
  try {
    const keyring = session.get().about?.keyring === true;
    return { ways: slotKinds(files).filter((kind) => kind !== "computer" || keyring), problems };
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    return { ways: [], problems };
  }
}

async function busy<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  unlocking.set(true);
  try {
    return await outcomeOf(work);
  } finally {
    unlocking.set(false);
  }
}

/** @throws {Problem} `host-gone` */
function connected(): Host {
  const { host } = session.get();
  if (host === null) throw new Problem("host-gone", "not connected");
  return host;
}

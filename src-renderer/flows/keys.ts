import {
  type RenewedVault,
  resumeKeyChange,
  type KeyChangeProgress as SealedSoFar,
  changeAllKeys as sealAllAnew,
} from "#core/case-work/change-all-keys.ts";
import type { Host } from "#core/host.ts";
import { Problem } from "#core/problems.ts";
import type { OpenVault, Secret } from "#core/vault/vault.ts";
import * as vaultKeys from "#core/vault/vault-keys.ts";
import { noteForVault, session } from "./current-case.ts";
import { openListedCase } from "./open-case.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { passphraseKdf } from "./passphrase-kdf.ts";
import { closed, putCaseAway } from "./put-away.ts";
import { showRecoveryWords } from "./recovery-sheet.ts";
import { settings } from "./settings.ts";
import { createStore } from "./store.ts";
import { hostUntil, untilLocked } from "./until-locked.ts";
import { takeVault } from "./vault.ts";

/** Gives the vault another passphrase. @returns `wrong-passphrase`, `passphrase-empty`, `keys-changed-elsewhere` */
export function changePassphrase(present: string, next: string): Promise<Outcome> {
  return withVault(async (host, vault) => {
    await takeVault(await vaultKeys.changePassphrase(host, vault, asSecret(present), next, passphraseKdf));
  });
}

/** Makes new recovery words: the old sheet opens nothing any more. They are then shown (`recoveryCheck`). */
export function makeNewRecoveryWords(present: string): Promise<Outcome> {
  return withVault(async (host, vault) => {
    const made = await vaultKeys.newRecoveryWords(host, vault, asSecret(present), passphraseKdf);
    await takeVault(made.vault);
    await showRecoveryWords(made.vault, made.words);
  });
}

/**
 * Whether keeping the key on this computer may be offered: it has a keyring and the person said that nobody else
 * uses it (`settings.sharedComputer` is false).
 */
export function mayHoldOnComputer(): boolean {
  return session.get().about?.keyring === true && settings.get().sharedComputer === false;
}

/** Keeps the key on this computer, so that Folio unlocks without a passphrase here. @returns `keyring-missing` */
export function holdOnComputer(present: string): Promise<Outcome> {
  return withVault(async (host, vault) => {
    if (!mayHoldOnComputer()) throw new Problem("keyring-missing", "not offered");
    await takeVault(await vaultKeys.holdOnComputer(host, vault, asSecret(present), passphraseKdf));
  });
}

/** Takes the key off this computer again. */
export function dropFromComputer(): Promise<Outcome> {
  return withVault(async (host, vault) => takeVault(await vaultKeys.dropFromComputer(host, vault)));
}

/** How far the change of all keys is; null while none is going on. */
export interface KeyChangeProgress {
  readonly done: number;
  /** case files; 0 while it isn't known */
  readonly of: number;
  readonly startedAt: number;
}

export const keyChange = createStore<KeyChangeProgress | null>(null);

/**
 * Changes every key and seals every case file again, as after a device was lost. New recovery words are shown as soon as
 * they hold. It takes a while and survives a crash, and a lock, which ends it: then `vaultFacts.keyChangeUnderWay` says so, and asking again goes on
 * where it stopped. A case file that is damaged keeps its earlier keys and still
 * opens: `notes` say so.
 */
export function changeAllKeys(present: string, next: string): Promise<Outcome> {
  return withVault((asked, vault) =>
    withoutCase(async (tell) => {
      const host = hostUntil(untilLocked(), asked);
      if (vault.before !== undefined) {
        const changed = await vaultKeys.changePassphrase(host, vault, asSecret(present), next, passphraseKdf);
        await takeVault(changed);
        return resumeKeyChange(host, changed, tell);
      }
      return sealAllAnew(host, vault, asSecret(present), next, passphraseKdf, tell, (words, begun) => {
        // From here on the earlier words open nothing, whatever happens next.
        void takeVault(begun).then(() => showRecoveryWords(begun, words));
      });
    }),
  );
}

/** Closes the case file for as long as its keys change, and opens it again whatever comes of it. */
async function withoutCase(work: (tell: (progress: SealedSoFar) => void) => Promise<RenewedVault>): Promise<void> {
  const caseId = session.get().kept?.file.id ?? null;
  const isSample = session.get().kept?.disk === null;
  const startedAt = Date.now();
  keyChange.set({ done: 0, of: 0, startedAt });
  try {
    if (!isSample) await putCaseAway();
    await closed();
    const renewed = await work(({ done, cases }) => keyChange.set({ done, of: cases, startedAt }));
    await takeVault(renewed.vault);
    for (const { problem } of renewed.left) noteForVault(problem);
  } finally {
    keyChange.set(null);
    if (caseId !== null && !isSample) await openListedCase(caseId);
  }
}

function withVault(work: (host: Host, vault: OpenVault) => Promise<void>): Promise<Outcome> {
  return outcomeOf(async () => {
    const { host, vault } = session.get();
    if (host === null || vault === null) throw new Problem("vault-missing", "locked");
    await work(host, vault);
    return null;
  });
}

function asSecret(passphrase: string): Secret {
  return { kind: "passphrase", passphrase };
}

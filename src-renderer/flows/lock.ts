import { forgetDownloads } from "../wire/downloads.ts";
import { stopAllReadings } from "./add-letters.ts";
import { forgetBackup } from "./backups.ts";
import { forgetCopied, watchCopies } from "./copied.ts";
import { reportProblem, session } from "./current-case.ts";
import { watchActivity } from "./idle.ts";
import { listedCases } from "./open-case.ts";
import { putCaseAway } from "./put-away.ts";
import { endPlatform } from "./reading-platform.ts";
import { forgetRecoveryWords } from "./recovery-sheet.ts";
import { createStore } from "./store.ts";
import { endWithLock } from "./until-locked.ts";
import { leaveVault, unlocking, vaultFacts, vaultState } from "./vault.ts";

/** True while Folio is locking: what was typed is being put away. */
export const locking = createStore(false);

/** How long the disk is waited for. */
const putAwayMillis = 2_000;

let lockingNow: Promise<void> | null = null;

/**
 * Locks now: everything typed is sealed and put away, keys and case data are dropped from memory. It answers when that
 * is done, within two seconds whatever the disk does. Does nothing where no vault is open.
 */
export function lockNow(): Promise<void> {
  if (lockingNow !== null) return lockingNow;
  if (session.get().vault === null) return lockOnceUnlocked();
  locking.set(true);
  endWithLock();
  // Letters are stopped before their workers go, so that none is kept with half its pages read.
  stopAllReadings();
  void endPlatform().catch(() => undefined);
  // First of all, because a window that is being closed may not come to more.
  void forgetCopied();
  const { kept } = session.get();
  const putAway = putCaseAway(putAwayMillis);
  leaveVault(kept === null || kept.disk === null ? null : kept.file.id, putAway);
  // The screen is the locked one from here on, and whatever opens now finds no key.
  vaultState.set("locked");
  session.change((now) => ({ ...now, vault: null }));
  lockingNow = putAway.catch(reportProblem).then(() => {
    dropKeys();
    lockingNow = null;
    locking.set(false);
  });
  return lockingNow;
}

/** Where a passphrase is being tried when somebody wants Folio locked, it is locked as soon as that is through. */
async function lockOnceUnlocked(): Promise<void> {
  if (!unlocking.get()) return;
  await new Promise<void>((resolve) => {
    const end = unlocking.subscribe(() => {
      end();
      resolve();
    });
  });
  if (session.get().vault !== null) await lockNow();
}

/**
 * Watches for idleness (`settings.lockMinutes`), the computer's own lock and sleep, and the window's end. Called once by
 * `connect`. Keys are wired in ui: Ctrl/Cmd+Shift+L calls `lockNow`.
 */
export function watchForLock(page: Window): void {
  watchActivity(page, () => void lockNow());
  watchCopies(page);
  page.addEventListener("pagehide", () => void lockNow());
  if (session.get().about?.host === "electron") void lockWithComputer().catch(() => undefined);
}

/** Everything of the vault that is not a case file's. */
function dropKeys(): void {
  listedCases.set(null);
  forgetRecoveryWords();
  forgetBackup();
  vaultFacts.change((now) => ({ ...now, keyChangeUnderWay: false }));
  session.change((now) => ({ ...now, vaultNotes: [], notes: [], said: "", problem: null }));
  forgetDownloads();
}

/** Each answer is one lock or sleep of the computer; then the next is waited for. */
async function lockWithComputer(): Promise<void> {
  const { host } = session.get();
  if (host === null) return;
  for (;;) {
    await host.waitForLock();
    await lockNow();
  }
}

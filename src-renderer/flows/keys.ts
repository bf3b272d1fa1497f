import type { Outcome } from "./outcome.ts";
import { createStore } from "./store.ts";

/** Gives the vault another passphrase. @returns `wrong-passphrase`, `passphrase-empty`, `keys-changed-elsewhere` */
export async function changePassphrase(_present: string, _next: string): Promise<Outcome> {
  throw new Error("to follow");
}

/** Makes new recovery words: the old sheet opens nothing any more. They are then shown (`recoveryCheck`). */
export async function makeNewRecoveryWords(_present: string): Promise<Outcome> {
  throw new Error("to follow");
}

/**
 * Whether keeping the key on this computer may be offered: it has a keyring and the person said that nobody else
 * uses it (`settings.sharedComputer` is false).
 */
export function mayHoldOnComputer(): boolean {
  throw new Error("to follow");
}

/** Keeps the key on this computer, so that Folio unlocks without a passphrase here. @returns `keyring-missing` */
export async function holdOnComputer(_present: string): Promise<Outcome> {
  throw new Error("to follow");
}

/** Takes the key off this computer again. */
export async function dropFromComputer(): Promise<Outcome> {
  throw new Error("to follow");
}

/** How far the change of all keys is; null while none is going on. */
export interface KeyChangeProgress {
  readonly done: number;
  /** cases, or parts of them; 0 while it isn't known */
  readonly of: number;
  readonly startedAt: number;
}

export const keyChange = createStore<KeyChangeProgress | null>(null);

/**
 * Changes every key and seals every case file again, as after a device was lost. New recovery words are shown at its end.
 * It takes a while, survives a crash, and goes on where it stopped when it is asked for again.
 */
export async function changeAllKeys(_present: string, _next: string): Promise<Outcome> {
  throw new Error("to follow");
}

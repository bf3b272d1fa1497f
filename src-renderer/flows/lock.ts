import { createStore } from "./store.ts";

/** True while Folio is locking: what was typed is being put away. */
export const locking = createStore(false);

/**
 * Locks now: everything typed is sealed and put away, keys and case data are dropped from memory. It answers when that
 * is done, within two seconds whatever the disk does. The sample case is closed. Does nothing where there is no vault open
 * and no case.
 */
export async function lockNow(): Promise<void> {
  throw new Error("to follow");
}

/**
 * Watches for idleness (`settings.lockMinutes`), the computer's own lock and sleep, and the window's end. Called once by
 * `connect`. Keys are wired in ui: Ctrl/Cmd+Shift+L calls `lockNow`.
 */
export function watchForLock(_page: Window): void {
  throw new Error("to follow");
}

/** Counts as activity: somebody is here, or long work goes on. */
export function noteActivity(): void {
  throw new Error("to follow");
}

import type { Outcome } from "./outcome.ts";
import { createStore } from "./store.ts";

/** Where the recovery words stand. */
export type RecoveryCheck =
  /** checked, or nothing is known of it yet */
  | { readonly kind: "done" }
  /** shown now and never again: 24 words, and the three places (from 1) that will be asked for */
  | { readonly kind: "showing"; readonly words: readonly string[]; readonly asked: readonly number[] }
  /**
   * Put off: Overview reminds. `asked` are the three places (from 1), or null where they are not known any more: then
   * the whole sheet is typed (`checkWholeSheet`), or new words are made (`makeNewRecoveryWords`).
   */
  | { readonly kind: "waiting"; readonly asked: readonly number[] | null };

export const recoveryCheck = createStore<RecoveryCheck>({ kind: "done" });

/**
 * Saves the words that are shown as a printable PDF that doesn't say what it opens.
 * @returns where it went; null when the person cancelled
 */
export async function saveRecoverySheet(): Promise<Outcome<string | null>> {
  throw new Error("to follow");
}

/** Leaves the words' screen; the check is asked for later. */
export function postponeRecoveryCheck(): void {
  throw new Error("to follow");
}

/** Compares the three words that were asked for, in the order of `asked`. @returns whether they were right */
export async function checkThreeWords(_typed: readonly string[]): Promise<boolean> {
  throw new Error("to follow");
}

/** Checks a whole sheet against the vault. @returns `wrong-recovery-words` */
export async function checkWholeSheet(_words: string): Promise<Outcome> {
  throw new Error("to follow");
}

/** Words of the list that begin like this, at most eight, for typing a sheet in. */
export async function recoveryWordsLike(_begin: string): Promise<readonly string[]> {
  throw new Error("to follow");
}

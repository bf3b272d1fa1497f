import type { Erased } from "../host.ts";
import type { KeptCase } from "./kept-case.ts";

/** What is to be erased for good. */
export interface ToErase {
  readonly exhibitIds?: readonly string[];
  /** of calls, messages, costs, events and issues */
  readonly entryIds?: readonly string[];
}

/**
 * Erases letters and entries for good: what was said of them, their originals and words, here and in the backups that
 * can be reached. Lines without content stay, and an exhibit's number is never used again. There is no undo.
 *
 * @throws {Problem} `case-open-elsewhere`, `disk-full`, `cannot-write`: then nothing was erased;
 *   `journal-damaged`: what can't be read can't be told apart, so nothing was erased
 */
export async function eraseFromCase(
  _kept: KeptCase,
  _parts: ToErase,
  _now: Date,
): Promise<{ readonly kept: KeptCase; readonly erased: Erased }> {
  throw new Error("to follow");
}

/** Erases a whole case file for good. The case is closed then. @throws {Problem} `case-open-elsewhere`, `cannot-write` */
export async function eraseWholeCase(_kept: KeptCase): Promise<Erased> {
  throw new Error("to follow");
}

import type { Outcome } from "./outcome.ts";
import { createStore } from "./store.ts";

/** Whom a bundle is locked for. */
export type BundleLock =
  | { readonly passphrase: string }
  /** public keys, each a line that begins with `age1` */
  | { readonly recipients: readonly string[] };

/** How a hand-over stands. */
export type HandOverState =
  | { readonly kind: "none" }
  | {
      readonly kind: "working";
      readonly what: "bundle" | "bag" | "taking-over";
      readonly doneBytes: number;
      /** 0 while it isn't known */
      readonly ofBytes: number;
      readonly startedAt: number;
    };

export const handOver = createStore<HandOverState>({ kind: "none" });

/** What a bundle or bag held when it was saved: to be written down beside it. */
export interface HandedOver {
  /** where it went, as the person would say it */
  readonly where: string;
  /** the case's head: the same one there, and the history is the same */
  readonly head: string;
}

/**
 * Saves the open case file as a locked bundle.
 * @returns null when the person cancelled or stopped it; `recipient-wrong`, `passphrase-empty`, `disk-full`
 */
export async function saveBundle(_lock: BundleLock): Promise<Outcome<HandedOver | null>> {
  throw new Error("to follow");
}

/** Saves the open case file as a plain bag in a tar file: anybody who has it can read it. The warning is the screen's. */
export async function saveBag(): Promise<Outcome<HandedOver | null>> {
  throw new Error("to follow");
}

/** Whether this is a public key that a bundle can be locked for. */
export function isRecipient(_text: string): boolean {
  throw new Error("to follow");
}

/** What taking a bundle over did. */
export interface TakenOver {
  readonly caseId: string;
  readonly did: "added" | "united" | "nothing-new";
}

/**
 * Takes a bundle over into the vault that is open: verified whole, then committed.
 * @returns `bundle-unknown`, `bundle-wrong-secret`, `bundle-damaged`, `bundle-newer`; null when it was stopped
 */
export async function takeOverBundle(
  _file: File,
  _secret: { readonly passphrase: string } | { readonly identity: string },
): Promise<Outcome<TakenOver | null>> {
  throw new Error("to follow");
}

/** Stops what is going on; nothing is left behind. */
export function stopHandOver(): void {
  throw new Error("to follow");
}

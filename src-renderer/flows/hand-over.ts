import { bundleName, exportBagTar, exportBundle } from "#core/case-work/export-bundle.ts";
import { caseHead } from "#core/case-work/history.ts";
import { importBundle } from "#core/case-work/import-bundle.ts";
import { type KeptCase, keepChange } from "#core/case-work/kept-case.ts";
import type { Host } from "#core/host.ts";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";
import { type BundleLock, checkRecipients } from "#core/vault/bundle/age-file.ts";
import { changeCase, changesDone, openKept, session } from "./current-case.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { bundleScrypt } from "./passphrase-kdf.ts";
import { createStore } from "./store.ts";
import { writeOut } from "./write-out.ts";

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
 * Saves the open case file as a bundle that is locked with a passphrase, or for public keys (`age1…`).
 * @returns null when the person cancelled or stopped it; `recipient-wrong`, `passphrase-empty`, `disk-full`
 */
export function saveBundle(lock: BundleLock): Promise<Outcome<HandedOver | null>> {
  const recipients = "recipients" in lock ? lock.recipients.join(" ") : "passphrase";
  return handOut("bundle", recipients, (kept, options) =>
    exportBundle(kept, { ...options, lock, scrypt: bundleScrypt }),
  );
}

/** Saves the open case file as a plain bag in a tar file: anybody who has it can read it. The warning is the screen's. */
export function saveBag(): Promise<Outcome<HandedOver | null>> {
  return handOut("bag", "plain", exportBagTar);
}

/** Whether this is a public key that a bundle can be locked for. */
export function isRecipient(text: string): boolean {
  try {
    return checkRecipients([text]).length === 1;
  } catch {
    return false;
  }
}

/** What taking a bundle over did. */
export interface TakenOver {
  readonly caseId: string;
  readonly did: "added" | "united" | "nothing-new";
}

/**
 * Takes a bundle over into the vault that is open: verified whole, then committed. A case file that is open is closed
 * first, by the caller.
 * @returns `bundle-unknown`, `bundle-wrong-secret`, `bundle-damaged`, `bundle-newer`; null when it was stopped
 */
export function takeOverBundle(
  file: File,
  secret: { readonly passphrase: string } | { readonly identity: string },
): Promise<Outcome<TakenOver | null>> {
  return working("taking-over", async (work) => {
    const { host, vault } = session.get();
    if (host === null || vault === null) throw new Problem("vault-missing", "locked");
    const source = { sizeBytes: file.size, stream: () => file.stream() };
    const opener = "identity" in secret ? { identities: [secret.identity.trim()] } : secret;
    const { caseId, kind } = await importBundle(host, vault, source, opener, {
      now: new Date(),
      open: session.get().kept,
      onProgress: work.tell,
      signal: work.signal,
      scrypt: bundleScrypt,
    });
    return { caseId, did: kind };
  });
}

let stop: AbortController | null = null;

/** Stops what is going on; nothing is left behind. */
export function stopHandOver(): void {
  stop?.abort();
  stop = null;
  handOver.set({ kind: "none" });
}

interface OutOptions {
  readonly madeAt: Date;
  readonly onProgress: (doneBytes: number, ofBytes: number) => void;
  readonly signal: AbortSignal;
}

function handOut(
  what: "bundle" | "bag",
  recipients: string,
  partsOf: (kept: KeptCase, options: OutOptions) => AsyncIterable<Bytes>,
): Promise<Outcome<HandedOver | null>> {
  return working(what, async ({ signal, tell }) => {
    await changesDone();
    const kept = openKept();
    const madeAt = new Date();
    const head = await caseHead(kept);
    const name = `${bundleName(madeAt)}.${what === "bundle" ? "folio" : "tar"}`;
    const where = await writeOut(connected(), what, name, partsOf(kept, { madeAt, onProgress: tell, signal }));
    if (where === null) return null;
    // In a case file that can only be read here it goes out unnoted.
    if (kept.disk?.journal != null) {
      await changeCase((now) => keepChange(now, { kind: "bundle-made", recipients, head }, new Date()), kept.file.id);
    }
    return { where, head };
  });
}

interface Work {
  readonly signal: AbortSignal;
  readonly tell: (doneBytes: number, ofBytes: number) => void;
}

/** Long work with its progress on screen; one that goes on already is stopped. @returns null where it was stopped */
function working<T>(
  what: Extract<HandOverState, { kind: "working" }>["what"],
  work: (tools: Work) => Promise<T | null>,
): Promise<Outcome<T | null>> {
  stopHandOver();
  const mine = new AbortController();
  stop = mine;
  const startedAt = Date.now();
  const tell = (doneBytes: number, ofBytes: number) => {
    if (stop === mine) handOver.set({ kind: "working", what, doneBytes, ofBytes, startedAt });
  };
  tell(0, 0);
  return outcomeOf(async () => {
    try {
      return await work({ signal: mine.signal, tell });
    } catch (cause) {
      if (mine.signal.aborted) return null;
      throw cause;
    } finally {
      if (stop === mine) stopHandOver();
    }
  });
}

/** @throws {Problem} `host-gone` */
function connected(): Host {
  const { host } = session.get();
  if (host === null) throw new Problem("host-gone", "not connected");
  return host;
}

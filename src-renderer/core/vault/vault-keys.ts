import type { KeyFiles } from "../host.ts";
import type { Bytes } from "../model/bytes.ts";
import { Problem } from "../problems.ts";
import { importKey } from "./derive.ts";
import type { Kdf } from "./kdf.ts";
import { keyCopies } from "./key-copies.ts";
import { type OpenVault, openRawRoot, rootsOf, sealBefore } from "./open-keys.ts";
import {
  computerSlot,
  type Keyring,
  normalPassphrase,
  passphraseSlot,
  recoverySlot,
  type Secret,
  wrongSecret,
} from "./slot-keys.ts";
import type { Slot, SlotKind } from "./slots.ts";
import { randomBytes } from "./text-codes.ts";
import { macHolds, type VaultFile } from "./vault-file.ts";
import { openVaultHead } from "./vault-head.ts";
import { type KeyHost, writeKeys } from "./write-keys.ts";

/**
 * Writes one slot anew: the passphrase's. The earlier passphrase still opens earlier copies of vault.json (backups).
 * @param present what opens the vault now, asked for again: the root key itself is not kept while it is open
 * @throws {Problem} the code of `present` where it opens nothing; `passphrase-empty`, `keys-changed-elsewhere`,
 * `disk-full`, `cannot-write`. After each of these `present` opens as before.
 */
export async function changePassphrase(
  host: KeyHost & Keyring,
  vault: OpenVault,
  present: Secret,
  next: string,
  kdf: Kdf,
): Promise<OpenVault> {
  mustBeSomething(next);
  return withRoot(host, vault, present, kdf, async (raw, now) =>
    writeSlots(host, vault, now, withSlot(now.file.slots, await passphraseSlot(vault.id, raw, next, kdf))),
  );
}

/** New recovery words; the earlier ones open nothing from here on. @throws {Problem} as `changePassphrase` */
export async function newRecoveryWords(
  host: KeyHost & Keyring,
  vault: OpenVault,
  present: Secret,
  kdf: Kdf,
): Promise<{ vault: OpenVault; words: readonly string[] }> {
  return withRoot(host, vault, present, kdf, async (raw, now) => {
    const { slot, words } = await recoverySlot(vault.id, raw);
    return { vault: await writeSlots(host, vault, now, withSlot(now.file.slots, slot)), words };
  });
}

/** Lets this computer's keyring open the vault. @throws {Problem} `keyring-missing`, and as `changePassphrase` */
export async function holdOnComputer(
  host: KeyHost & Keyring,
  vault: OpenVault,
  present: Secret,
  kdf: Kdf,
): Promise<OpenVault> {
  return withRoot(host, vault, present, kdf, async (raw, now) =>
    writeSlots(host, vault, now, withSlot(now.file.slots, await computerSlot(vault.id, raw, host))),
  );
}

/** Ends what `holdOnComputer` began. @throws {Problem} `keys-changed-elsewhere`, `disk-full`, `cannot-write` */
export async function dropFromComputer(host: KeyHost, vault: OpenVault): Promise<OpenVault> {
  const now = await keysNow(host, vault);
  const slots = now.file.slots.filter(({ kind }) => kind !== "computer");
  return slots.length === now.file.slots.length ? vault : writeSlots(host, vault, now, slots);
}

/**
 * Begins a change of all keys: a new root key behind a new passphrase and new recovery words. The earlier root key
 * stays in `before` until `endKeyChange`, so that what is not sealed anew yet still opens. This computer's slot ends.
 * @throws {Problem} as `changePassphrase`
 */
export async function beginKeyChange(
  host: KeyHost & Keyring,
  vault: OpenVault,
  present: Secret,
  next: string,
  kdf: Kdf,
): Promise<{ vault: OpenVault; words: readonly string[]; before: OpenVault }> {
  mustBeSomething(next);
  if (vault.before !== undefined) throw new Error("the change of all keys that is under way comes first");
  return withRoot(host, vault, present, kdf, async (earlier, now) => {
    const raw = randomBytes(32);
    const root = await importKey(raw);
    const { slot, words } = await recoverySlot(vault.id, raw);
    const slots = [await passphraseSlot(vault.id, raw, next, kdf), slot];
    raw.fill(0);
    const before = await sealBefore(vault.id, root, earlier);
    const generation = now.nextGeneration;
    await writeKeys(host, now.file, { vault: vault.id, generation, slots, before }, root);
    const earlierVault = { id: vault.id, generation, root: vault.root };
    return { vault: { id: vault.id, generation, root, before: earlierVault }, words, before: earlierVault };
  });
}

/** Ends a change of all keys: the earlier root key opens nothing more. @throws {Problem} as `dropFromComputer` */
export async function endKeyChange(host: KeyHost, vault: OpenVault): Promise<OpenVault> {
  const { file, nextGeneration: generation } = await keysNow(host, vault);
  await writeKeys(host, file, { ...file, generation, before: null }, vault.root);
  return { id: vault.id, generation, root: vault.root };
}

/** The ways in that the vault has. @throws {Problem} `vault-missing`, `vault-newer`, `vault-damaged`, … */
export function slotKinds(files: KeyFiles): readonly SlotKind[] {
  return keyCopies(files).files[0]?.slots.map(({ kind }) => kind) ?? [];
}

/** The copy of vault.json that this vault was opened from, read again. */
interface KeysNow {
  readonly file: VaultFile;
  /** past the head's, too: a vault.json that was put back is left behind for good with its next writing */
  readonly nextGeneration: number;
}

/** A newer copy that vault.head doesn't speak of is a writing that failed, and no change elsewhere. */
async function keysNow(host: KeyHost, vault: OpenVault): Promise<KeysNow> {
  const files = await host.readKeyFiles();
  const copies = keyCopies(files).files;
  const file = copies.find(({ vault: id, generation }) => id === vault.id && generation === vault.generation);
  if (file === undefined) throw new Problem("keys-changed-elsewhere");
  if (!(await macHolds(file, vault.root))) throw new Problem("vault-tampered");
  const head = await openVaultHead(files.head, vault.id, rootsOf(vault));
  if (file !== copies[0] && (head === null || head.generation > file.generation)) {
    throw new Problem("keys-changed-elsewhere");
  }
  return { file, nextGeneration: Math.max(file.generation, head?.generation ?? 0) + 1 };
}

async function withRoot<T>(
  host: KeyHost & Keyring,
  vault: OpenVault,
  present: Secret,
  kdf: Kdf,
  change: (raw: Bytes, now: KeysNow) => Promise<T>,
): Promise<T> {
  const now = await keysNow(host, vault);
  const raw = await openRawRoot(now.file, present, { kdf, keyring: host });
  if (raw === null) throw new Problem(wrongSecret[present.kind]);
  try {
    return await change(raw, now);
  } finally {
    raw.fill(0);
  }
}

async function writeSlots(host: KeyHost, vault: OpenVault, now: KeysNow, slots: readonly Slot[]): Promise<OpenVault> {
  const words = { vault: vault.id, generation: now.nextGeneration, slots, before: now.file.before };
  const { generation } = await writeKeys(host, now.file, words, vault.root);
  return { ...vault, generation };
}

function withSlot(slots: readonly Slot[], slot: Slot): readonly Slot[] {
  const there = slots.some(({ kind }) => kind === slot.kind);
  return there ? slots.map((one) => (one.kind === slot.kind ? slot : one)) : [...slots, slot];
}

function mustBeSomething(passphrase: string): void {
  if (normalPassphrase(passphrase) === "") throw new Problem("passphrase-empty");
}

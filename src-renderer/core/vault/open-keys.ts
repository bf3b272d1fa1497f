import type { KeyFiles } from "../host.ts";
import type { Bytes } from "../model/bytes.ts";
import { Problem, type ProblemCode } from "../problems.ts";
import { deriveAes, importKey } from "./derive.ts";
import { keyCopies } from "./key-copies.ts";
import { joinAad, openWithIv, sealWithIv } from "./seal.ts";
import { type Means, openSlotOf, type Secret, wrongSecret } from "./slot-keys.ts";
import { idBytes } from "./text-codes.ts";
import { macHolds, type VaultFile } from "./vault-file.ts";
import { openVaultHead, type VaultHead, wasPutBack } from "./vault-head.ts";

/** A vault that was opened: its root key, in the browser's keeping. */
export interface OpenVault {
  readonly id: string;
  /** of the vault.json that it was opened from */
  readonly generation: number;
  /** HKDF: every other key comes from it */
  readonly root: CryptoKey;
  /** the same vault under its earlier root key: there only while all keys are being changed */
  readonly before?: OpenVault;
}

/** What opening the key files gave, besides the vault itself. */
export interface OpenedKeys {
  readonly vault: OpenVault;
  readonly file: VaultFile;
  readonly head: VaultHead | null;
  readonly notes: readonly ProblemCode[];
}

/**
 * Opens the key files with one secret.
 *
 * The newest copy counts. Where it is newer than the other copy and vault.head doesn't speak of it, its writing was
 * never finished: then the other copy opens too, so that a change of passphrase that failed half-way locks nobody out.
 *
 * @throws {Problem} as `keyCopies`; the code of the secret where it opens nothing; `vault-tampered`
 */
export async function openKeyFiles(files: KeyFiles, secret: Secret, means: Means): Promise<OpenedKeys> {
  const copies = keyCopies(files);
  for (const file of copies.files) {
    const root = await openRoot(file, secret, means);
    if (root === null) continue;
    const vault = await openedVault(file, root);
    const head = await openVaultHead(files.head, file.vault, rootsOf(vault));
    if (file !== copies.files[0] && (head === null || head.generation > file.generation)) continue;
    const putBack = head !== null && copies.files.some((copy) => wasPutBack(copy, head));
    const headNote = head === null && files.head !== null ? ["vault-head-damaged" as const] : [];
    const notes = [...copies.notes, ...headNote, ...(putBack ? ["vault-rolled-back" as const] : [])];
    return { vault, file, head, notes };
  }
  throw new Problem(wrongSecret[secret.kind]);
}

/** The raw root key from one copy of vault.json, its `mac` checked; null where the secret doesn't open it. */
export async function openRawRoot(file: VaultFile, secret: Secret, means: Means): Promise<Bytes | null> {
  const raw = await openSlotOf(file.vault, file.slots, secret, means);
  if (raw !== null && !(await macHolds(file, await importKey(raw)))) throw new Problem("vault-tampered");
  return raw;
}

/** The root keys that what belongs to this vault may be sealed under. */
export function rootsOf(vault: OpenVault): readonly CryptoKey[] {
  return vault.before === undefined ? [vault.root] : [vault.root, vault.before.root];
}

/** The earlier root key, sealed for `before`. */
export async function sealBefore(vaultId: string, root: CryptoKey, earlier: Bytes): Promise<Bytes> {
  return sealWithIv(await deriveAes(root, beforeLabel), joinAad(beforeLabel, idBytes(vaultId)), earlier);
}

const beforeLabel = "folio/before/v1";

async function openRoot(file: VaultFile, secret: Secret, means: Means): Promise<CryptoKey | null> {
  const raw = await openRawRoot(file, secret, means);
  if (raw === null) return null;
  const root = await importKey(raw);
  raw.fill(0);
  return root;
}

async function openedVault({ vault: id, generation, before }: VaultFile, root: CryptoKey): Promise<OpenVault> {
  if (before === null) return { id, generation, root };
  const earlier = await openWithIv(await deriveAes(root, beforeLabel), joinAad(beforeLabel, idBytes(id)), before);
  if (earlier?.length !== 32) throw new Problem("vault-tampered");
  return { id, generation, root, before: { id, generation, root: await importKey(earlier) } };
}

import type { Host } from "../host.ts";
import type { Bytes } from "../model/bytes.ts";
import { Problem } from "../problems.ts";
import { deriveAes, importAes, importKey } from "./derive.ts";
import { type Kdf, kdfParameters } from "./kdf.ts";
import { recoveryEntropy, recoveryWordsOf } from "./recovery-words.ts";
import { joinAad, openWithIv, sealWithIv } from "./seal.ts";
import { type OpenSlot, type Slot, slotHeader } from "./slots.ts";
import { idBytes, newId, randomBytes, utf8 } from "./text-codes.ts";

/** What a person, or their computer, can open the vault with. */
export type Secret =
  | { readonly kind: "passphrase"; readonly passphrase: string }
  | { readonly kind: "recovery"; readonly words: string }
  | { readonly kind: "computer" };

/** The computer's own keyring, as the host gives it. */
export type Keyring = Pick<Host, "sealWithComputer" | "openWithComputer">;

/** What a secret is opened with besides itself: null where there is no keyring (a backup that is only looked at). */
export interface Means {
  readonly kdf: Kdf;
  readonly keyring: Keyring | null;
}

/** The code for a secret that opens nothing. */
export const wrongSecret = {
  passphrase: "wrong-passphrase",
  recovery: "wrong-recovery-words",
  computer: "keyring-missing",
} as const satisfies Record<Secret["kind"], string>;

/**
 * The root key (32 bytes) from the slot of this secret's kind; null where there is no such slot or it doesn't open.
 * @throws {Problem} `keyring-missing` where the computer's keyring doesn't give back what it held
 */
export async function openSlotOf(
  vaultId: string,
  slots: readonly Slot[],
  secret: Secret,
  means: Means,
): Promise<Bytes | null> {
  const slot = slots.find(({ kind }) => kind === secret.kind);
  const aes = slot === undefined ? null : await slotAes(slot, secret, means);
  if (slot === undefined || aes === null) return null;
  const root = await openWithIv(aes, slotAad(vaultId, slot), slot.key);
  return root?.length === 32 ? root : null;
}

/** A new passphrase slot around the root key. @throws {Problem} `passphrase-empty` */
export async function passphraseSlot(vaultId: string, root: Bytes, passphrase: string, kdf: Kdf): Promise<Slot> {
  const salt = randomBytes(16);
  const normal = normalPassphrase(passphrase);
  if (normal === "") throw new Problem("passphrase-empty");
  const open = { kind: "passphrase", id: newId(), kdf: "argon2id", ...kdfParameters, salt } as const;
  const aes = await importAes(await kdf(normal, salt, kdfParameters));
  return { ...open, key: await sealRoot(aes, vaultId, open, root) };
}

/** A new recovery slot around the root key, and the words that open it: they are written down nowhere else. */
export async function recoverySlot(vaultId: string, root: Bytes): Promise<{ slot: Slot; words: readonly string[] }> {
  const entropy = randomBytes(32);
  const open = { kind: "recovery", id: newId(), kdf: "hkdf-sha256", salt: randomBytes(16) } as const;
  const aes = await recoveryAes(entropy, open.salt);
  return { slot: { ...open, key: await sealRoot(aes, vaultId, open, root) }, words: recoveryWordsOf(entropy) };
}

/** A new slot that this computer's keyring opens. @throws {Problem} `keyring-missing` */
export async function computerSlot(vaultId: string, root: Bytes, keyring: Keyring): Promise<Slot> {
  const secret = randomBytes(32);
  const open = { kind: "computer", id: newId(), held: await keyring.sealWithComputer(secret) } as const;
  return { ...open, key: await sealRoot(await importAes(secret), vaultId, open, root) };
}

/** One passphrase has one spelling, however the keyboard composed its accents. */
export function normalPassphrase(passphrase: string): string {
  return passphrase.normalize("NFKC");
}

async function slotAes(slot: Slot, secret: Secret, means: Means): Promise<CryptoKey | null> {
  if (slot.kind === "passphrase" && secret.kind === "passphrase") {
    const normal = normalPassphrase(secret.passphrase);
    return normal === "" ? null : importAes(await means.kdf(normal, slot.salt, slot));
  }
  if (slot.kind === "recovery" && secret.kind === "recovery") {
    const entropy = recoveryEntropy(secret.words);
    return entropy === null ? null : recoveryAes(entropy, slot.salt);
  }
  if (slot.kind !== "computer" || means.keyring === null) return null;
  const held = await means.keyring.openWithComputer(slot.held);
  return held.length === 32 ? importAes(held) : null;
}

async function recoveryAes(entropy: Bytes, salt: Bytes): Promise<CryptoKey> {
  return deriveAes(await importKey(entropy), "folio/recovery/v1", salt);
}

function sealRoot(aes: CryptoKey, vaultId: string, open: OpenSlot, root: Bytes): Promise<Bytes> {
  return sealWithIv(aes, slotAad(vaultId, open), root);
}

function slotAad(vaultId: string, slot: OpenSlot): Bytes {
  return joinAad("folio/slot/v1", idBytes(vaultId), utf8(slotHeader(slot)));
}

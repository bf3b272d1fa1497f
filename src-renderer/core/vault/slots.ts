import type { Bytes } from "../model/bytes.ts";
import { bytesOf, isRecord } from "./json-values.ts";
import { type KdfParameters, kdfParameters } from "./kdf.ts";
import { isId, toBase64 } from "./text-codes.ts";

/** The ways in: each slot holds the root key, sealed under a key of its own. */
export type SlotKind = "passphrase" | "recovery" | "computer";

/** `kdf` is `argon2id` in every slot that is accepted. Salt 16 bytes; key 60 (`iv | ciphertext | tag`). */
export interface PassphraseSlot extends KdfParameters {
  readonly kind: "passphrase";
  readonly id: string;
  readonly kdf: string;
  readonly salt: Bytes;
  readonly key: Bytes;
}

/** `kdf` is `hkdf-sha256` in every slot that is accepted. */
export interface RecoverySlot {
  readonly kind: "recovery";
  readonly id: string;
  readonly kdf: string;
  readonly salt: Bytes;
  readonly key: Bytes;
}

/** `held` is what this computer's keyring sealed: it opens nowhere else. */
export interface ComputerSlot {
  readonly kind: "computer";
  readonly id: string;
  readonly held: Bytes;
  readonly key: Bytes;
}

export type Slot = PassphraseSlot | RecoverySlot | ComputerSlot;
/** A slot before the root key is sealed into it: what its seal is bound to. */
export type OpenSlot = Omit<PassphraseSlot, "key"> | Omit<RecoverySlot, "key"> | Omit<ComputerSlot, "key">;

const maxHeldBytes = 4096;
const sealedKeyBytes = 60;
const mostMemoryKiB = 1_048_576;
const mostPasses = 16;

/** A slot's JSON without its key, as the AAD of that key has it. */
export function slotHeader(slot: OpenSlot): string {
  const { kind, id } = slot;
  if (slot.kind === "computer") return JSON.stringify({ kind, id, held: toBase64(slot.held) });
  const salt = toBase64(slot.salt);
  if (slot.kind === "recovery") return JSON.stringify({ kind, id, kdf: slot.kdf, salt });
  const { kdf, memoryKiB, passes, lanes } = slot;
  return JSON.stringify({ kind, id, kdf, memoryKiB, passes, lanes, salt });
}

/** A slot's JSON as it stands in vault.json. */
export function slotJson(slot: Slot): string {
  return `${slotHeader(slot).slice(0, -1)},"key":${JSON.stringify(toBase64(slot.key))}}`;
}

/** A slot from parsed JSON; null where it isn't one. What it asks of the KDF is looked at apart, by `isWeakened`. */
export function readSlot(value: unknown): Slot | null {
  if (!isRecord(value)) return null;
  const { id, kdf } = value;
  const key = bytesOf(value["key"], sealedKeyBytes, sealedKeyBytes);
  if (!isId(id) || key === null) return null;
  if (value["kind"] === "computer") {
    const held = bytesOf(value["held"], 1, maxHeldBytes);
    return held === null ? null : { kind: "computer", id, held, key };
  }
  const salt = bytesOf(value["salt"], 16, 16);
  if (salt === null || typeof kdf !== "string") return null;
  if (value["kind"] === "recovery") return { kind: "recovery", id, kdf, salt, key };
  const { memoryKiB, passes, lanes } = value;
  if (value["kind"] !== "passphrase" || !isCount(memoryKiB) || !isCount(passes) || !isCount(lanes)) return null;
  return { kind: "passphrase", id, kdf, memoryKiB, passes, lanes, salt, key };
}

/**
 * Whether a slot asks for less than Folio ever wrote, or for so much that deriving would never end. Such a slot is
 * refused before anything is derived: the file was changed by something else.
 */
export function isWeakened(slot: Slot): boolean {
  if (slot.kind === "computer") return false;
  if (slot.kind === "recovery") return slot.kdf !== "hkdf-sha256";
  const { kdf, memoryKiB, passes, lanes } = slot;
  return !(
    kdf === "argon2id" &&
    memoryKiB >= kdfParameters.memoryKiB &&
    memoryKiB <= mostMemoryKiB &&
    passes >= kdfParameters.passes &&
    passes <= mostPasses &&
    lanes === kdfParameters.lanes
  );
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

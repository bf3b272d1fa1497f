import { sha256 } from "@noble/hashes/sha2.js";
import type { Bytes } from "../model/bytes.ts";
import { deriveBytes } from "./derive.ts";
import { bytesOf, isRecord, readSlot, type Slot, slotJson } from "./slots.ts";
import { fromHex, fromUtf8, isId, toBase64, toHex, utf8 } from "./text-codes.ts";

/** What vault.json says, before its `mac` and `sum`. */
export interface VaultWords {
  /** the vault's id */
  readonly vault: string;
  /** from 1, growing with every writing */
  readonly generation: number;
  /** at most one of each kind; at least a passphrase or recovery slot */
  readonly slots: readonly Slot[];
  /** the earlier root key, sealed, while all keys are being changed: 60 bytes */
  readonly before: Bytes | null;
}

/** A copy of vault.json whose `sum` holds. Whether it was written under our root key only its `mac` can tell. */
export interface VaultFile extends VaultWords {
  readonly bytes: Bytes;
  readonly mac: string;
  readonly sum: string;
}

/**
 * One copy of a key file, read without a key. `newer`: written by a later version; `whole` where its `sum` holds,
 * so that a changed digit in the version is not taken for a later version.
 */
export type Reading<T> =
  | { readonly kind: "sound"; readonly file: T }
  | { readonly kind: "newer"; readonly whole: boolean }
  | { readonly kind: "damaged" };

const maxFileBytes = 65_536;
const damaged = { kind: "damaged" } as const;

/** Reads a copy of vault.json. Anything that isn't exactly what writing its own values gives is damaged. */
export function readVaultFile(bytes: Bytes): Reading<VaultFile> {
  return readSummed(bytes, "folio-vault", (value) => {
    const { vault, generation, mac, sum } = value;
    const before = value["before"] === null ? null : bytesOf(value["before"], 60, 60);
    const slots = Array.isArray(value["slots"]) ? value["slots"].map(readSlot) : [];
    if (!isId(vault) || !isHash(mac) || !isHash(sum) || (before === null && value["before"] !== null)) return null;
    if (!Number.isSafeInteger(generation) || typeof generation !== "number" || generation < 1) return null;
    const known = slots.filter((slot) => slot !== null);
    if (known.length < slots.length || !slotsFit(known)) return null;
    const words = { vault, generation, slots: known, before };
    return { text: `${unsignedText(words)},"mac":${JSON.stringify(mac)}`, file: { ...words, bytes, mac, sum } };
  });
}

/** Writes vault.json. @param root HKDF key that its `mac` is made under */
export async function writeVaultFile(words: VaultWords, root: CryptoKey): Promise<VaultFile> {
  if (!slotsFit(words.slots)) throw new Error("a vault needs a passphrase or recovery slot, and one of each kind");
  const unsigned = unsignedText(words);
  const mac = toHex(await macOf(unsigned, root));
  const { bytes, sum } = withSum(`${unsigned},"mac":${JSON.stringify(mac)}`);
  return { ...words, bytes, mac, sum };
}

/** Whether vault.json says what was written under this root key. */
export async function macHolds(file: VaultFile, root: CryptoKey): Promise<boolean> {
  const mac = fromHex(file.mac);
  const key = await macKey(root);
  return mac !== null && crypto.subtle.verify("HMAC", key, mac, utf8(unsignedText(file)));
}

/** Closes a key file's JSON with the SHA-256 of all before it. */
export function withSum(text: string): { readonly bytes: Bytes; readonly sum: string } {
  const sum = toHex(sha256(utf8(text)));
  return { bytes: utf8(`${text},"sum":${JSON.stringify(sum)}}`), sum };
}

/**
 * Reads JSON that ends in its own sum.
 * @param read the values of version 1, and the text they give, up to `,"sum":`; null where they aren't such values
 */
export function readSummed<T>(
  bytes: Bytes,
  format: string,
  read: (value: Readonly<Record<string, unknown>>) => { readonly text: string; readonly file: T } | null,
): Reading<T> {
  const text = bytes.length > maxFileBytes ? null : fromUtf8(bytes);
  const value = text === null ? null : parsed(text);
  if (text === null || !isRecord(value) || value["format"] !== format) return damaged;
  const { version } = value;
  if (typeof version === "number" && Number.isSafeInteger(version) && version > 1) {
    return { kind: "newer", whole: withSum(text.slice(0, text.lastIndexOf(',"sum":'))).sum === value["sum"] };
  }
  const own = version === 1 ? read(value) : null;
  if (own === null || fromUtf8(withSum(own.text).bytes) !== text) return damaged;
  return { kind: "sound", file: own.file };
}

/** Whether a value is SHA-256 or HMAC-SHA-256 in lower-case hex. */
export function isHash(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}

function unsignedText({ vault, generation, slots, before }: VaultWords): string {
  const head = JSON.stringify({ format: "folio-vault", version: 1, vault, generation }).slice(0, -1);
  const sealed = before === null ? null : toBase64(before);
  return `${head},"slots":[${slots.map(slotJson).join(",")}],"before":${JSON.stringify(sealed)}`;
}

function slotsFit(slots: readonly Slot[]): boolean {
  const kinds = slots.map(({ kind }) => kind);
  return new Set(kinds).size === kinds.length && (kinds.includes("passphrase") || kinds.includes("recovery"));
}

async function macKey(root: CryptoKey): Promise<CryptoKey> {
  const bytes = await deriveBytes(root, "folio/vault-mac/v1");
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);
}

async function macOf(text: string, root: CryptoKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign("HMAC", await macKey(root), utf8(text)));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

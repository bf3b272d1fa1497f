import type { Bytes } from "../model/bytes.ts";
import { deriveBytes } from "./derive.ts";
import { bytesOf, isHash } from "./json-values.ts";
import { readSlot, type Slot, slotJson } from "./slots.ts";
import { type Reading, readSummed, withSum } from "./summed-json.ts";
import { fromHex, isId, toBase64, toHex, utf8 } from "./text-codes.ts";

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

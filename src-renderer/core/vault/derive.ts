import type { Bytes } from "../model/bytes.ts";
import { utf8 } from "./text-codes.ts";

/** A 32-byte key that others are derived from. It can't be read back out of the browser. */
export async function importKey(bytes32: Bytes): Promise<CryptoKey> {
  mustBe32(bytes32);
  return crypto.subtle.importKey("raw", bytes32, "HKDF", false, ["deriveBits", "deriveKey"]);
}

/** HKDF-SHA-256 (RFC 5869): 32 bytes. The salt is empty unless one is named. */
export async function deriveBytes(key: CryptoKey, info: string, salt?: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.deriveBits(hkdf(info, salt), key, 256));
}

/** HKDF-SHA-256 straight into an AES-256-GCM key that can't be read back. */
export async function deriveAes(key: CryptoKey, info: string, salt?: Bytes): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(hkdf(info, salt), key, { name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
}

/** 32 bytes as an AES-256-GCM key that can't be read back. */
export async function importAes(bytes32: Bytes): Promise<CryptoKey> {
  mustBe32(bytes32);
  return crypto.subtle.importKey("raw", bytes32, "AES-GCM", false, ["encrypt", "decrypt"]);
}

function hkdf(info: string, salt: Bytes = new Uint8Array(0)): HkdfParams {
  return { name: "HKDF", hash: "SHA-256", salt, info: utf8(info) };
}

function mustBe32(bytes: Bytes): void {
  if (bytes.length !== 32) throw new Error("a key is 32 bytes");
}

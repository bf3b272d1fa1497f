import { type Bytes, joinBytes } from "../model/bytes.ts";
import { deriveAes } from "./derive.ts";
import { padContent, unpadContent } from "./pad.ts";
import { randomBytes, toHex, utf8 } from "./text-codes.ts";

export const ivBytes = 12;
export const tagBytes = 16;

/** AES-256-GCM (NIST SP 800-38D). @param iv 12 bytes, never used twice under one key. @returns ciphertext | tag 16 */
export async function aesSeal(aes: CryptoKey, iv: Bytes, aad: Bytes, plain: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.encrypt(gcm(iv, aad), aes, plain));
}

/** Opens what `aesSeal` gave; null where key, IV, AAD or a single bit is another. */
export async function aesOpen(aes: CryptoKey, iv: Bytes, aad: Bytes, sealed: Bytes): Promise<Bytes | null> {
  if (sealed.length < tagBytes || iv.length !== ivBytes) return null;
  try {
    return new Uint8Array(await crypto.subtle.decrypt(gcm(iv, aad), aes, sealed));
  } catch (cause) {
    if (cause instanceof Error && cause.name === "OperationError") return null;
    throw cause;
  }
}

/** Seals under a fresh random IV. @returns iv 12 | ciphertext | tag 16 */
export async function sealWithIv(aes: CryptoKey, aad: Bytes, plain: Bytes): Promise<Bytes> {
  const iv = randomBytes(ivBytes);
  return joinBytes([iv, await aesSeal(aes, iv, aad, plain)]);
}

/** Opens what `sealWithIv` gave; null where it doesn't. */
export async function openWithIv(aes: CryptoKey, aad: Bytes, sealed: Bytes): Promise<Bytes | null> {
  return aesOpen(aes, sealed.slice(0, ivBytes), aad, sealed.slice(ivBytes));
}

/** `label | 0x00 | parts`: what a seal is bound to. */
export function joinAad(label: string, ...parts: readonly Uint8Array[]): Bytes {
  return joinBytes([utf8(label), new Uint8Array(1), ...parts]);
}

/** Seals small things for one purpose: heads, drafts, rows. */
export interface SmallSealer {
  /** @param aad what it is bound to, besides the purpose. @returns 1 (u8) | salt 16 | iv 12 | ciphertext | tag 16 */
  seal(aad: Uint8Array, plain: Uint8Array): Promise<Bytes>;
  /** The content; null where key, purpose, AAD or a single bit is another. */
  open(aad: Uint8Array, sealed: Bytes): Promise<Bytes | null>;
}

const saltBytes = 16;
const headBytes = 1 + saltBytes + ivBytes;
const usesOfOneSalt = 2 ** 31;
const rememberedSalts = 64;

/**
 * A sealer under `key` for one purpose. Its salt is drawn with its first seal, so keep one sealer for a launch:
 * rows sealed under the same salt open without deriving again.
 */
export function smallSealer(key: CryptoKey, purpose: string): SmallSealer {
  const known = new Map<string, Promise<CryptoKey>>();
  let salt: Bytes | null = null;
  let uses = 0;

  function aesOf(saltOf: Bytes): Promise<CryptoKey> {
    const name = toHex(saltOf);
    const aes = known.get(name) ?? deriveAes(key, purpose, saltOf);
    known.delete(name);
    known.set(name, aes);
    for (const oldest of known.keys()) {
      if (known.size <= rememberedSalts) break;
      known.delete(oldest);
    }
    return aes;
  }

  return {
    async seal(aad, plain) {
      if (salt === null || uses >= usesOfOneSalt) {
        salt = randomBytes(saltBytes);
        uses = 0;
      }
      uses += 1;
      const mine = salt;
      const sealed = await sealWithIv(await aesOf(mine), joinAad(purpose, aad), padContent(plain));
      return joinBytes([Uint8Array.of(1), mine, sealed]);
    },
    async open(aad, sealed) {
      if (sealed.length < headBytes + tagBytes || sealed[0] !== 1) return null;
      const aes = await aesOf(sealed.slice(1, 1 + saltBytes));
      const padded = await openWithIv(aes, joinAad(purpose, aad), sealed.slice(1 + saltBytes));
      return padded === null ? null : unpadContent(padded);
    },
  };
}

function gcm(iv: Bytes, additionalData: Bytes): AesGcmParams {
  return { name: "AES-GCM", iv, additionalData, tagLength: 8 * tagBytes };
}

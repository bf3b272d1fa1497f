import { type Bytes, joinBytes } from "../model/bytes.ts";

/** Lower-case hex, two digits a byte. */
export function toHex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += hexOf[byte];
  return text;
}

const hexOf: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** The bytes of lower-case hex; null for anything that `toHex` doesn't write. */
export function fromHex(hex: string): Bytes | null {
  if (hex.length % 2 !== 0 || !/^[0-9a-f]*$/.test(hex)) return null;
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}

/** Base64 in the standard alphabet, with padding (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(binary);
}

/**
 * The bytes of a base64 text; null unless it is exactly what encoding those bytes gives. Spaces, missing padding and
 * stray bits in the last digit are refused, so that one value has one spelling.
 */
export function fromBase64(text: string): Bytes | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return toBase64(bytes) === text ? bytes : null;
}

/** Whether a text is an id: 16 bytes as 32 lower-case hex digits. */
export function isId(text: unknown): text is string {
  return typeof text === "string" && /^[0-9a-f]{32}$/.test(text);
}

/** The 16 raw bytes of an id, as they stand in AAD. @throws {Error} where it isn't one */
export function idBytes(id: string): Bytes {
  const bytes = isId(id) ? fromHex(id) : null;
  if (bytes === null) throw new Error("an id is 32 lower-case hex digits");
  return bytes;
}

/** A new random id. */
export function newId(): string {
  return toHex(randomBytes(16));
}

/** Random bytes from the system's generator; at most 65,536. */
export function randomBytes(size: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(size));
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Text as UTF-8. */
export function utf8(text: string): Bytes {
  return joinBytes([encoder.encode(text)]);
}

/** UTF-8 as text, to the letter: a byte order mark stays; null where it isn't UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** Whether two files are the same to the byte. */
export function sameBytes(one: Bytes | null, other: Bytes | null): boolean {
  if (one === null || other === null) return one === other;
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}

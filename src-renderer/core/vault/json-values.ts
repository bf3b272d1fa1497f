import type { Bytes } from "../model/bytes.ts";
import { fromBase64 } from "./text-codes.ts";

/** Whether parsed JSON is an object with names. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The bytes of canonical base64 within bounds; null for anything else. */
export function bytesOf(value: unknown, least: number, most: number): Bytes | null {
  if (typeof value !== "string" || value.length > 4 * Math.ceil(most / 3)) return null;
  const bytes = fromBase64(value);
  return bytes !== null && bytes.length >= least && bytes.length <= most ? bytes : null;
}

/** Whether a value is SHA-256 or HMAC-SHA-256 in lower-case hex. */
export function isHash(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}

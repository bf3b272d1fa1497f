import { sha256 } from "@noble/hashes/sha2.js";
import type { Bytes } from "../model/bytes.ts";
import { isRecord } from "./json-values.ts";
import { fromUtf8, toHex, utf8 } from "./text-codes.ts";

/**
 * One copy of a key file, read without a key. `newer`: written by a later version; `whole` where its `sum` holds,
 * so that a changed digit in the version is not taken for a later version.
 */
export type Reading<T> =
  | { readonly kind: "sound"; readonly file: T }
  | { readonly kind: "newer"; readonly whole: boolean }
  | { readonly kind: "damaged" };

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

/** The copies that hold; `newer` where a later version wrote them. A later version is believed where its sum holds. */
export function soundCopies<T>(readings: readonly Reading<T>[]): readonly T[] | "newer" {
  const sound = readings.flatMap((reading) => (reading.kind === "sound" ? [reading.file] : []));
  const believed = readings.some((reading) => reading.kind === "newer" && (reading.whole || sound.length === 0));
  return believed ? "newer" : sound;
}

const maxFileBytes = 65_536;
const damaged = { kind: "damaged" } as const;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

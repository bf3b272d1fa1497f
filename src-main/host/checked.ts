import { types } from "node:util";
import { maxAppendBytes, maxPartBytes, type SavedKind, savedKinds } from "#core/host.ts";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";

/*
 * What comes from the window is not trusted: a page that was taken over must not reach a file outside the data
 * folder, or fill memory. Each check gives the value back with its type, or refuses; `detail` never repeats it.
 */

/** A case, writer or object id: 32 lower-case hex digits, and so never a path. */
export function checkedId(value: unknown): string {
  if (typeof value === "string" && /^[0-9a-f]{32}$/.test(value)) return value;
  throw new Problem("host-refused", "id");
}

/** A list of ids, at most 100,000. */
export function checkedIds(value: unknown): readonly string[] {
  if (!Array.isArray(value) || value.length > mostIds) throw new Problem("host-refused", "ids");
  return value.map(checkedId);
}

/** SHA-256 as 64 lower-case hex digits. */
export function checkedHash(value: unknown): string {
  if (typeof value === "string" && /^[0-9a-f]{64}$/.test(value)) return value;
  throw new Problem("host-refused", "hash");
}

export function checkedPart(value: unknown): Bytes {
  return checkedBytes(value, maxPartBytes);
}

export function checkedFrames(value: unknown): Bytes {
  return checkedBytes(value, maxAppendBytes);
}

/** A sealed key or head, a vault.json: at most 64 KiB, and never empty, because what it replaces would be gone. */
export function checkedSmall(value: unknown): Bytes {
  const bytes = checkedBytes(value, mostSmallBytes);
  if (bytes.length === 0) throw new Problem("host-refused", "no bytes");
  return bytes;
}

/** What the keyring is asked to seal: at most 64 bytes. */
export function checkedSecret(value: unknown): Bytes {
  return checkedBytes(value, mostSecretBytes);
}

export function checkedKind(value: unknown): SavedKind {
  const kind = savedKinds.find((known) => known === value);
  if (kind === undefined) throw new Problem("host-refused", "kind");
  return kind;
}

/** A folder that was typed: looked at by who uses it; here only that it is text and not endless. */
export function checkedTyped(value: unknown): string {
  if (typeof value === "string" && value.length <= 4096 && !value.includes("\0")) return value;
  throw new Problem("host-refused", "text");
}

export function checkedOffset(value: unknown): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  throw new Problem("host-refused", "offset");
}

/**
 * A file name to suggest: no folder in it, no control or direction-changing characters (they make "fdp.exe" look
 * like "exe.pdf"), not hidden, at most 120 characters.
 */
export function checkedFileName(value: unknown): string {
  if (typeof value === "string" && value.length <= 120 && /^[^.\s]/.test(value) && !unsafeInName.test(value)) {
    return value;
  }
  throw new Problem("host-refused", "name");
}

const [mostIds, mostSmallBytes, mostSecretBytes] = [100_000, 65_536, 64];
const unsafeInName = /[/\\:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Shared memory is refused: it could change between this check and the write. */
function checkedBytes(value: unknown, most: number): Bytes {
  if (!types.isUint8Array(value) || !ownsPlainMemory(value)) throw new Problem("host-refused", "bytes");
  if (value.length > most) throw new Problem("host-refused", "too many bytes");
  return value;
}

function ownsPlainMemory(value: Uint8Array): value is Bytes {
  return types.isArrayBuffer(value.buffer);
}

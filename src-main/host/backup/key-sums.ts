import { createHash } from "node:crypto";
import type { Bytes } from "#core/model/bytes.ts";

/** What `vault.json` says of itself without a key. */
export interface VaultSaid {
  readonly vault: string;
  readonly generation: number;
}

/**
 * Reads what needs no key of a `vault.json` (FORMAT.md), where its `sum` holds. One of a newer version is believed,
 * since only a newer Folio knows how to check it.
 * @returns null for what is damaged
 */
export function vaultSaid(bytes: Bytes | null): VaultSaid | null {
  const said = bytes === null ? null : saidWhere(bytes, "folio-vault");
  if (said === null || typeof said["vault"] !== "string" || !/^[0-9a-f]{32}$/.test(said["vault"])) return null;
  return {
    vault: said["vault"],
    generation: typeof said["generation"] === "number" ? said["generation"] : 0,
  };
}

/** Whether a case's sealed key (FORMAT.md) is as it was written. */
export function caseKeyHolds(bytes: Bytes): boolean {
  return saidWhere(bytes, "folio-case-key") !== null;
}

/** Whether SHA-256 over all that stands before `,"sum":` is the sum. */
export function sumHolds(bytes: Bytes): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tail = /^,"sum":"([0-9a-f]{64})"\}$/.exec(
    text.subarray(Math.max(0, text.length - tailBytes)).toString("latin1"),
  );
  if (tail === null) return false;
  return createHash("sha256").update(text.subarray(0, -tailBytes)).digest("hex") === tail[1];
}

/** Ends a JSON object's text without its closing brace with its sum. */
export function withSum(textWithoutBrace: string): Bytes {
  const sum = createHash("sha256").update(textWithoutBrace).digest("hex");
  return new TextEncoder().encode(`${textWithoutBrace},"sum":"${sum}"}`);
}

const tailBytes = ',"sum":""}'.length + 64;

function saidWhere(bytes: Bytes, format: string): Readonly<Record<string, unknown>> | null {
  const said = jsonObject(bytes);
  if (said === null || said["format"] !== format) return null;
  const newer = typeof said["version"] === "number" && said["version"] > 1;
  return newer || sumHolds(bytes) ? said : null;
}

/** The JSON object that these bytes are, or null. */
export function jsonObject(bytes: Bytes): Readonly<Record<string, unknown>> | null {
  try {
    const said: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return typeof said === "object" && said !== null && !Array.isArray(said) ? { ...said } : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

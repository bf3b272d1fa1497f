import { sha256 } from "@noble/hashes/sha2.js";
import { type Bytes, joinBytes } from "../model/bytes.ts";
import { joinAad } from "./seal.ts";
import { fromHex, idBytes } from "./text-codes.ts";

/** What stands before a writer's first line: 32 zeros. */
export const noLine: Bytes = new Uint8Array(32);

/**
 * The next line of a writer's custody chain: SHA-256 over the line before it, whose it is, its place, and SHA-256 of
 * what was said (FORMAT.md, "Custody"). Sync, since ten thousand of them follow each other when a case is opened.
 *
 * @param writer the writer's id as 16 bytes
 */
export function nextLine(before: Uint8Array, writer: Bytes, sequence: number, saidSha256: Uint8Array): Bytes {
  const start = lineStart.length;
  const told = new Uint8Array(start + 88);
  told.set(lineStart);
  told.set(before, start);
  told.set(writer, start + 32);
  writeU64(told, start + 48, sequence);
  told.set(saidSha256, start + 56);
  return sha256(told);
}

const lineStart = joinAad("folio/custody/v1");

/**
 * SHA-256 of what was said. Sync: most lines are a few hundred bytes, for which WebCrypto takes five times as long to be
 * asked as to answer.
 */
export function hashSaid(said: Uint8Array): Bytes {
  return sha256(said);
}

/** The last line of one writer. */
export interface LastLine {
  readonly writer: string;
  readonly sequence: number;
  /** 64 hex digits */
  readonly line: string;
}

/** The head of a case: SHA-256 over every writer's last line, in order of the writers' ids. */
export function headOf(lines: readonly LastLine[]): Bytes {
  const inOrder = [...lines].sort((one, other) => (one.writer < other.writer ? -1 : 1));
  return sha256(joinBytes(inOrder.flatMap((one) => [idBytes(one.writer), u64(one.sequence), lineBytes(one.line)])));
}

/** A line from its 64 hex digits. @throws {Error} where it isn't one */
export function lineBytes(line: string): Bytes {
  const bytes = fromHex(line);
  if (bytes === null || bytes.length !== 32) throw new Error("a line is 64 lower-case hex digits");
  return bytes;
}

/** Whether a text is a line's hash. */
export function isLine(text: unknown): text is string {
  return typeof text === "string" && /^[0-9a-f]{64}$/.test(text);
}

/** A number as 8 bytes, little-endian. */
export function u64(value: number): Bytes {
  const bytes = new Uint8Array(8);
  writeU64(bytes, 0, value);
  return bytes;
}

/** The same into bytes that are there, from a place in them. */
export function writeU64(bytes: Bytes, at: number, value: number): void {
  let left = value;
  for (let place = at; place < at + 8; place += 1) {
    bytes[place] = left % 256;
    left = Math.floor(left / 256);
  }
}

import type { Bytes } from "../model/bytes.ts";
import { bucketOf } from "./pad.ts";
import { fromUtf8, utf8 } from "./text-codes.ts";

/** What a frame is: FORMAT.md's table, by its number. */
export const frameKinds = ["begin", "change", "carried", "erased"] as const;
export type FrameKind = (typeof frameKinds)[number];

/** The plaintext of a frame: `kind u8 | said length u32 | said | beside length u32 | beside | zeros` up to its bucket. */
export interface Payload {
  readonly kind: FrameKind;
  /** what the custody chain is over: JSON, or nothing in an erased frame */
  readonly said: Bytes;
  /** what stands beside it and may change: where objects are, whose frame is carried. JSON */
  readonly beside: Bytes;
}

export function encodePayload({ kind, said, beside }: Payload): Bytes {
  const size = 9 + said.length + beside.length;
  const plain = new Uint8Array(bucketOf(size));
  const view = new DataView(plain.buffer);
  plain[0] = frameKinds.indexOf(kind);
  view.setUint32(1, said.length, true);
  plain.set(said, 5);
  view.setUint32(5 + said.length, beside.length, true);
  plain.set(beside, 9 + said.length);
  return plain;
}

/** What `encodePayload` wrote; null for anything that it doesn't write. */
export function decodePayload(plain: Bytes): Payload | null {
  if (plain.length < 9) return null;
  const view = new DataView(plain.buffer, plain.byteOffset, plain.byteLength);
  const kind = frameKinds[view.getUint8(0)];
  const saidLength = view.getUint32(1, true);
  if (kind === undefined || 9 + saidLength > plain.length) return null;
  const besideLength = view.getUint32(5 + saidLength, true);
  const size = 9 + saidLength + besideLength;
  if (size > plain.length || bucketOf(size) !== plain.length) return null;
  for (let at = size; at < plain.length; at += 1) if (plain[at] !== 0) return null;
  return { kind, said: plain.subarray(5, 5 + saidLength), beside: plain.subarray(9 + saidLength, size) };
}

export function jsonBytes(value: unknown): Bytes {
  return utf8(JSON.stringify(value));
}

/** The value that JSON bytes spell, as a record; null where it is none. */
export function readRecord(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  const text = fromUtf8(bytes);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

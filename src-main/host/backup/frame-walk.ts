import type { FileHandle } from "node:fs/promises";
import type { Bytes } from "#core/model/bytes.ts";
import { frameHeaderBytes, headerAt, isHeaderBegun } from "#core/vault/frame.ts";
import { readAt } from "../read-part.ts";

/** How far a segment holds together without a key. */
export interface Walked {
  /** where its last whole frame ends, or its whole size where it is damaged: nothing of a damaged one is left out */
  readonly keepBytes: number;
  /** something in it is neither a frame nor an end that was cut short */
  readonly damaged: boolean;
}

/**
 * Walks a segment from header to header (FORMAT.md, "Journal"): marker, length, checksum. What the frames hold can't
 * be checked without the key. An end that was cut short is left out: it was never acknowledged, or is being written.
 *
 * @param sizeBytes how much of the file counts: what is added meanwhile is not looked at
 */
export async function walkFrames(handle: FileHandle, sizeBytes: number): Promise<Walked> {
  let [block, blockAt]: [Bytes, number] = [new Uint8Array(), 0];
  for (let at = 0; ; ) {
    if (at + frameHeaderBytes > blockAt + block.length) {
      block = await readAt(handle, at, Math.min(blockBytes, sizeBytes - at));
      blockAt = at;
    }
    const inside = at - blockAt;
    if (isHeaderBegun(block, inside)) return { keepBytes: at, damaged: false };
    const length = headerAt(new DataView(block.buffer, block.byteOffset, block.length), inside);
    const end = at + frameHeaderBytes + (length ?? 0);
    if (length === null || end > sizeBytes) {
      const torn =
        length === null ? await onlyZeros(handle, at, sizeBytes) : !(await anyHeader(handle, at + 1, sizeBytes));
      return torn ? { keepBytes: at, damaged: false } : { keepBytes: sizeBytes, damaged: true };
    }
    at = end;
  }
}

/** Room that a power cut left unfilled: nothing was acknowledged in it. */
async function onlyZeros(handle: FileHandle, from: number, sizeBytes: number): Promise<boolean> {
  for (let at = from; at < sizeBytes; at += blockBytes) {
    const part = await readAt(handle, at, Math.min(blockBytes, sizeBytes - at));
    if (part.some((byte) => byte !== 0)) return false;
  }
  return true;
}

/** Whether a sound header stands anywhere behind a frame that goes past the end: then it was not the last one. */
async function anyHeader(handle: FileHandle, from: number, sizeBytes: number): Promise<boolean> {
  const rest = await readAt(handle, from, Math.max(0, sizeBytes - from));
  const view = new DataView(rest.buffer);
  for (let at = 0; at + frameHeaderBytes <= rest.length; at += 1) if (headerAt(view, at) !== null) return true;
  return false;
}

const blockBytes = 1_048_576;

import { type CaseOnDisk, type Host, maxPartBytes, type WriterFile } from "../host.ts";
import { type Bytes, joinBytes } from "../model/bytes.ts";
import type { CaseKeys } from "../vault/case-key.ts";
import type { OnFound } from "../vault/finding.ts";
import { headSealer, lastLineOf, openHead, type WriterHead } from "../vault/head.ts";
import { journalKey } from "../vault/journal.ts";
import type { SegmentLines } from "../vault/journal-line.ts";
import type { SegmentEnd } from "../vault/journal-writer.ts";
import type { LastLine } from "../vault/line.ts";
import { readSegment, type SegmentPlace, type SegmentRead, segmentStart } from "../vault/segment.ts";
import { segmentLines } from "../vault/segment-lines.ts";
import { toHex } from "../vault/text-codes.ts";

/** A segment as it was read from the disk. */
export interface ReadSegment extends SegmentLines {
  /** where it ends; null where nothing of it could be read, or something of it is wrong */
  readonly end: SegmentEnd | null;
  /** how many frames opened */
  readonly frames: number;
  /** whether it is sealed under the key before a change of all keys */
  readonly underOldKey: boolean;
}

/** Segments and heads read at a time. */
const atOnce = 8;

/** Reads all segments of a case. */
export function readSegments(
  host: Host,
  keys: CaseKeys,
  segments: readonly WriterFile[],
  onFound: OnFound,
): Promise<readonly ReadSegment[]> {
  return mapSome(segments, async (file) => {
    const bytes = await readBytes(host, keys.caseId, file, 0);
    return openSegment(keys, file, bytes, segmentStart, onFound);
  });
}

/** Reads what stands after a place in one segment; `bytes` begin there. */
export async function openSegment(
  keys: CaseKeys,
  { writer, sizeBytes }: WriterFile,
  bytes: Bytes,
  from: SegmentPlace,
  onFound: OnFound,
): Promise<ReadSegment> {
  const { read, underOldKey } = await readUnderKeys(keys, writer, bytes, from);
  const last = read.frames.at(-1);
  const isWhole = read.damaged.length === 0 && read.torn === null;
  const end =
    last === undefined || !isWhole ? null : { writer, sizeBytes, sequence: last.sequence, tag: toHex(last.tag) };
  return { ...segmentLines(writer, read, onFound), end, frames: read.frames.length, underOldKey };
}

/** A segment is sealed under one key: the first that opens anything of it. */
async function readUnderKeys(
  keys: CaseKeys,
  writer: string,
  bytes: Bytes,
  from: SegmentPlace,
): Promise<{ readonly read: SegmentRead; readonly underOldKey: boolean }> {
  let first: SegmentRead | null = null;
  for (const [position, key] of keys.keys.entries()) {
    const aes = await journalKey(key, writer);
    const read = await readSegment({ caseId: keys.caseId, writer, aes }, bytes, from);
    if (read.frames.length > 0) return { read, underOldKey: position > 0 };
    first ??= read;
  }
  if (first === null) throw new Error("a case has a key");
  return { read: first, underOldKey: false };
}

/** The bytes of a segment from a place up to the size that it was listed with. */
export async function readBytes(host: Host, caseId: string, file: WriterFile, from: number): Promise<Bytes> {
  const parts: Bytes[] = [];
  for (let at = from; at < file.sizeBytes; ) {
    const part = await host.readSegment(caseId, file.writer, at);
    if (part.length === 0) break;
    parts.push(part.subarray(0, file.sizeBytes - at));
    at += part.length;
    if (part.length < maxPartBytes) break;
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : joinBytes(parts);
}

/** What the head files of a case say; one that doesn't open is damage. */
export async function readHeads(
  keys: CaseKeys,
  onDisk: CaseOnDisk,
  onFound: OnFound,
): Promise<readonly (WriterHead & { readonly writer: string })[]> {
  const sealers = keys.keys.map(headSealer);
  const read = await mapSome(onDisk.heads, async ({ writer, bytes }) => {
    const head = await openHead(sealers, keys.caseId, writer, bytes);
    if (head === null) onFound({ level: "damage", what: "journal-damaged", where: `heads/${writer}` });
    return head === null ? null : { ...head, writer };
  });
  return read.filter((head) => head !== null);
}

export function lastLinesOf(heads: readonly (WriterHead & { readonly writer: string })[]): readonly LastLine[] {
  return heads.map((head) => lastLineOf(head.writer, head));
}

/** Does something with each, a few at a time. @returns the results in the order of the list */
export async function mapSome<T, R>(list: readonly T[], act: (one: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < list.length; index = next++) {
      const one = list[index];
      if (one !== undefined) results[index] = await act(one);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, list.length) }, worker));
  return results;
}

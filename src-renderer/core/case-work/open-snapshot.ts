import { type CaseOnDisk, type Host, maxPartBytes, type WriterFile } from "../host.ts";
import { foldChanges } from "../model/fold.ts";
import type { CaseKeys } from "../vault/case-key.ts";
import { unsettled } from "../vault/conflicts.ts";
import type { FoundLine } from "../vault/journal-line.ts";
import type { SegmentEnd } from "../vault/journal-writer.ts";
import { type LastLine, lineBytes, nextLine, noLine } from "../vault/line.ts";
import type { ObjectKey } from "../vault/object.ts";
import { type SegmentPlace, segmentStart } from "../vault/segment.ts";
import { fromBase64, fromHex, idBytes, toHex } from "../vault/text-codes.ts";
import type { CaseSnapshot } from "./case-snapshot.ts";
import { lastLinesOf, mapSome, openSegment, type ReadSegment, readBytes, readHeads } from "./read-segments.ts";
import type { Replayed } from "./replay.ts";

/**
 * A case from a snapshot and what its journal says since then; null where the snapshot doesn't fit the journal in any
 * way: another case, a segment that is shorter or another, changes that come before what the snapshot holds, changes
 * by somebody who had not seen all of it, or anything wrong. The journal is replayed then.
 */
export async function openFromSnapshot(
  host: Host,
  keys: CaseKeys,
  onDisk: CaseOnDisk,
  snapshot: CaseSnapshot,
): Promise<{ readonly replayed: Replayed; readonly grew: boolean } | null> {
  if (snapshot.version !== 1 || snapshot.file.id !== keys.caseId) return null;
  let isFaulty = false;
  const onFound = () => {
    isFaulty = true;
  };
  const read = await readTails(host, keys, onDisk, snapshot, onFound);
  if (read === null || isFaulty) return null;
  const grown = read.filter((segment) => segment.lines.length > 0);
  const joined = joinTail(snapshot, grown);
  if (joined === null) return null;
  const heads = lastLinesOf(await readHeads(keys, onDisk, onFound));
  if (isFaulty || !heads.every((head) => reaches(joined.last, head))) return null;
  const segments = read.flatMap(({ end }) => (end === null ? [] : [end]));
  if (segments.length !== read.length) return null;
  const { file, latest, objects, conflicts } = joined;
  const opened = { segments, last: joined.last, frontier: joined.frontier, whole: true };
  return { replayed: { file, latest, objects, conflicts, opened }, grew: grown.length > 0 };
}

/** What every segment says after the place where the snapshot knew it to end; null where that place is another. */
async function readTails(
  host: Host,
  keys: CaseKeys,
  onDisk: CaseOnDisk,
  snapshot: CaseSnapshot,
  onFound: () => void,
): Promise<readonly ReadSegment[] | null> {
  const known = new Map(snapshot.segments.map((end) => [end.writer, end]));
  const there = new Set(onDisk.segments.map((file) => file.writer));
  if (snapshot.segments.some((end) => !there.has(end.writer))) return null;
  const read = await mapSome(onDisk.segments, async (file): Promise<ReadSegment | null> => {
    const end = known.get(file.writer);
    if (end === undefined) {
      return openSegment(keys, file, await readBytes(host, keys.caseId, file, 0), segmentStart, onFound);
    }
    return readTail(host, keys, file, end, onFound);
  });
  const whole = read.filter((segment) => segment !== null);
  return whole.length === read.length ? whole : null;
}

async function readTail(
  host: Host,
  keys: CaseKeys,
  file: WriterFile,
  end: SegmentEnd,
  onFound: () => void,
): Promise<ReadSegment | null> {
  const tag = fromHex(end.tag);
  const tagAt = end.sizeBytes - 16;
  if (tag === null || tag.length !== 16 || tagAt < 0 || file.sizeBytes < end.sizeBytes) return null;
  const bytes =
    file.sizeBytes - tagAt <= maxPartBytes
      ? await host.readSegment(keys.caseId, file.writer, tagAt)
      : await readBytes(host, keys.caseId, file, tagAt);
  if (toHex(bytes.subarray(0, 16)) !== end.tag) return null;
  const from: SegmentPlace = { sizeBytes: end.sizeBytes, sequence: end.sequence + 1, tag };
  const unchanged = { writer: file.writer, lines: [], carries: false, end, frames: 0, underOldKey: false };
  if (file.sizeBytes === end.sizeBytes) return unchanged;
  return openSegment(keys, file, bytes.slice(16, file.sizeBytes - tagAt), from, onFound);
}

type Joined = Pick<Replayed, "file" | "latest" | "objects" | "conflicts"> & Pick<CaseSnapshot, "last" | "frontier">;

/**
 * The changes of the tails on top of the snapshot, as long as each writer had seen all that came before it: one after
 * the other, on one computer. Everything else takes a replay.
 */
function joinTail(snapshot: CaseSnapshot, grown: readonly ReadSegment[]): Joined | null {
  if (grown.some((segment) => segment.carries)) return null;
  const last = new Map(snapshot.last.map((one) => [one.writer, one]));
  let frontier = snapshot.frontier;
  const lines: FoundLine[] = [];
  for (const segment of inOrder(grown)) {
    const isKnown = last.has(segment.writer);
    const begin = segment.lines[0]?.begin ?? null;
    const seen = isKnown ? frontier : (begin?.heads ?? []);
    if (isKnown && !(frontier.length === 1 && frontier[0]?.writer === segment.writer)) return null;
    if (!isKnown && begin === null) return null;
    if (!sameLines(seen, frontier)) return null;
    const end = follow(segment, last.get(segment.writer));
    if (end === null) continue;
    last.set(segment.writer, end);
    frontier = [end];
    lines.push(...segment.lines);
  }
  const changes = lines.flatMap(({ change, objects }) => (change === null ? [] : [{ change, objects }]));
  const clocks = [snapshot.latest, ...changes.map(({ change }) => change.clock)];
  if (clocks.some((clock, index) => index > 0 && clock <= (clocks[index - 1] ?? ""))) return null;
  const bodies = changes.map(({ change }) => change.body);
  return {
    file: foldChanges(
      changes.map(({ change }) => change),
      snapshot.file,
    ),
    latest: clocks.at(-1) ?? "",
    objects: objectsOf(snapshot, changes),
    conflicts: unsettled(snapshot.conflicts, bodies),
    last: [...last.values()],
    frontier,
  };
}

/** By the clock of their first change. */
function inOrder(grown: readonly ReadSegment[]): readonly ReadSegment[] {
  const clockOf = (segment: ReadSegment) => segment.lines.find((line) => line.change !== null)?.change?.clock ?? "";
  return [...grown].sort((one, other) => (clockOf(one) < clockOf(other) ? -1 : 1));
}

/** The last line of a segment after its tail; null where it says nothing but its begin. */
function follow(segment: ReadSegment, before: LastLine | undefined): LastLine | null {
  const writer = idBytes(segment.writer);
  let line = before === undefined ? noLine : lineBytes(before.line);
  let kind: FoundLine["kind"] = "begin";
  let sequence = before?.sequence ?? 0;
  for (const one of segment.lines) {
    line = nextLine(line, writer, one.sequence, one.saidSha256);
    ({ kind, sequence } = one);
  }
  return kind === "begin" ? null : { writer: segment.writer, sequence, line: toHex(line) };
}

function sameLines(some: readonly LastLine[], others: readonly LastLine[]): boolean {
  if (some.length !== others.length) return false;
  return others.every((other) => some.some((one) => one.writer === other.writer && one.line === other.line));
}

/** Whether what a head file says was reached, and is the same where it is the last line. */
function reaches(last: readonly LastLine[], head: LastLine): boolean {
  const there = last.find((one) => one.writer === head.writer);
  if (there === undefined || there.sequence < head.sequence) return false;
  return there.sequence > head.sequence || there.line === head.line;
}

function objectsOf(snapshot: CaseSnapshot, changes: readonly Pick<FoundLine, "objects">[]): Map<string, ObjectKey> {
  const objects = new Map<string, ObjectKey>();
  for (const [id, stored, text] of snapshot.objects) {
    const key = fromBase64(text);
    if (key !== null) objects.set(id, { stored, key });
  }
  for (const change of changes) for (const [id, place] of change.objects) objects.set(id, place);
  return objects;
}

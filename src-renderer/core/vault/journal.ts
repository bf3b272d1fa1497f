import { deriveAes } from "./derive.ts";
import type { OnFound } from "./finding.ts";
import type { FoundLine, JournalLine, SegmentLines } from "./journal-line.ts";
import { type LastLine, lineBytes, nextLine, noLine } from "./line.ts";
import type { ObjectKey } from "./object.ts";
import { idBytes, toHex } from "./text-codes.ts";

/** All segments of a case together. */
export interface Journal {
  /** every writer's lines in order, wherever they stand */
  readonly writers: ReadonlyMap<string, readonly JournalLine[]>;
  /** the last line of every writer that said more than its begin: what the head of the case is over */
  readonly last: readonly LastLine[];
  /** of those, the ones that no other of them had read: what the next writer's begin names */
  readonly frontier: readonly LastLine[];
}

/** The key of one writer's frames. @param key the case's key */
export function journalKey(key: CryptoKey, writer: string): Promise<CryptoKey> {
  return deriveAes(key, `folio/journal/v1/${writer}`);
}

/**
 * Joins the segments of a case. A line that stands in more than one counts once: erased stands over all others, then
 * the segment that was begun last.
 *
 * @param heads what the writers' head files say
 */
export function joinSegments(segments: readonly SegmentLines[], heads: readonly LastLine[], onFound: OnFound): Journal {
  const writers = new Map<string, readonly JournalLine[]>();
  for (const [writer, lines] of byWriter(segments)) writers.set(writer, chain(writer, lines, onFound));
  const begins = [...writers.values()].flatMap((lines) => lines.flatMap((line) => line.begin?.heads ?? []));
  checkEnds(writers, [...begins, ...heads], onFound);
  const last = lastLines(writers);
  return { writers, last, frontier: frontierOf(last, writers) };
}

/** The place of every object: what a later change says stands over an earlier one's. */
export function objectsIn(linesInOrder: Iterable<JournalLine>): Map<string, ObjectKey> {
  const objects = new Map<string, ObjectKey>();
  for (const line of linesInOrder) for (const [id, place] of line.objects) objects.set(id, place);
  return objects;
}

/** Every change in the one order that all computers agree on: by clock, then writer, then sequence. */
export function changesInOrder(
  journal: Journal,
): readonly (JournalLine & { readonly change: NonNullable<JournalLine["change"]> })[] {
  const changes = [...journal.writers.values()].flat().flatMap((line) => {
    const { change } = line;
    return change === null ? [] : [{ ...line, change }];
  });
  return changes.sort((one, other) => {
    if (one.change.clock !== other.change.clock) return one.change.clock < other.change.clock ? -1 : 1;
    if (one.writer !== other.writer) return one.writer < other.writer ? -1 : 1;
    return one.sequence - other.sequence;
  });
}

function byWriter(segments: readonly SegmentLines[]): ReadonlyMap<string, readonly FoundLine[]> {
  const found = new Map<string, Map<number, FoundLine>>();
  for (const line of segments.flatMap((segment) => segment.lines)) {
    const lines = found.get(line.writer) ?? new Map<number, FoundLine>();
    found.set(line.writer, lines);
    const there = lines.get(line.sequence);
    if (there === undefined || standsOver(line, there)) lines.set(line.sequence, line);
  }
  return new Map(
    [...found].map(([writer, lines]) => [writer, [...lines.values()].sort((a, b) => a.sequence - b.sequence)]),
  );
}

function standsOver(line: FoundLine, there: FoundLine): boolean {
  if (line.kind === "erased" || there.kind === "erased") return there.kind !== "erased";
  const carried = (one: FoundLine) => one.givenLine !== null;
  if (carried(line) !== carried(there)) return carried(line);
  if (line.standsSince !== there.standsSince) return line.standsSince > there.standsSince;
  return line.standsIn > there.standsIn;
}

/**
 * One writer's chain. A line that was given must be what the line before it and what was said give; where the line
 * before it is missing, nothing can be said of it.
 */
function chain(writer: string, lines: readonly FoundLine[], onFound: OnFound): readonly JournalLine[] {
  const id = idBytes(writer);
  let before = noLine;
  let next = 0;
  return lines.map(({ givenLine, ...line }) => {
    const where = `journal/${line.standsIn}, ${writer} ${line.sequence}`;
    const follows = line.sequence === next;
    if (!follows && givenLine !== null) onFound({ level: "damage", what: "journal-incomplete", where });
    const worked = nextLine(before, id, line.sequence, line.saidSha256);
    const hash = givenLine === null || (follows && givenLine === toHex(worked)) ? worked : lineBytes(givenLine);
    if (follows && hash !== worked) onFound({ level: "damage", what: "journal-damaged", where });
    before = hash;
    next = line.sequence + 1;
    return { ...line, line: toHex(hash) };
  });
}

/** What writers had read, and what head files say, must still be there, and be the same. */
function checkEnds(
  writers: ReadonlyMap<string, readonly JournalLine[]>,
  ends: readonly LastLine[],
  onFound: OnFound,
): void {
  const told = new Set<string>();
  for (const { writer, sequence, line } of ends) {
    const lines = writers.get(writer) ?? [];
    const there =
      lines[sequence]?.sequence === sequence ? lines[sequence] : lines.find((one) => one.sequence === sequence);
    if (there?.line === line) continue;
    const where = `journal/${writer}, frame ${sequence}`;
    if (told.has(where)) continue;
    told.add(where);
    const isGapBefore = lines.findIndex((one, index) => one.sequence !== index) >= 0;
    if (there === undefined) onFound({ level: "damage", what: "journal-incomplete", where });
    else if (!isGapBefore) onFound({ level: "damage", what: "journal-damaged", where });
  }
}

function lastLines(writers: ReadonlyMap<string, readonly JournalLine[]>): readonly LastLine[] {
  return [...writers].flatMap(([writer, lines]) => {
    const last = lines.at(-1);
    return last === undefined || last.kind === "begin" ? [] : [{ writer, sequence: last.sequence, line: last.line }];
  });
}

function frontierOf(
  last: readonly LastLine[],
  writers: ReadonlyMap<string, readonly JournalLine[]>,
): readonly LastLine[] {
  const read = new Map<string, number>();
  for (const { writer } of last) {
    for (const head of writers.get(writer)?.[0]?.begin?.heads ?? []) {
      read.set(head.writer, Math.max(head.sequence, read.get(head.writer) ?? -1));
    }
  }
  return last.filter(({ writer, sequence }) => sequence > (read.get(writer) ?? -1));
}

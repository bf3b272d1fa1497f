import { type CaseLease, type Host, maxAppendBytes } from "../host.ts";
import { type Bytes, joinBytes } from "../model/bytes.ts";
import type { Change } from "../model/change.ts";
import { Problem } from "../problems.ts";
import type { CaseKeys } from "./case-key.ts";
import { headSealer, sealHead } from "./head.ts";
import { journalKey } from "./journal.ts";
import { hashSaid, type LastLine, nextLine, noLine } from "./line.ts";
import type { ObjectKey } from "./object.ts";
import type { Payload } from "./payload.ts";
import { writeBegin, writeObjects, writeSaidChange } from "./said.ts";
import { type SegmentBinding, type SegmentPlace, sealFrame, segmentStart } from "./segment.ts";
import { idBytes, newId, toHex } from "./text-codes.ts";

/** How far a segment goes. */
export interface SegmentEnd {
  readonly writer: string;
  readonly sizeBytes: number;
  /** of its last frame */
  readonly sequence: number;
  /** tag of its last frame: 32 hex digits */
  readonly tag: string;
}

/** A change, and where the objects that it names are. */
export interface ChangeToWrite {
  readonly change: Change;
  readonly objects: ReadonlyMap<string, ObjectKey>;
}

/** What adds changes to the journal of one case, one append after the other, under a writer id of this launch. */
export interface JournalWriter {
  /**
   * Adds changes. Answers when they are on disk.
   * @throws {Problem} `disk-full`, `cannot-write`, `case-open-elsewhere`: then none of them counts, and the next append
   *   goes to another writer's segment; `file-too-large` for a change that no append takes
   */
  append(changes: readonly ChangeToWrite[]): Promise<void>;
  /** Writes the sealed head of what was added, where it is behind. */
  writeHead(caseName: string): Promise<void>;
  /** How many frames the head is behind. */
  headBehind(): number;
  /** What is added next goes to another writer's segment. */
  endSegment(): Promise<void>;
  /** The clock of the last change that was added; "" before the first. */
  latest(): string;
  /** Where each segment that it wrote to ends. */
  ends(): readonly SegmentEnd[];
  /** The last line of each segment that it wrote to. */
  lastLines(): readonly LastLine[];
  /** The last lines that nobody's begin names yet, its own and those that were there before. */
  frontier(): readonly LastLine[];
}

/** What a writer is begun with. */
export interface WriterOrders {
  readonly host: Host;
  readonly lease: CaseLease;
  readonly keys: CaseKeys;
  readonly vault: { readonly id: string; readonly generation: number };
  /** Folio's version */
  readonly app: string;
  /** the last lines that were read, but for those that another of them had read itself */
  readonly frontier: readonly LastLine[];
}

/** One segment as far as it was written and acknowledged. */
interface Written {
  readonly binding: SegmentBinding;
  readonly place: SegmentPlace;
  readonly line: Bytes;
}

/** A writer takes no more frames than its key may seal: 2³¹. */
const mostFrames = 2 ** 31;

/** Begins nothing on disk: the segment is begun with the first change. */
export function journalWriter(orders: WriterOrders): JournalWriter {
  const { host, lease, keys } = orders;
  let frontier = orders.frontier;
  let current: Written | null = null;
  let ended: readonly Written[] = [];
  let headWritten = -1;
  let latest = "";
  let queue: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const turn = queue.then(act);
    queue = turn.catch(() => undefined);
    return turn;
  };

  const endSegment = (): void => {
    if (current !== null) ended = [...ended, current];
    current = null;
    headWritten = -1;
  };

  const append = async (changes: readonly ChangeToWrite[]): Promise<void> => {
    const from = current ?? (await beginSegment(keys));
    const isNew = from.place.sequence === 0;
    const first = isNew ? [beginPayload(orders, frontier, changes[0]?.change.at ?? "")] : [];
    const sealed = await sealAll(from, [...first, ...changes.map(changePayload)]);
    try {
      for (const part of appends(sealed.frames)) await host.appendJournal(lease, from.binding.writer, part);
    } catch (cause) {
      // What is on disk of it can't be told. Whoever opens this segment next takes what is whole.
      endSegment();
      throw cause;
    }
    current = sealed.after;
    latest = changes.at(-1)?.change.clock ?? latest;
    const before = isNew ? [] : frontier.filter((one) => one.writer !== from.binding.writer);
    frontier = [...before, lastLine(current)];
  };

  const writeHead = async (caseName: string): Promise<void> => {
    if (current === null || headWritten >= current.place.sequence) return;
    const { sequence, line, writer } = lastLine(current);
    const sealer = headSealer(currentKey(keys));
    const head = { sequence, line, name: caseName, at: new Date().toISOString() };
    await host.writeHead(lease, writer, await sealHead(sealer, keys.caseId, writer, head));
    headWritten = sequence + 1;
  };

  const all = () => (current === null ? ended : [...ended, current]);
  return {
    append: (changes) => inTurn(() => append(changes)),
    writeHead: (caseName) => inTurn(() => writeHead(caseName)),
    headBehind: () => (current === null ? 0 : current.place.sequence - Math.max(headWritten, 0)),
    endSegment: () => inTurn(async () => endSegment()),
    latest: () => latest,
    ends: () => all().map(segmentEnd),
    lastLines: () => all().map(lastLine),
    frontier: () => frontier,
  };
}

/** The key that a case is written with. */
export function currentKey(keys: CaseKeys): CryptoKey {
  const [key] = keys.keys;
  if (key === undefined) throw new Error("a case has a key");
  return key;
}

async function beginSegment(keys: CaseKeys): Promise<Written> {
  const writer = newId();
  const aes = await journalKey(currentKey(keys), writer);
  return { binding: { caseId: keys.caseId, writer, aes }, place: segmentStart, line: noLine };
}

function beginPayload(orders: WriterOrders, heads: readonly LastLine[], at: string): Payload {
  const said = writeBegin({ at, heads }, orders.app, orders.vault);
  return { kind: "begin", said, beside: new Uint8Array([0x7b, 0x7d]) };
}

function changePayload({ change, objects }: ChangeToWrite): Payload {
  return { kind: "change", said: writeSaidChange(change), beside: writeObjects(objects) };
}

async function sealAll(
  from: Written,
  payloads: readonly Payload[],
): Promise<{ readonly frames: readonly Bytes[]; readonly after: Written }> {
  const { binding } = from;
  const writer = idBytes(binding.writer);
  let { place, line } = from;
  const frames: Bytes[] = [];
  for (const payload of payloads) {
    if (place.sequence >= mostFrames) throw new Error("this writer has ended");
    const { frame, tag } = await sealFrame(binding, place, payload);
    if (frame.length > maxAppendBytes) throw new Problem("file-too-large", "a change");
    line = nextLine(line, writer, place.sequence, hashSaid(payload.said));
    place = { sizeBytes: place.sizeBytes + frame.length, sequence: place.sequence + 1, tag };
    frames.push(frame);
  }
  return { frames, after: { binding, place, line } };
}

/** Frames joined into as few appends as hold them. */
function appends(frames: readonly Bytes[]): readonly Bytes[] {
  const parts: Bytes[][] = [[]];
  let size = 0;
  for (const frame of frames) {
    if (size + frame.length > maxAppendBytes) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(frame);
    size += frame.length;
  }
  return parts.map(joinBytes);
}

function segmentEnd({ binding, place }: Written): SegmentEnd {
  const { sizeBytes, sequence, tag } = place;
  return { writer: binding.writer, sizeBytes, sequence: sequence - 1, tag: toHex(tag) };
}

function lastLine({ binding, place, line }: Written): LastLine {
  return { writer: binding.writer, sequence: place.sequence - 1, line: toHex(line) };
}

import type { Bytes } from "../model/bytes.ts";
import type { JournalLine } from "./journal-line.ts";
import type { LastLine } from "./line.ts";
import type { ObjectKey } from "./object.ts";
import type { Payload } from "./payload.ts";
import { type SaidChange, writeBegin, writeCarried, writeErased, writeObjects, writeSaidChange } from "./said.ts";
import { type SegmentBinding, sealFrame, segmentStart } from "./segment.ts";
import { toHex, utf8 } from "./text-codes.ts";

/** A line that another segment is to carry. */
export interface LineToCarry {
  readonly line: JournalLine;
  /** carries its hash alone: what was said goes */
  readonly erase: boolean;
  readonly objects: ReadonlyMap<string, ObjectKey>;
}

/** What a segment that carries others' lines holds. */
export interface CarryingSegment {
  readonly binding: SegmentBinding;
  readonly vault: { readonly id: string; readonly generation: number };
  readonly app: string;
  /** UTC, ISO 8601 */
  readonly at: string;
  readonly heads: readonly LastLine[];
  /** changes of its own: they come first, so that its own chain has no gaps */
  readonly own: readonly SaidChange[];
  readonly lines: readonly LineToCarry[];
}

/** The frames of a segment that carries others' lines, one after the other. */
export async function* carryingFrames(segment: CarryingSegment): AsyncGenerator<Bytes, void> {
  const { binding, at, heads, app, vault, own, lines } = segment;
  const begin: Payload = { kind: "begin", said: writeBegin({ at, heads }, app, vault), beside: utf8("{}") };
  const changes = own.map((change): Payload => {
    return { kind: "change", said: writeSaidChange(change), beside: writeObjects(new Map()) };
  });
  let place: { readonly sequence: number; readonly tag: Bytes } = segmentStart;
  for (const payload of [begin, ...changes]) {
    const { frame, tag } = await sealFrame(binding, place, payload);
    place = { sequence: place.sequence + 1, tag };
    yield frame;
  }
  for (const line of lines) {
    const { frame, tag } = await sealFrame(binding, place, carried(line));
    place = { sequence: place.sequence + 1, tag };
    yield frame;
  }
}

function carried({ line, erase, objects }: LineToCarry): Payload {
  if (line.said !== null && !erase) return { kind: "carried", said: line.said, beside: writeCarried(line, objects) };
  return { kind: "erased", said: new Uint8Array(0), beside: writeErased(line, toHex(line.saidSha256)) };
}

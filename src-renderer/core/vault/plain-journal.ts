import type { Bytes } from "../model/bytes.ts";
import type { ChangeBody } from "../model/change.ts";
import { crc32 } from "./frame.ts";
import { fromUtf8 } from "./text-codes.ts";

/**
 * Journals of Folio before it sealed anything (0.1.0's first builds): `marker 4 | length u32 | crc u32 | payload |
 * crc u32`, little-endian, the payload being `{"at":UTC,"body":{…}}`. Read once, so that such a case can be sealed.
 */
export interface PlainChange {
  /** UTC, ISO 8601 */
  readonly at: string;
  readonly body: ChangeBody;
}

/**
 * The changes of one plain segment; a cut-off end counts for nothing.
 * @returns null where something in it is no plain frame: then it is left alone
 */
export function readPlainSegment(segment: Bytes): readonly PlainChange[] | null {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength);
  const changes: PlainChange[] = [];
  for (let at = 0; at + headerBytes <= segment.length; ) {
    const length = view.getUint32(at + 4, true);
    const end = at + headerBytes + length + 4;
    const isHeader =
      view.getUint32(at, true) === marker && crc32(segment.subarray(at, at + 8)) === view.getUint32(at + 8, true);
    if (!isHeader) return null;
    if (end > segment.length) break;
    const payload = segment.slice(at + headerBytes, end - 4);
    const change = crc32(payload) === view.getUint32(end - 4, true) ? readChange(payload) : null;
    if (change === null) return null;
    changes.push(change);
    at = end;
  }
  return changes;
}

const marker = 0x6f696c46; // "Flio"
const headerBytes = 12;

function readChange(payload: Bytes): PlainChange | null {
  try {
    const value: unknown = JSON.parse(fromUtf8(payload) ?? "");
    return isChange(value) ? value : null;
  } catch {
    return null;
  }
}

/** What an earlier Folio wrote and its checksum vouches for has the bodies that it knew; all of them are still known. */
function isChange(value: unknown): value is PlainChange {
  if (typeof value !== "object" || value === null || !("at" in value) || !("body" in value)) return false;
  const { at, body } = value;
  return typeof at === "string" && typeof body === "object" && body !== null && "kind" in body;
}

import { type Bytes, joinBytes } from "./model/bytes.ts";

/**
 * How a call and its answer cross the loopback wire: JSON, with byte strings beside it instead of inside it.
 *
 * Shape: length of the JSON (u32, big endian) | JSON (UTF-8) | the byte strings one after the other. In the JSON,
 * `{"$bytes": n}` stands where a byte string of n bytes belongs, in the order in which they follow. (Base64 would
 * cost a third more and a copy; multipart would need a parser that is larger than this file.)
 */
export function packParcel(value: unknown): Bytes {
  const strings: Uint8Array[] = [];
  const json = JSON.stringify(value, (_key, inner: unknown) => {
    if (!(inner instanceof Uint8Array)) return inner;
    strings.push(inner);
    return { $bytes: inner.length };
  });
  const text = new TextEncoder().encode(json);
  const jsonLength = new Uint8Array(lengthBytes);
  new DataView(jsonLength.buffer).setUint32(0, text.length);
  return joinBytes([jsonLength, text, ...strings]);
}

/**
 * The value that was packed. Its byte strings are copies.
 * @throws {RangeError | SyntaxError} for anything that `packParcel` would not have made: the other side isn't trusted
 */
export function openParcel(parcel: Uint8Array): unknown {
  if (parcel.length < lengthBytes) throw new RangeError("a parcel begins with a length");
  const jsonLength = new DataView(parcel.buffer, parcel.byteOffset, parcel.length).getUint32(0);
  const jsonEnd = lengthBytes + jsonLength;
  if (jsonEnd > parcel.length) throw new RangeError("a parcel ends before its JSON");
  const text = new TextDecoder("utf-8", { fatal: true }).decode(parcel.subarray(lengthBytes, jsonEnd));
  let at = jsonEnd;
  const value: unknown = withBytes(JSON.parse(text), (length) => {
    if (at + length > parcel.length) throw new RangeError("a parcel ends before its bytes");
    // Not `slice`: of a Buffer that is a view, not a copy.
    const bytes = new Uint8Array(parcel.subarray(at, at + length));
    at += length;
    return bytes;
  });
  if (at !== parcel.length) throw new RangeError("a parcel goes on after its bytes");
  return value;
}

const lengthBytes = 4;

/** In writing order: `JSON.parse`'s own reviver goes from the inside out, which is the same for leaves, but says less. */
function withBytes(value: unknown, take: (length: number) => Uint8Array): unknown {
  if (Array.isArray(value)) return value.map((inner) => withBytes(inner, take));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first?.[0] === "$bytes") return take(wholeLength(first[1]));
  return Object.fromEntries(entries.map(([key, inner]) => [key, withBytes(inner, take)]));
}

function wholeLength(length: unknown): number {
  if (typeof length !== "number" || !Number.isSafeInteger(length) || length < 0) {
    throw new RangeError("a byte string's length is a whole number");
  }
  return length;
}

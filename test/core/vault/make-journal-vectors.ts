import { createCipheriv } from "node:crypto";
import { crc32 } from "node:zlib";
import { aad, bucket, hkdf, sealed, sha256, smallSeal } from "./by-node.ts";

/*
 * Journal, lines, heads and objects once more, by node:crypto alone and straight from FORMAT.md: nothing of Folio's own
 * code is used, so that the vectors can't repeat its mistakes.
 */

/** Bytes that look random and are the same each time: the first of SHA-256 of a name. */
const drawn = (name: string, size: number): Buffer => sha256(`folio journal vectors: ${name}`).subarray(0, size);
const caseId = drawn("case", 16);
const caseKey = drawn("case key", 32);
const vaultId = drawn("vault", 16).toString("hex");

interface Frame {
  readonly kind: 0 | 1 | 2 | 3;
  readonly said: string;
  readonly beside: string;
}

/** What journal-vectors.json holds, from fixed inputs. The file itself is frozen: version 1 opens forever. */
export function makeJournalVectors() {
  const first = drawn("first writer", 16);
  const carrier = drawn("second writer", 16);
  const own = ownFrames();
  const lines = linesOf(first, own);
  const segments = [segment(first, own), segment(carrier, carriedFrames(first, own, lines))];
  return {
    about: "Test vectors for the journal and objects of src-renderer/core/vault/FORMAT.md. Hex unless it is JSON.",
    caseId: caseId.toString("hex"),
    caseKey: caseKey.toString("hex"),
    segments,
    lines: lines.map((line) => line.toString("hex")),
    caseHead: sha256(Buffer.concat([first, u64(own.length - 1), lines.at(-1) ?? Buffer.alloc(0)])).toString("hex"),
    head: headFile(first, own.length - 1, lines.at(-1) ?? Buffer.alloc(0)),
    objects: [0, 1, 5000, 1_048_560 * 2].map(object),
  };
}

function ownFrames(): readonly Frame[] {
  const salt = (name: string) => drawn(name, 16).toString("hex");
  const begin = {
    format: 1,
    salt: salt("0"),
    at: "2026-03-04T10:00:00.000Z",
    app: "0.1.0",
    vault: [vaultId, 1],
    heads: [],
  };
  const change = (count: number, body: object) => ({
    salt: salt(String(count)),
    at: "2026-03-04T10:00:00.000Z",
    clock: `001772618400000.${String(count).padStart(6, "0")}`,
    body,
  });
  const none = JSON.stringify({ objects: {} });
  const bodies = [
    { kind: "case-begun", id: caseId.toString("hex"), name: "Caffè “Mine”", sample: false },
    { kind: "wants-told", wants: ["an apology", "x".repeat(5000)] },
    { kind: "wants-told", wants: ["to be erased"] },
  ];
  return [
    { kind: 0, said: JSON.stringify(begin), beside: "{}" },
    ...bodies.map((body, index): Frame => ({ kind: 1, said: JSON.stringify(change(index, body)), beside: none })),
  ];
}

/** The same lines as another segment carries them, the last one erased. */
function carriedFrames(writer: Buffer, own: readonly Frame[], lines: readonly Buffer[]): readonly Frame[] {
  const heads: readonly unknown[] = [];
  const begin = {
    format: 1,
    salt: "00".repeat(16),
    at: "2026-03-05T10:00:00.000Z",
    app: "0.1.0",
    vault: [vaultId, 1],
    heads,
  };
  const carried = own.map((frame, sequence): Frame => {
    const line = lines[sequence]?.toString("hex");
    const of = { writer: writer.toString("hex"), sequence };
    if (sequence === own.length - 1) {
      const said = sha256(frame.said).toString("hex");
      return { kind: 3, said: "", beside: JSON.stringify({ ...of, said, line }) };
    }
    return { kind: 2, said: frame.said, beside: JSON.stringify({ ...of, kind: frame.kind, line, objects: {} }) };
  });
  return [{ kind: 0, said: JSON.stringify(begin), beside: "{}" }, ...carried];
}

function segment(writer: Buffer, frames: readonly Frame[]) {
  const key = hkdf(caseKey, `folio/journal/v1/${writer.toString("hex")}`);
  let before: Buffer = Buffer.alloc(16);
  const bytes = frames.map(({ kind, said, beside }, sequence) => {
    const bound = aad("folio/frame/v1", caseId, writer, u64(sequence), before);
    const plain = payload(kind, Buffer.from(said), Buffer.from(beside));
    const inside = sealed(key, drawn(`iv ${writer.toString("hex")} ${sequence}`, 12), bound, plain);
    before = inside.subarray(-16);
    const header = Buffer.alloc(12);
    header.write("Flio", "latin1");
    header.writeUInt32LE(inside.length, 4);
    header.writeUInt32LE(crc32(header.subarray(0, 8)), 8);
    return Buffer.concat([header, inside]);
  });
  return {
    writer: writer.toString("hex"),
    frames: frames.map(({ kind, said, beside }) => ({ kind, said, beside })),
    bytes: Buffer.concat(bytes).toString("hex"),
  };
}

function payload(kind: number, said: Buffer, beside: Buffer): Buffer {
  const lengths = [said, beside].map((part) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(part.length);
    return Buffer.concat([length, part]);
  });
  const content = Buffer.concat([Buffer.of(kind), ...lengths]);
  return Buffer.concat([content, Buffer.alloc(bucket(content.length) - content.length)]);
}

function linesOf(writer: Buffer, frames: readonly Frame[]): readonly Buffer[] {
  let before: Buffer = Buffer.alloc(32);
  return frames.map(({ said }, sequence) => {
    before = sha256(aad("folio/custody/v1", before, writer, u64(sequence), sha256(said)));
    return before;
  });
}

function headFile(writer: Buffer, sequence: number, line: Buffer) {
  const content = JSON.stringify({
    sequence,
    line: line.toString("hex"),
    name: "Mine",
    at: "2026-03-04T10:00:00.000Z",
  });
  const input = { key: caseKey, purpose: "folio/head/v1", aad: Buffer.concat([caseId, writer]) };
  const drawings = { salt: drawn("head salt", 16), iv: drawn("head iv", 12), content: Buffer.from(content) };
  return { content, sealed: smallSeal({ ...input, ...drawings }).toString("hex") };
}

/** An object of bytes that count up; of a large one only its hash is written down. */
function object(size: number) {
  const stored = drawn(`stored ${size}`, 16);
  const key = drawn(`object key ${size}`, 32);
  const plain = Buffer.alloc(bucket(8 + size));
  plain.writeBigUInt64LE(BigInt(size));
  for (let at = 0; at < size; at += 1) plain[8 + at] = at & 0xff;
  const whole = 1_048_560;
  const chunks: Buffer[] = [];
  for (let number = 0; number * whole < plain.length; number += 1) {
    const part = plain.subarray(number * whole, (number + 1) * whole);
    const isLast = (number + 1) * whole >= plain.length;
    const iv = Buffer.alloc(12);
    iv.writeBigUInt64BE(BigInt(number), 4);
    const cipher = createCipheriv("aes-256-gcm", key, iv);
    cipher.setAAD(aad("folio/object/v1", stored, u64(number), Buffer.of(isLast ? 1 : 0)));
    chunks.push(cipher.update(part), cipher.final(), cipher.getAuthTag());
  }
  const bytes = Buffer.concat(chunks);
  const written = {
    size,
    stored: stored.toString("hex"),
    key: key.toString("hex"),
    sha256: sha256(bytes).toString("hex"),
  };
  return size > 1 ? written : { ...written, bytes: bytes.toString("hex") };
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

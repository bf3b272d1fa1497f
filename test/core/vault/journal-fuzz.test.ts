import fc from "fast-check";
import { expect, test } from "vitest";
import { type Bytes, joinBytes } from "#core/model/bytes.ts";
import { cutSegment, encodeFrame } from "#core/vault/frame.ts";
import { joinSegments } from "#core/vault/journal.ts";
import { decodePayload, encodePayload, frameKinds, jsonBytes, type Payload } from "#core/vault/payload.ts";
import { readSegment } from "#core/vault/segment.ts";
import { segmentLines } from "#core/vault/segment-lines.ts";
import { bindingOf, framesOf, someFrames, writer } from "./segment-kit.ts";

/*
 * FOLIO_FUZZ=1000000 runs as many; otherwise a short form. Whatever is in a segment, reading it ends, in bounded time,
 * with every byte accounted for: opened, damage, or torn.
 */
const rounds = Number(process.env["FOLIO_FUZZ"] ?? "1500");
const isLong = rounds >= 100_000;

/** What may be done to a segment: each a place and a value. */
const edit = fc.tuple(fc.constantFrom("flip", "cut", "drop", "repeat", "noise", "header"), fc.nat(), fc.nat());

function edited(bytes: Bytes, [what, where, value]: readonly [string, number, number]): Bytes {
  const at = bytes.length === 0 ? 0 : where % bytes.length;
  const size = value % 400;
  switch (what) {
    case "flip":
      return bytes.map((byte, index) => (index === at ? byte ^ (1 + (value % 255)) : byte));
    case "cut":
      return bytes.slice(0, at);
    case "drop":
      return joinBytes([bytes.slice(0, at), bytes.slice(at + size)]);
    case "repeat":
      return joinBytes([bytes.slice(0, at), bytes.slice(at, at + size), bytes.slice(at)]);
    case "noise":
      return joinBytes([
        bytes.slice(0, at),
        Uint8Array.from({ length: size }, (_, i) => (i * value) >> 3),
        bytes.slice(at),
      ]);
    default: {
      const header = encodeFrame(new Uint8Array(28 + (value % 5000))).slice(0, 12);
      return joinBytes([bytes.slice(0, at), header, bytes.slice(at)]);
    }
  }
}

test(`fuzzed segments are read to their end, and every byte is accounted for (${rounds} frames)`, async () => {
  const binding = await bindingOf();
  const base = joinBytes(await someFrames([5, 300, 0, 40, 900, 7, 7]));
  let slowest = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
      const bytes = edits.reduce(edited, base);
      const before = performance.now();
      const read = await readSegment(binding, bytes);
      slowest = Math.max(slowest, performance.now() - before);
      const told = [...read.frames, ...read.damaged, ...(read.torn === null ? [] : [read.torn])];
      const inOrder = told.sort((one, other) => one.at - other.at);
      expect(inOrder.reduce((end, stretch) => (stretch.at === end ? end + stretch.sizeBytes : Number.NaN), 0)).toBe(
        bytes.length,
      );
      const sequences = read.frames.map((frame) => frame.sequence);
      expect(sequences).toEqual([...new Set(sequences)].sort((one, other) => one - other));
    }),
    { numRuns: Math.ceil(rounds / 8) },
  );
  const peak = Math.round(process.memoryUsage().rss / 1e6);
  process.stdout.write(`journal fuzz: the slowest segment took ${Math.round(slowest)} ms, memory ${peak} MB\n`);
  // The short form runs beside other tests.
  expect(slowest).toBeLessThan(isLong ? 1000 : 5000);
}, 7_200_000);

test(`fuzzed headers are cut into pieces that cover them (${rounds} of them)`, () => {
  const headers = fc.array(fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.nat({ max: 300 }).map(anyHeader)), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(headers, (parts) => {
      const bytes = joinBytes(parts);
      const { pieces, torn } = cutSegment(bytes);
      const all = [...pieces, ...(torn === null ? [] : [torn])];
      expect(all.reduce((end, piece) => (piece.at === end ? end + piece.sizeBytes : Number.NaN), 0)).toBe(bytes.length);
    }),
    { numRuns: Math.ceil(rounds / 12) },
  );
}, 7_200_000);

function anyHeader(size: number): Uint8Array {
  return encodeFrame(new Uint8Array(28 + size)).slice(0, 12 + (size % 60));
}

test(`what is sealed rightly and means nothing is told as damage, never thrown (${rounds} frames)`, async () => {
  const binding = await bindingOf();
  const json = fc.oneof(
    fc.json().map((text) => new TextEncoder().encode(text)),
    fc.uint8Array({ maxLength: 50 }),
    near,
  );
  const payload = fc.record({ kind: fc.constantFrom(...frameKinds), said: json, beside: json });
  await fc.assert(
    fc.asyncProperty(fc.array(payload, { minLength: 1, maxLength: 6 }), async (payloads) => {
      const sealed = payloads.map(({ kind, said, beside }): Payload => {
        return { kind, said: new Uint8Array(said), beside: new Uint8Array(beside) };
      });
      const read = await readSegment(binding, joinBytes(await framesOf(binding, sealed)));
      expect(read.frames).toHaveLength(payloads.length);
      let told = 0;
      const lines = segmentLines(writer, read, () => {
        told += 1;
      });
      expect(lines.lines.length + told).toBeGreaterThanOrEqual(payloads.length);
      joinSegments([lines], [], () => undefined);
    }),
    { numRuns: Math.ceil(rounds / 8) },
  );
}, 7_200_000);

/** Nearly what is written: right names, wrong values. */
const near = fc
  .record({
    format: fc.oneof(fc.constant(1), fc.anything()),
    at: fc.oneof(fc.constant("2026-03-04T10:00:00.000Z"), fc.anything()),
    clock: fc.oneof(fc.constant("001772618400000.000001"), fc.anything()),
    heads: fc.oneof(fc.constant([]), fc.anything()),
    body: fc.record({
      kind: fc.oneof(fc.constantFrom("exhibit-added", "cost-kept", "toString"), fc.anything()),
      exhibit: fc.anything(),
    }),
    objects: fc.oneof(fc.constant({}), fc.anything()),
    writer: fc.oneof(fc.constant("ab".repeat(16)), fc.anything()),
    sequence: fc.oneof(fc.nat(), fc.anything()),
    kind: fc.oneof(fc.constantFrom(0, 1), fc.anything()),
    line: fc.oneof(fc.constant("ab".repeat(32)), fc.anything()),
    said: fc.oneof(fc.constant("ab".repeat(32)), fc.anything()),
  })
  .map((value) => {
    try {
      return jsonBytes(value);
    } catch {
      return new Uint8Array(0);
    }
  });

test("a payload comes back as it was, and anything else is none", () => {
  const part = fc.uint8Array({ maxLength: 600 }).map((bytes): Bytes => new Uint8Array(bytes));
  fc.assert(
    fc.property(fc.constantFrom(...frameKinds), part, part, fc.nat(), (kind, said, beside, where) => {
      const plain = encodePayload({ kind, said, beside });
      expect(decodePayload(plain)).toEqual({ kind, said, beside });
      expect(decodePayload(plain.slice(0, -1))).toBeNull();
      expect(decodePayload(joinBytes([plain, new Uint8Array(256)]))).toBeNull();
      const size = 9 + said.length + beside.length;
      if (size === plain.length) return;
      plain[size + (where % (plain.length - size))] = 1;
      expect(decodePayload(plain)).toBeNull();
    }),
  );
});

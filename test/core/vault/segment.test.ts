import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Bytes, joinBytes } from "#core/model/bytes.ts";
import { encodeFrame } from "#core/vault/frame.ts";
import { readSegment, type SegmentRead } from "#core/vault/segment.ts";
import { bindingOf, caseId, caseKey, endsOf, otherCase, otherWriter, someFrames, writer } from "./segment-kit.ts";

const sizes = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 6 });

/** The sequences that opened. */
function sequences(read: SegmentRead): readonly number[] {
  return read.frames.map((frame) => frame.sequence);
}

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

describe("a segment", () => {
  test("gives back every frame in order, with nothing said of damage", async () => {
    const frames = await someFrames([0, 200, 5000]);
    const read = await readSegment(await bindingOf(), joinBytes(frames));
    expect(sequences(read)).toEqual([0, 1, 2, 3]);
    expect([read.damaged, read.torn]).toEqual([[], null]);
  });

  test("cut at each of its bytes gives exactly its complete frames, and says that it is torn", async () => {
    const frames = await someFrames([10, 300]);
    const binding = await bindingOf();
    const whole = joinBytes(frames);
    const ends = endsOf(frames);
    for (let cut = 0; cut < whole.length; cut += 1) {
      const read = await readSegment(binding, whole.slice(0, cut));
      expect(sequences(read)).toEqual(upTo(ends.filter((end) => end <= cut).length));
      expect([read.torn !== null, read.damaged]).toEqual([cut !== 0 && !ends.includes(cut), []]);
    }
  });

  test("with room at its end that a power cut left unfilled is torn there, and not damaged", async () => {
    const frames = await someFrames([10, 300]);
    for (const size of [1, 12, 3000]) {
      const read = await readSegment(await bindingOf(), joinBytes([...frames, new Uint8Array(size)]));
      expect(sequences(read)).toEqual(upTo(frames.length));
      expect([read.damaged, read.torn?.sizeBytes]).toEqual([[], size]);
    }
    const last = frames.at(-1)?.slice() ?? new Uint8Array();
    last.fill(0, 100);
    const read = await readSegment(await bindingOf(), joinBytes([...frames.slice(0, -1), last]));
    expect(sequences(read)).toEqual(upTo(frames.length - 1));
    expect([read.damaged, read.torn?.sizeBytes]).toEqual([[], last.length]);
  });

  test("cut anywhere gives exactly its complete frames, whatever their sizes", async () => {
    const binding = await bindingOf();
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), async (all, where) => {
        const frames = await someFrames(all, binding);
        const whole = joinBytes(frames);
        const cut = where % whole.length;
        const read = await readSegment(binding, whole.slice(0, cut));
        expect(sequences(read)).toEqual(upTo(endsOf(frames).filter((end) => end <= cut).length));
        expect(read.damaged).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("with any one bit changed says damage, loses at most two frames, and invents none", async () => {
    const frames = await someFrames([1, 2]);
    const binding = await bindingOf();
    const whole = joinBytes(frames);
    const ends = endsOf(frames);
    for (let bit = 0; bit < whole.length * 8; bit += 1) {
      const altered = whole.slice();
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const hit = ends.findIndex((end) => end > bit >> 3);
      const read = await readSegment(binding, altered);
      expect(read.damaged.length).toBeGreaterThan(0);
      const left = sequences(read);
      const others = upTo(3).filter((sequence) => sequence !== hit && sequence !== hit + 1);
      expect(left).not.toContain(hit);
      expect(left).toEqual(expect.arrayContaining([...others]));
    }
  }, 120_000);
});

describe("frames that were", () => {
  const opened = async (frames: readonly Bytes[]) => readSegment(await bindingOf(), joinBytes(frames));
  const all = [10, 20, 30, 40, 50];

  test("dropped in the middle are missed: one more is damage, and reading goes on behind it", async () => {
    const frames = await someFrames(all);
    const read = await opened(frames.filter((_, index) => index !== 2 && index !== 3));
    expect(sequences(read)).toEqual([0, 1, 5]);
    expect(read.damaged).toHaveLength(1);
  });

  test("dropped at the beginning are missed", async () => {
    const frames = await someFrames(all);
    const read = await opened(frames.slice(1));
    expect(sequences(read)).toEqual([2, 3, 4, 5]);
    expect(read.damaged).toHaveLength(1);
  });

  test("dropped by the hundred cost two more, and reading goes on behind them", async () => {
    const frames = await someFrames(Array.from({ length: 310 }, () => 1));
    const read = await opened([...frames.slice(0, 5), ...frames.slice(300)]);
    expect(sequences(read)).toEqual([...upTo(5), 303, 304, 305, 306, 307, 308, 309, 310]);
  });

  test("put in another order don't open where they stand", async () => {
    const [a, b, c, d, ...rest] = await someFrames(all);
    if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error("too few");
    const read = await opened([a, c, b, d, ...rest]);
    expect(read.damaged.length).toBeGreaterThan(0);
    expect(sequences(read)).toEqual([0, 4, 5]);
  });

  test("put in twice open once", async () => {
    const frames = await someFrames(all);
    const [a, b, c, ...rest] = frames;
    if (a === undefined || b === undefined || c === undefined) throw new Error("too few");
    const read = await opened([a, b, c, b, c, ...rest]);
    expect(sequences(read)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(read.damaged.length).toBeGreaterThan(0);
  });

  test.each([
    ["another case", otherCase, writer, 1],
    ["another writer", caseId, otherWriter, 1],
    ["another vault", caseId, writer, 2],
  ] as const)("moved to %s don't open", async (_, toCase, toWriter, key) => {
    const moved = await someFrames([10], await bindingOf(toCase, toWriter, await caseKey(key)));
    const mine = await someFrames(all);
    expect(sequences(await opened(moved))).toEqual([]);
    const read = await opened([...mine, ...moved.slice(1)]);
    expect(sequences(read)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(read.damaged).toHaveLength(1);
  });

  test("followed by a sound header that goes past the end hide nothing that stands behind it", async () => {
    const frames = await someFrames(all);
    const long = encodeFrame(new Uint8Array(100_000)).slice(0, 12);
    const read = await opened([...frames.slice(0, 2), long, ...frames.slice(2)]);
    expect(read.torn).toBeNull();
    expect(read.damaged.length).toBeGreaterThan(0);
    expect(sequences(read)).toEqual(expect.arrayContaining([0, 1, 3, 4, 5]));
  });
});

test("what follows a place opens from there alone, bound to the tag before it", async () => {
  const frames = await someFrames([10, 20, 30]);
  const binding = await bindingOf();
  const whole = joinBytes(frames);
  const at = endsOf(frames)[1] ?? 0;
  const place = { sizeBytes: at, sequence: 2, tag: whole.slice(at - 16, at) };
  expect(sequences(await readSegment(binding, whole.slice(at), place))).toEqual([2, 3]);
  const wrong = await readSegment(binding, whole.slice(at), { ...place, tag: new Uint8Array(16) });
  expect([sequences(wrong), wrong.damaged]).toEqual([[3], [{ at, sizeBytes: frames[2]?.length }]]);
});

test("a segment of nothing but frames that don't open is read in bounded time", async () => {
  const frames = await someFrames(
    Array.from({ length: 400 }, () => 1),
    await bindingOf(otherCase),
  );
  const before = performance.now();
  const read = await readSegment(await bindingOf(), joinBytes(frames));
  expect(read.damaged).toHaveLength(401);
  expect(performance.now() - before).toBeLessThan(5000);
});

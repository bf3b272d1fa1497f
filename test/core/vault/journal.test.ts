import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Bytes, joinBytes } from "#core/model/bytes.ts";
import type { Change } from "#core/model/change.ts";
import { decodeSegment, encodeFrame } from "#core/vault/frame.ts";
import { readJournal, writeChange } from "#core/vault/journal.ts";

const payload = fc.uint8Array({ maxLength: 200 }).map((bytes): Bytes => new Uint8Array(bytes));
const payloads = fc.array(payload, { minLength: 1, maxLength: 8 });

/** Where each frame ends when they stand one after the other. */
function endsOf(frames: readonly Bytes[]): readonly number[] {
  return frames.map((_, position) => joinBytes(frames.slice(0, position + 1)).length);
}

function change(at: string, want: string): Change {
  return { at, body: { kind: "wants-told", wants: [want] } };
}

describe("a segment", () => {
  test("gives back every payload in order", () => {
    fc.assert(
      fc.property(payloads, (all) => {
        const read = decodeSegment(joinBytes(all.map(encodeFrame)));
        expect(read).toEqual({ payloads: all, torn: false, damagedBytes: 0 });
      }),
    );
  });

  test("cut anywhere gives every whole frame before the cut, and says it is torn", () => {
    fc.assert(
      fc.property(payloads, fc.nat(), (all, where) => {
        const frames = all.map(encodeFrame);
        const whole = joinBytes(frames);
        const cut = where % whole.length;
        const read = decodeSegment(whole.slice(0, cut));
        const ends = endsOf(frames);
        const complete = ends.filter((end) => end <= cut).length;
        expect(read.payloads).toEqual(all.slice(0, complete));
        expect(read.torn).toBe(cut !== 0 && !ends.includes(cut));
        expect(read.damagedBytes).toBe(0);
      }),
    );
  });

  test("with one byte changed anywhere loses at most the frame it is in, and never invents one", () => {
    fc.assert(
      fc.property(payloads, fc.nat(), fc.integer({ min: 1, max: 255 }), (all, where, flip) => {
        const frames = all.map(encodeFrame);
        const whole = joinBytes(frames);
        const at = where % whole.length;
        whole[at] = (whole[at] ?? 0) ^ flip;
        const hit = endsOf(frames).findIndex((end) => end > at);
        const read = decodeSegment(whole);
        expect(read.payloads).toEqual(all.filter((_, position) => position !== hit));
        expect(read.torn || read.damagedBytes > 0).toBe(true);
      }),
    );
  });
});

describe("a journal", () => {
  test("of two writers is read in the order things were done", () => {
    const first = joinBytes([writeChange(change("2026-01-01T10:00:00.000Z", "a"))]);
    const second = joinBytes([writeChange(change("2026-01-01T09:00:00.000Z", "b"))]);
    const read = readJournal([
      { writer: "1", bytes: first },
      { writer: "2", bytes: second },
    ]);
    expect(read.changes.map((one) => one.at)).toEqual(["2026-01-01T09:00:00.000Z", "2026-01-01T10:00:00.000Z"]);
    expect(read.notes).toEqual([]);
  });

  test("keeps one writer's own order when the clock was set back", () => {
    const bytes = joinBytes([
      writeChange(change("2026-01-02T00:00:00.000Z", "earlier")),
      writeChange(change("2026-01-01T00:00:00.000Z", "later")),
    ]);
    const read = readJournal([{ writer: "1", bytes }]);
    expect(read.changes.map((one) => one.body)).toEqual([
      { kind: "wants-told", wants: ["earlier"] },
      { kind: "wants-told", wants: ["later"] },
    ]);
  });

  test("says damage when a sound frame holds no change", () => {
    const bytes = encodeFrame(new TextEncoder().encode("not a change"));
    expect(readJournal([{ writer: "1", bytes }])).toEqual({ changes: [], latest: "", notes: ["journal-damaged"] });
  });
});

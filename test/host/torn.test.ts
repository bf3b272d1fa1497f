import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinBytes } from "#core/model/bytes.ts";
import { cutSegment } from "#core/vault/frame.ts";
import { setTornEndAside } from "../../src-main/host/torn.ts";
import { bytesOf, hostOn, idOf, taken, temporaryFolder } from "./temporary.ts";
import { filledFrame, testFrame } from "./test-frames.ts";

const [caseId, writer] = [idOf("a"), idOf("b")];
const frames = [filledFrame(28, 1), filledFrame(60, 2), filledFrame(30, 3)];
const segment = joinBytes(frames);

/** What is left of a segment, and what was set aside of it, by name. */
async function cutEndOf(bytes: Uint8Array, times = 1) {
  const folder = await temporaryFolder();
  await writeFile(join(folder, `${writer}.seg`), bytes);
  for (let time = 0; time < times; time += 1) await setTornEndAside(folder, writer);
  const names = (await readdir(folder)).sort();
  const contents = await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const));
  const all = new Map(contents);
  return { left: new Uint8Array(all.get(`${writer}.seg`) ?? []), torn: all.get(`${writer}.1.torn`), names };
}

describe("the end of a segment that a crash cut short", () => {
  it("is set aside, whichever byte it was cut at, and exactly the whole frames stay", async () => {
    const ends = [0, frames[0]?.length ?? 0, joinBytes(frames.slice(0, 2)).length, segment.length];
    for (let size = 0; size <= segment.length; size += 1) {
      const { left, torn, names } = await cutEndOf(segment.slice(0, size));
      const whole = Math.max(...ends.filter((end) => end <= size));
      expect(left).toEqual(segment.slice(0, whole));
      expect(torn?.equals(segment.slice(whole, size)) ?? whole === size).toBe(true);
      expect(names).toHaveLength(whole === size ? 1 : 2);
    }
  });

  it("is kept once, though the crash came between keeping it and cutting it off", async () => {
    const folder = await temporaryFolder();
    const tail = (frames[1] ?? segment).slice(0, 50);
    await writeFile(join(folder, `${writer}.seg`), joinBytes([segment, tail]));
    await writeFile(join(folder, `${writer}.1.torn`), tail);
    await setTornEndAside(folder, writer);
    expect((await readdir(folder)).sort()).toEqual([`${writer}.1.torn`, `${writer}.seg`]);
    expect(new Uint8Array(await readFile(join(folder, `${writer}.seg`)))).toEqual(segment);
  });

  it("gets the next number where an earlier end was set aside", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, `${writer}.9.torn`), "an earlier end");
    await writeFile(join(folder, `${writer}.seg`), joinBytes([segment, bytesOf("Fl")]));
    await setTornEndAside(folder, writer);
    expect(await readFile(join(folder, `${writer}.10.torn`), "utf8")).toBe("Fl");
    expect(await readFile(join(folder, `${writer}.9.torn`), "utf8")).toBe("an earlier end");
  });

  it("is told where a power cut left room that was never filled, and not where one byte in it is something", async () => {
    const zeros = new Uint8Array(3000);
    for (const size of [1, 11, 12, 3000]) {
      const { left, torn } = await cutEndOf(joinBytes([segment, zeros.slice(0, size)]));
      expect(left).toEqual(segment);
      expect(torn).toHaveLength(size);
    }
    const half = filledFrame(600, 9);
    half.fill(0, 300);
    expect((await cutEndOf(joinBytes([segment, half, zeros]))).left).toEqual(segment);
    expect((await cutEndOf(joinBytes([segment, half]))).left).toEqual(segment);
    half.fill(9, -16, -15);
    expect((await cutEndOf(joinBytes([segment, half]))).left).toHaveLength(segment.length + half.length);
    zeros[1500] = 1;
    expect((await cutEndOf(joinBytes([segment, zeros]))).left).toHaveLength(segment.length + 3000);
  });

  it("is told only where the frame alone is cut: one that runs over a whole frame behind it is damage", async () => {
    const lying = filledFrame(500, 4).slice(0, 60);
    const bytes = joinBytes([segment, lying, filledFrame(30, 5)]);
    expect((await cutEndOf(bytes)).left).toEqual(bytes);
    const cutAgain = joinBytes([bytes, filledFrame(30, 6).slice(0, 20)]);
    expect((await cutEndOf(cutAgain)).left).toEqual(bytes);
  });
});

describe("damage in a segment", () => {
  it("is never rewritten, wherever one bit was flipped", async () => {
    for (let at = 0; at < segment.length; at += 1) {
      const damaged = segment.slice();
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8));
      const { left, torn } = await cutEndOf(damaged);
      expect(joinBytes([left, torn ?? new Uint8Array()])).toEqual(damaged);
      expect(left).toEqual(damaged);
    }
  });

  it("does not keep a cut end behind it from being set aside", async () => {
    const damaged = segment.slice();
    damaged[0] = 0;
    const { left, torn } = await cutEndOf(joinBytes([damaged, filledFrame(90, 7).slice(0, 50)]));
    expect(left).toEqual(damaged);
    expect(torn).toHaveLength(50);
  });

  it("is left alone together with whatever else stands in a segment, and the reader agrees what is torn", async () => {
    const piece = fc.oneof(
      fc.uint8Array({ minLength: 28, maxLength: 80 }).map(testFrame),
      fc
        .uint8Array({ minLength: 28, maxLength: 80 })
        .chain((inside) => fc.nat({ max: inside.length + 11 }).map((size) => testFrame(inside).slice(0, size))),
      fc.uint8Array({ maxLength: 40 }).map((bytes) => new Uint8Array(bytes)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 6 }), async (pieces) => {
        const bytes = joinBytes(pieces);
        const { left, torn } = await cutEndOf(bytes, 2);
        expect(joinBytes([left, torn ?? new Uint8Array()])).toEqual(bytes);
        const cut = cutSegment(bytes);
        const stays = cut.torn === null || cut.pieces.at(-1)?.kind === "damage";
        expect(left.length).toBe(stays ? bytes.length : cut.torn.at);
      }),
      { numRuns: 60 },
    );
  });
});

describe("taking a case", () => {
  it("sets the cut ends of all its segments aside and says so, and the rest is as it was", async () => {
    const folder = await temporaryFolder();
    const journal = join(folder, "cases", caseId, "journal");
    await mkdir(journal, { recursive: true });
    await writeFile(join(journal, `${writer}.seg`), joinBytes([segment, bytesOf("Flio")]));
    await writeFile(join(journal, `${idOf("c")}.seg`), segment);
    const host = hostOn(folder);
    await taken(host, caseId);
    const found = await host.readCase(caseId);
    expect(found.tornTails).toEqual([{ writer, sizeBytes: 4 }]);
    expect(found.segments.map(({ sizeBytes }) => sizeBytes)).toEqual([segment.length, segment.length]);
  });

  it("finds frames that stretch over many blocks of reading whole", async () => {
    const large = joinBytes([filledFrame(300_000, 8), filledFrame(262_144, 9), filledFrame(262_132, 1)]);
    expect((await cutEndOf(large)).left).toEqual(large);
    expect((await cutEndOf(large.slice(0, -1))).left.length).toBe(large.length - 262_144);
  });
});

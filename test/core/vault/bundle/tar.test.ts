import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { partsFrom, partsOf } from "#core/vault/bundle/streams.ts";
import { type OutFile, readTar, tarOf } from "#core/vault/bundle/tar.ts";
import { allOf, streamIn } from "./small-bags.ts";

async function* files(list: readonly (readonly [string, Uint8Array])[]): AsyncGenerator<OutFile> {
  for (const [path, bytes] of list) yield { path, sizeBytes: bytes.length, parts: () => partsFrom([bytes]) };
}

const at = new Date("2026-11-23T10:00:00Z");
const long = `data/originals/${"é".repeat(80)}/${"x".repeat(120)}`;

describe("a tar", () => {
  test("gives back every file, whatever its name and size, and whichever were passed over", async () => {
    const list = [0, 1, 511, 512, 513, 70_000, 3_000_000].map(
      (size) => [`f${size}`, new Uint8Array(size).fill(size)] as const,
    );
    const made = await allOf(partsOf(tarOf("top", files([...list, [long, new Uint8Array(9)]]), at)));
    for (const skipped of [[], [0, 1, 2, 3, 4], [5], [6]]) {
      let number = 0;
      for await (const entry of readTar(streamIn(made, 65_536))) {
        const [path, bytes] = list[number] ?? [long, new Uint8Array(9)];
        expect([entry.path, entry.kind, entry.sizeBytes]).toEqual([`top/${path}`, "file", bytes.length]);
        await setTimeout(5);
        if (!skipped.includes(number)) expect(Buffer.compare(await allOf(entry.parts()), bytes)).toBe(0);
        number += 1;
      }
      expect(number).toBe(list.length + 1);
    }
  });

  test("may be left in the middle of an entry", async () => {
    const made = await allOf(
      partsOf(
        tarOf(
          "top",
          files([
            ["a", new Uint8Array(300_000)],
            ["b", new Uint8Array(3)],
          ]),
          at,
        ),
      ),
    );
    const seen: string[] = [];
    for await (const entry of readTar(streamIn(made, 1000))) {
      seen.push(entry.path);
      for await (const _part of entry.parts()) break;
    }
    expect(seen).toEqual(["top/a", "top/b"]);
  });

  test("fails with what a file fails with", async () => {
    async function* broken(): AsyncGenerator<OutFile> {
      yield { path: "a", sizeBytes: 3, parts: () => failing() };
    }
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(2);
      throw new Error("gone");
    }
    await expect(allOf(partsOf(tarOf("top", broken(), at)))).rejects.toThrow("gone");
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Bytes, joinBytes } from "#core/model/bytes.ts";
import { chunkBytes, type ObjectKey, openedSize, openObject, sealedSize, sealObject } from "#core/vault/object.ts";

const place: ObjectKey = { stored: "0b".repeat(16), key: new Uint8Array(32).fill(7) };
/** What a whole chunk holds. */
const plain = chunkBytes - 16;

async function* inParts(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function gather(parts: AsyncIterable<Bytes>): Promise<Bytes> {
  const all: Bytes[] = [];
  for await (const part of parts) all.push(part);
  return joinBytes(all);
}

function sealed(bytes: Uint8Array, partSize = 100_000, by = place): Promise<Bytes> {
  return gather(sealObject(by, bytes.length, inParts(bytes, partSize)));
}

/** Reads as a host does: at most 1 MiB, shorter or empty at the end. */
function from(bytes: Bytes) {
  return async (offset: number) => bytes.slice(offset, offset + chunkBytes);
}

function opened(bytes: Bytes, by = place): Promise<Bytes> {
  return gather(openObject(by, from(bytes)));
}

describe("an object", () => {
  test.each([0, 1, 247, 248, 249, plain - 9, plain - 8, plain - 7, plain, plain + 1, 2 * plain, 3 * chunkBytes + 5])(
    "of %i bytes comes back as it was, as large on disk as was said",
    async (size) => {
      const bytes = Uint8Array.from({ length: size }, (_, at) => at * 7);
      const onDisk = await sealed(bytes, 777_777);
      expect(onDisk.length).toBe(sealedSize(size));
      expect((await opened(onDisk)).every((byte, at) => byte === bytes[at])).toBe(true);
      expect((await opened(onDisk)).length).toBe(size);
      expect(await openedSize(place, from(onDisk))).toBe(size);
    },
  );

  test("comes back whatever parts it came in", async () => {
    const part = fc.uint8Array({ maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
        const whole = joinBytes(parts);
        async function* all() {
          yield* parts;
        }
        expect(await opened(await gather(sealObject(place, whole.length, all())))).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });

  test("whose parts come to another size than was said is refused", async () => {
    const parts = () => inParts(new Uint8Array(10), 3);
    await expect(gather(sealObject(place, 9, parts()))).rejects.toThrow("come to its size");
    await expect(gather(sealObject(place, 11, parts()))).rejects.toThrow("come to its size");
  });

  test("with any one bit changed doesn't open", async () => {
    const onDisk = await sealed(new Uint8Array(20).fill(1));
    for (let bit = 0; bit < onDisk.length * 8; bit += 1) {
      const altered = onDisk.slice();
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await expect(opened(altered)).rejects.toMatchObject({ code: "object-damaged" });
    }
  });

  test("cut short anywhere, grown, or with chunks dropped, swapped or repeated doesn't open", async () => {
    const onDisk = await sealed(new Uint8Array(3 * plain).fill(3));
    const chunk = (number: number) => onDisk.slice(number * chunkBytes, (number + 1) * chunkBytes);
    const rest = onDisk.slice(3 * chunkBytes);
    const altered = [
      new Uint8Array(0),
      onDisk.slice(0, 10),
      onDisk.slice(0, -1),
      onDisk.slice(0, 3 * chunkBytes),
      onDisk.slice(0, chunkBytes),
      joinBytes([onDisk, new Uint8Array(1)]),
      joinBytes([onDisk, chunk(1)]),
      joinBytes([chunk(0), chunk(2), rest]),
      joinBytes([chunk(1), chunk(0), chunk(2), rest]),
      joinBytes([chunk(0), chunk(0), chunk(1), chunk(2), rest]),
    ];
    for (const bytes of altered) await expect(opened(bytes)).rejects.toMatchObject({ code: "object-damaged" });
  });

  test("stored under another id, or opened with another key, doesn't open", async () => {
    const onDisk = await sealed(new Uint8Array(20));
    const others = [
      { ...place, stored: "0c".repeat(16) },
      { ...place, key: new Uint8Array(32).fill(8) },
    ];
    for (const by of others) {
      await expect(opened(onDisk, by)).rejects.toMatchObject({ code: "object-damaged" });
      await expect(openedSize(by, from(onDisk))).rejects.toMatchObject({ code: "object-damaged" });
    }
  });

  test("of 64 MiB is sealed and opened with a few chunks held at a time", async () => {
    const size = 64 * 1024 * 1024;
    let [made, written, ahead] = [0, 0, 0];
    async function* source() {
      for (; made < size; made += 65_536) yield new Uint8Array(65_536);
    }
    for await (const chunk of sealObject(place, size, source())) {
      written += chunk.length;
      ahead = Math.max(ahead, made - written);
    }
    expect(written).toBe(sealedSize(size));
    expect(ahead).toBeLessThan(4 * chunkBytes);
  });
});

import { armor } from "age-encryption";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unlockWithAge } from "#core/vault/bundle/age-file.ts";
import { unarmoured } from "#core/vault/bundle/armour.ts";
import { partsFrom, partsOf } from "#core/vault/bundle/streams.ts";
import { allOf, locked, pair, sourceOf } from "./small-bags.ts";

const text = (armoured: string) => new TextEncoder().encode(armoured);
const byPair = { identities: [pair.identity] };

async function code(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => "opened",
    (cause) => cause.code ?? cause,
  );
}

async function opened(bytes: Uint8Array, partBytes?: number) {
  return allOf(partsOf(await unlockWithAge(sourceOf(bytes, partBytes), byPair)));
}

describe("an armoured age file", () => {
  test("opens whatever the size of its parts, its line ends, and the white space around it", async () => {
    const plain = text("a letter of 3 March 2026 ".repeat(400));
    const armoured = armor.encode(await locked(plain, { recipients: [pair.recipient] }));
    for (const written of [
      armoured,
      armoured.replaceAll("\n", "\r\n"),
      armoured.trimEnd(),
      `\n \r\n${armoured} \n\n`,
    ]) {
      for (const partBytes of [1, 7, 64, 1000, 1_000_000])
        expect(await opened(text(written), partBytes)).toEqual(plain);
    }
  });

  test("larger than 32 MiB opens too, and is not called damaged", async () => {
    const plain = new Uint8Array(27_000_000).fill(7);
    const armoured = text(armor.encode(await locked(plain, { recipients: [pair.recipient] })));
    expect(armoured.length).toBeGreaterThan(2 ** 25);
    expect((await opened(armoured, 1_048_576)).length).toBe(plain.length);
  }, 60_000);

  test("opens nowhere it was cut short or added to", async () => {
    const armoured = armor.encode(await locked(text("short"), { recipients: [pair.recipient] }));
    for (let size = 0; size < armoured.length - 1; size += 1) {
      expect([size, await code(opened(text(armoured.slice(0, size))))]).not.toEqual([size, "opened"]);
    }
    for (const wrong of [
      `${armoured}x`,
      `x${armoured}`,
      armoured.replace("\n", "\n\n"),
      armoured.replace("\n", " \n"),
    ]) {
      expect(await code(opened(text(wrong)))).toMatch(/^bundle-(?:damaged|unknown)$/);
    }
  });

  test("without an end to its line is refused before it fills the memory", async () => {
    async function* endless() {
      yield text("-----BEGIN AGE ENCRYPTED FILE-----\n");
      for (let part = 0; part < 1000; part += 1) {
        seen += 1;
        yield text("A".repeat(100_000));
      }
    }
    let seen = 0;
    expect(await code(allOf(unarmoured(endless())))).toBe("bundle-damaged");
    expect(seen).toBe(1);
  });

  test("gives what age's own library gives, or is refused where that refuses it", async () => {
    const whole = armor.encode(new Uint8Array(200).map((_, at) => at));
    const line = fc.constantFrom("\n", "\r\n", " ", "=", "A", "AAAA", "", "-----END AGE ENCRYPTED FILE-----\n");
    await fc.assert(
      fc.asyncProperty(line, fc.nat(whole.length), fc.nat(3), async (put, at, gone) => {
        const spoilt = whole.slice(0, at) + put + whole.slice(at + gone);
        const ours = await allOf(unarmoured(partsFrom([text(spoilt)]))).catch(() => null);
        expect(ours).toEqual(byLibrary(spoilt));
      }),
      { numRuns: 2000 },
    );
  });
});

function byLibrary(armoured: string): Uint8Array | null {
  try {
    return armor.decode(armoured);
  } catch {
    return null;
  }
}

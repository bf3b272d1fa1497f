import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkRecipients, unlockWithAge } from "#core/vault/bundle/age-file.ts";
import type { Scrypt } from "#core/vault/bundle/scrypt.ts";
import { partsOf } from "#core/vault/bundle/streams.ts";
import { allOf, locked, otherPair, pair, sourceOf } from "./small-bags.ts";

const plain = new TextEncoder().encode("a letter of 3 March 2026 ".repeat(4000));
const forPair = { recipients: [pair.recipient] };
const byPair = { identities: [pair.identity] };

async function opened(bytes: Uint8Array, secret: Parameters<typeof unlockWithAge>[1], partBytes?: number) {
  return allOf(partsOf(await unlockWithAge(sourceOf(bytes, partBytes), secret)));
}

function code(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => "opened",
    (cause) => cause.code ?? cause,
  );
}

describe("age files", () => {
  test("what was locked with a passphrase opens with it, and with no other", async () => {
    const bytes = await locked(plain, { passphrase: "three words here" });
    expect(await opened(bytes, { passphrase: "three words here" })).toEqual(plain);
    expect(await code(opened(bytes, { passphrase: "three words" }))).toBe("bundle-wrong-secret");
    expect(await code(opened(bytes, byPair))).toBe("bundle-wrong-secret");
  });

  test("what was locked for two opens for each of them", async () => {
    const bytes = await locked(plain, { recipients: [pair.recipient, otherPair.recipient] });
    for (const one of [pair, otherPair]) {
      expect(await opened(bytes, { identities: [one.identity] })).toEqual(plain);
    }
    expect(await code(opened(bytes, { passphrase: "three words here" }))).toBe("bundle-wrong-secret");
  });

  test("parts of any size give the same", async () => {
    const bytes = await locked(plain, forPair);
    for (const partBytes of [1, 7, 1000, bytes.length]) {
      expect(await opened(bytes, byPair, partBytes)).toEqual(plain);
    }
  });

  test("nothing that is cut short opens as if it were whole", async () => {
    const bytes = await locked(plain, forPair);
    const lengths = new Set(Array.from({ length: 240 }, (_, at) => at));
    for (let at = 240; at < bytes.length; at += 997) lengths.add(at);
    for (const at of lengths) expect(await code(opened(bytes.subarray(0, at), byPair))).not.toBe("opened");
    expect(await code(opened(bytes.subarray(0, bytes.length - 1), byPair))).toBe("bundle-damaged");
  });

  test("one changed bit anywhere keeps it shut", async () => {
    const bytes = await locked(plain.subarray(0, 300), forPair);
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      expect([at, await code(opened(flipped, byPair))]).not.toEqual([at, "opened"]);
    }
  });

  test("what is no age file is unknown, not damaged", async () => {
    for (const text of ["", "PK\u{3}\u{4} a zip", "age-encryption.org/v2\n", "%PDF-1.7"]) {
      expect(await code(opened(new TextEncoder().encode(text), byPair))).toBe("bundle-unknown");
    }
  });

  test("a header without an end is refused before it fills the memory", async () => {
    const endless = new TextEncoder().encode(
      `age-encryption.org/v1\n-> X25519 ${"A".repeat(43)}\n${"A\n".repeat(2e6)}`,
    );
    expect(await code(opened(endless, byPair))).toBe("bundle-damaged");
  });

  test("a work factor beyond 20 is refused before anything is derived", async () => {
    let asked = 0;
    const counting: Scrypt = async () => {
      asked += 1;
      return new Uint8Array(32);
    };
    const text = new TextDecoder("latin1").decode(await locked(plain, { passphrase: "x" }, counting));
    expect(asked).toBe(1);
    const steep = Buffer.from(text.replace(/(-> scrypt \S+) 17\n/, "$1 21\n"), "latin1");
    expect(await code(unlockWithAge(sourceOf(steep), { passphrase: "x" }, counting))).toBe("bundle-damaged");
    expect(asked).toBe(1);
  });

  test("only a line that begins with age1 and is whole is a public key", () => {
    expect(checkRecipients([` ${pair.recipient}\n`, pair.recipient])).toEqual([pair.recipient]);
    for (const wrong of ["", "age1", pair.identity, pair.recipient.slice(0, -1), `${pair.recipient.slice(0, -1)}q`]) {
      expect(() => checkRecipients([wrong])).toThrow("recipient-wrong");
    }
  });

  test("whatever the file, there is an answer by code", async () => {
    const whole = await locked(plain.subarray(0, 500), forPair);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.nat(whole.length), async (bytes, at) => {
        const mixed = Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at + bytes.length)]);
        const answer = await code(opened(mixed, byPair));
        if (answer === "opened") expect(mixed.equals(Buffer.from(whole))).toBe(true);
        else expect(answer).toMatch(/^bundle-(?:unknown|damaged|wrong-secret)$/);
      }),
    );
  });
});

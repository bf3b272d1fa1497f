import fc from "fast-check";
import { expect, test } from "vitest";
import type { KeyFiles } from "#core/host.ts";
import { type Bytes, joinBytes } from "#core/model/bytes.ts";
import { type ProblemCode, problemCodes } from "#core/problems.ts";
import { newCaseKey, openCaseKey } from "#core/vault/case-key.ts";
import { utf8 } from "#core/vault/text-codes.ts";
import { checkKeyFiles, unlockKeyFiles } from "#core/vault/vault.ts";
import { codeOf, fastKdf } from "./key-disk.ts";
import { firstSecret, forged, textOf, there, vaultWithAllSlots } from "./vaults.ts";

/** FOLIO_FUZZ=100000 runs as many; the short form is for every day. */
const runs = Number(process.env["FOLIO_FUZZ"] ?? 3000);

const made = await vaultWithAllSlots();
const { files } = made.disk;
const whole = there(files.main);
const caseId = "e".repeat(32);
const caseKey = (await newCaseKey(made.vault, caseId)).file;

/** A file with a piece cut out, doubled, overwritten or replaced by text that means something to the reader. */
function altered(bytes: Bytes): fc.Arbitrary<Bytes> {
  const meant = ['"', ",", "{}", "[", "]", "null", "1e9", "\\u0000", '"version":2', '"slots":[]', '"passes":1', "00"];
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.constantFrom(...meant).map((text) => new Uint8Array(utf8(text))),
    fc.constant(bytes.slice(100, 400)),
  );
  const cut = fc.record({ at: fc.nat(bytes.length), drop: fc.nat(60), piece });
  return fc
    .array(cut, { minLength: 1, maxLength: 4 })
    .map((cuts) =>
      cuts.reduce((now, one) => joinBytes([now.slice(0, one.at), one.piece, now.slice(one.at + one.drop)]), bytes),
    );
}

function summed(bytes: Bytes): Bytes {
  return forged(bytes, (text) => text);
}

function anyFile(bytes: Bytes): fc.Arbitrary<Bytes> {
  const rubbish = fc.uint8Array({ maxLength: 400 }).map((some) => new Uint8Array(some));
  return fc.oneof(
    { weight: 4, arbitrary: altered(bytes) },
    { weight: 4, arbitrary: altered(bytes).map(summed) },
    { weight: 1, arbitrary: rubbish },
    { weight: 1, arbitrary: fc.json({ maxDepth: 6 }).map(utf8) },
    { weight: 1, arbitrary: fc.constant(bytes) },
  );
}

const maybe = (bytes: Bytes) => fc.option(anyFile(bytes));
const anyFiles: fc.Arbitrary<KeyFiles> = fc.record({
  main: maybe(whole),
  copy: maybe(whole),
  head: maybe(there(files.head)),
});

test(`${runs} fuzzed key files give a vault or a typed problem, and never another root key`, {
  timeout: 0,
}, async () => {
  const seen = new Set<ProblemCode | "opened">();
  let slowest = 0;
  await fc.assert(
    fc.asyncProperty(anyFiles, async (changed) => {
      const began = performance.now();
      const found = checkKeyFiles(changed);
      expect(found.every((code) => problemCodes.includes(code))).toBe(true);
      const unlocking = unlockKeyFiles(changed, firstSecret, fastKdf);
      seen.add(await codeOf(unlocking));
      slowest = Math.max(slowest, performance.now() - began);
      const opened = await unlocking.catch(() => null);
      if (opened === null) return;
      expect(opened.vault.id).toBe(made.vault.id);
      expect([changed.main, changed.copy].map((bytes) => bytes !== null && textOf(bytes))).toContain(textOf(whole));
    }),
    { numRuns: runs },
  );
  expect(seen.has("opened") && seen.has("vault-damaged") && seen.has("vault-missing")).toBe(true);
  expect(slowest).toBeLessThan(1000);
});

test("fuzzed case keys give the key or a typed problem", { timeout: 0 }, async () => {
  const copies = fc.array(anyFile(caseKey), { maxLength: 2 });
  await fc.assert(
    fc.asyncProperty(copies, async (some) => {
      const code = await codeOf(openCaseKey(made.vault, caseId, some));
      expect(["opened", "case-key-damaged", "vault-newer"]).toContain(code);
      if (code === "opened") expect(some.map(textOf)).toContain(textOf(caseKey));
    }),
    { numRuns: Math.ceil(runs / 3) },
  );
});

import { describe, expect, test } from "vitest";
import type { Bytes } from "#core/model/bytes.ts";
import {
  addCaseKey,
  type CaseKeys,
  dropOldCaseKey,
  moveCaseKey,
  newCaseKey,
  openCaseKey,
} from "#core/vault/case-key.ts";
import { deriveBytes } from "#core/vault/derive.ts";
import { toHex, utf8 } from "#core/vault/text-codes.ts";
import { beginKeyChange, endKeyChange } from "#core/vault/vault-keys.ts";
import { codeOf, fastKdf } from "./key-disk.ts";
import { firstSecret, forged, madeVault, textOf } from "./vaults.ts";

const caseId = "c".repeat(32);
const otherCase = "d".repeat(32);
const { vault } = await madeVault();

async function marks({ keys }: CaseKeys): Promise<string[]> {
  return Promise.all(keys.map(async (key) => toHex(await deriveBytes(key, "a mark for the tests"))));
}

const twice = (file: Bytes) => [file, new Uint8Array(file)];

describe("a case's key", () => {
  test("comes back from its file, and no two cases have the same", async () => {
    const { file, keys } = await newCaseKey(vault, caseId);
    const opened = await openCaseKey(vault, caseId, twice(file));
    expect(opened.keys.caseId).toBe(caseId);
    expect(await marks(opened.keys)).toEqual(await marks(keys));
    expect([opened.copyDamaged, opened.sealedBefore]).toEqual([false, false]);
    expect(await marks((await newCaseKey(vault, otherCase)).keys)).not.toEqual(await marks(keys));
  });

  test("opens in no other vault and for no other case", async () => {
    const { file } = await newCaseKey(vault, caseId);
    const other = (await madeVault()).vault;
    expect(await codeOf(openCaseKey(other, caseId, twice(file)))).toBe("case-key-damaged");
    expect(await codeOf(openCaseKey(vault, otherCase, twice(file)))).toBe("case-key-damaged");
    const renamed = forged(file, (text) => text.replace(caseId, otherCase));
    expect(await codeOf(openCaseKey(vault, otherCase, twice(renamed)))).toBe("case-key-damaged");
  });

  test("with one copy missing, other or beside rubbish opens, and says so", async () => {
    const { file } = await newCaseKey(vault, caseId);
    const foreign = (await newCaseKey((await madeVault()).vault, caseId)).file;
    for (const copies of [[file], [file, foreign], [foreign, file], [utf8("{}"), file], [file, new Uint8Array(0)]]) {
      const opened = await openCaseKey(vault, caseId, copies);
      expect([opened.copyDamaged, opened.sound]).toEqual([true, file]);
    }
    expect(await codeOf(openCaseKey(vault, caseId, []))).toBe("case-key-damaged");
  });

  test("of a later version is left alone and named", async () => {
    const { file } = await newCaseKey(vault, caseId);
    const later = forged(file, (text) => text.replace('"version":1', '"version":2'));
    expect(await codeOf(openCaseKey(vault, caseId, [file, later]))).toBe("vault-newer");
  });

  test.each([
    ["no keys", (text: string) => text.replace(/"keys":\[.*\]/, '"keys":[]')],
    ["three keys", (text: string) => text.replace(/"keys":\[(.*)\]/, '"keys":[$1,$1,$1]')],
    ["keys that are no list", (text: string) => text.replace(/"keys":\[(.*)\]/, '"keys":$1')],
    ["the same name twice", (text: string) => text.replace('"version":1', '"version":1,"version":1')],
    ["a short key", (text: string) => text.replace(/"keys":\[".{4}/, '"keys":["')],
    ["a space", (text: string) => `${text} `],
  ])("with %s is damaged, though somebody summed it again", async (_, alter) => {
    const { file } = await newCaseKey(vault, caseId);
    expect(await codeOf(openCaseKey(vault, caseId, twice(forged(file, alter))))).toBe("case-key-damaged");
  });

  test("moves to another vault and stays the same key", async () => {
    const { file, keys } = await newCaseKey(vault, caseId);
    const other = (await madeVault()).vault;
    const moved = await moveCaseKey(vault, other, caseId, twice(file));
    expect(await marks((await openCaseKey(other, caseId, twice(moved))).keys)).toEqual(await marks(keys));
    expect(await codeOf(openCaseKey(vault, caseId, twice(moved)))).toBe("case-key-damaged");
  });
});

describe("a change of all keys, case by case", () => {
  test("puts a new key first, keeps the earlier one until it is dropped, and is under the new root key at once", async () => {
    const made = await madeVault();
    const old = await newCaseKey(made.vault, caseId);
    const begun = await beginKeyChange(made.disk, made.vault, firstSecret, "second", fastKdf);
    const both = await addCaseKey(begun.vault, caseId, twice(old.file));
    const [fresh = "", earlier = ""] = await marks(both.keys);
    expect([earlier]).toEqual(await marks(old.keys));
    expect(fresh).not.toBe(earlier);
    expect((await openCaseKey(begun.vault, caseId, twice(both.file))).sealedBefore).toBe(false);
    const done = await dropOldCaseKey(begun.vault, caseId, twice(both.file));
    const after = await endKeyChange(made.disk, begun.vault);
    expect(await marks((await openCaseKey(after, caseId, twice(done.file))).keys)).toEqual([fresh]);
    expect(await codeOf(openCaseKey(made.vault, caseId, twice(done.file)))).toBe("case-key-damaged");
  });

  test("begun again after a stop goes on with the same new key", async () => {
    const made = await madeVault();
    const old = await newCaseKey(made.vault, caseId);
    const begun = await beginKeyChange(made.disk, made.vault, firstSecret, "second", fastKdf);
    const both = await addCaseKey(begun.vault, caseId, twice(old.file));
    // the crash came between the two copies
    for (const copies of [
      [old.file, both.file],
      [both.file, old.file],
    ]) {
      const opened = await openCaseKey(begun.vault, caseId, copies);
      expect([opened.sound, opened.copyDamaged]).toEqual([both.file, true]);
      const again = await addCaseKey(begun.vault, caseId, copies);
      expect(await marks(again.keys)).toEqual(await marks(both.keys));
    }
  });

  test("leaves no earlier seal in the file", async () => {
    const { file } = await newCaseKey(vault, caseId);
    const both = await addCaseKey(vault, caseId, twice(file));
    const sealed = /"keys":\["(.*?)"/.exec(textOf(file))?.[1] ?? "";
    expect(textOf(both.file)).not.toContain(sealed);
  });
});

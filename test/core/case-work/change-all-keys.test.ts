import { expect, test } from "vitest";
import { readObject } from "#core/case-work/case-objects.ts";
import { changeAllKeys, resumeKeyChange } from "#core/case-work/change-all-keys.ts";
import { eraseFromCase } from "#core/case-work/erase.ts";
import { caseHead, readHistory } from "#core/case-work/history.ts";
import { nameCases } from "#core/case-work/name-cases.ts";
import { closeKept, openCase } from "#core/case-work/open-case.ts";
import type { Host } from "#core/host.ts";
import { Problem } from "#core/problems.ts";
import { openCaseKey } from "#core/vault/case-key.ts";
import { draftAad, draftSealer } from "#core/vault/draft.ts";
import { createVault, unlockVault } from "#core/vault/vault.ts";
import { bytesOf, hostOn, temporaryFolder } from "../../host/temporary.ts";
import { alter, begunCase, filesOf, found, now, wanting, withLetter } from "./vault-kit.ts";

/** A key derivation that takes no time: what it is worth is tested where it is made. */
const kdf = async (passphrase: string) => {
  const digest = await crypto.subtle.digest("SHA-256", bytesOf(passphrase));
  return new Uint8Array(digest);
};
const old = { kind: "passphrase", passphrase: "old" } as const;
const next = { kind: "passphrase", passphrase: "next" } as const;
const draftId = "dd".repeat(16);

/** Two cases: one with two launches, an erased letter, a draft; one with nothing but its beginning. */
async function twoCases() {
  const folder = await temporaryFolder();
  const host = hostOn(folder);
  const { vault } = await createVault(host, old.passphrase, kdf);
  let kept = await withLetter(await withLetter(await begunCase(host, vault), "first"), "second");
  await closeKept(kept);
  kept = (await openCase(host, vault, kept.file.id)).kept;
  kept = await withLetter(kept, "third");
  ({ kept } = await eraseFromCase(kept, { exhibitIds: [kept.file.exhibits[0]?.id ?? ""] }, now));
  kept = await wanting(kept, "an apology");
  const key = kept.disk?.keys.keys[0];
  if (key === undefined || kept.disk?.lease == null) throw new Error("not open");
  const draft = await draftSealer(key).seal(draftAad(kept.file.id, draftId), bytesOf("typed"));
  await host.writeDraft(kept.disk.lease, draftId, draft);
  await closeKept(kept);
  await closeKept(await begunCase(host, vault, "Other"));
  return { folder, host, vault, kept, caseId: kept.file.id, head: await caseHead(kept) };
}

test("after a change of all keys everything opens under the new ones, and nothing under the old ones", async () => {
  const { folder, host, vault, kept, caseId, head } = await twoCases();
  const before = await host.readCase(caseId);
  const objects = filesOf(folder, caseId, "objects");
  const history = (await readHistory(kept)).map((line) => line.line);
  const seen: number[] = [];
  const changed = await changeAllKeys(host, vault, old, next.passphrase, kdf, ({ done }) => seen.push(done));
  expect([changed.left, changed.words.length, seen]).toEqual([[], 24, [0, 1, 2]]);
  await expect(unlockVault(host, old, kdf)).rejects.toMatchObject({ code: "wrong-passphrase" });
  const unlocked = await unlockVault(host, next, kdf);
  expect([unlocked.notes, unlocked.vault.before]).toEqual([[], undefined]);

  const opened = await openCase(host, unlocked.vault, caseId);
  expect([opened.kept.file, opened.notes, await caseHead(opened.kept)]).toEqual([kept.file, [], head]);
  expect((await readHistory(opened.kept)).map((line) => line.line)).toEqual(history);
  const letter = opened.kept.file.exhibits[0]?.files[0]?.object ?? "";
  expect(await readObject(opened.kept, letter)).toEqual(bytesOf("second"));
  expect(await found(host, unlocked.vault, caseId)).toEqual([]);
  expect((await nameCases(host, unlocked.vault)).map((one) => one.name).sort()).toEqual(["Mine", "Other"]);

  const after = await host.readCase(caseId);
  const writers = after.segments.map((segment) => segment.writer);
  expect(before.segments.filter((segment) => writers.includes(segment.writer))).toEqual([]);
  expect(filesOf(folder, caseId, "objects").filter((path) => objects.includes(path))).toEqual([]);
  await expect(openCaseKey(vault, caseId, after.keys)).rejects.toMatchObject({ code: "case-key-damaged" });
  await closeKept(await wanting(opened.kept, "more"));
});

test.each([
  ["writeCaseKey", 0],
  ["writeCaseKey", 1],
  ["writeDraft", 0],
  ["startObject", 1],
  ["startSegment", 0],
  ["eraseParts", 0],
  ["writeHead", 0],
] as const)(
  "a change of all keys cut short at %s (after %i of them) opens, and goes on",
  async (call, after) => {
    const { host, vault, kept, caseId, head } = await twoCases();
    let left = after;
    const failing: Host = {
      ...host,
      [call]: async (...all: readonly unknown[]) => {
        left -= 1;
        if (left < 0) throw new Problem("cannot-write");
        // the same call of the same host
        return Reflect.apply(host[call], host, all);
      },
    };
    const changing = changeAllKeys(failing, vault, old, next.passphrase, kdf, () => undefined);
    const failed = await changing.then(
      () => false,
      () => true,
    );
    const { vault: between } = await unlockVault(host, next, kdf);
    expect(between.before !== undefined).toBe(failed);
    const opened = await openCase(host, between, caseId);
    expect([opened.kept.file, opened.notes, await caseHead(opened.kept)]).toEqual([kept.file, [], head]);
    await closeKept(await wanting(opened.kept, "meanwhile"));
    if (failed) expect((await resumeKeyChange(host, between, () => undefined)).left).toEqual([]);
    const { vault: done } = await unlockVault(host, next, kdf);
    expect(done.before).toBeUndefined();
    const again = await openCase(host, done, caseId);
    expect([again.kept.file.wants, again.notes]).toEqual([["meanwhile"], []]);
    const findings = await found(host, done, caseId);
    expect(findings.filter((finding) => finding !== "note object-unnamed")).toEqual([]);
  },
  30_000,
);

test("a damaged case keeps its earlier key, is named, and still opens", async () => {
  const { folder, host, vault, caseId } = await twoCases();
  const [path = ""] = filesOf(folder, caseId, "objects");
  alter(path, (bytes) => bytes.map((byte, at) => (at === 9 ? byte ^ 1 : byte)));
  const changed = await changeAllKeys(host, vault, old, next.passphrase, kdf, () => undefined);
  expect(changed.left).toEqual([{ caseId, problem: "object-damaged" }]);
  const { vault: unlocked } = await unlockVault(host, next, kdf);
  const opened = await openCase(host, unlocked, caseId);
  expect([opened.kept.file.exhibits.length, opened.notes]).toEqual([2, []]);
});

test("a case that is open elsewhere stops the change before anything is touched", async () => {
  const { host, vault, caseId } = await twoCases();
  const { kept } = await openCase(host.visit().host, vault, caseId);
  const changing = changeAllKeys(host, vault, old, next.passphrase, kdf, () => undefined);
  await expect(changing).rejects.toMatchObject({ code: "case-open-elsewhere" });
  await closeKept(kept);
  expect((await unlockVault(host, old, kdf)).vault.before).toBeUndefined();
  await closeKept((await openCase(host, vault, caseId)).kept);
});

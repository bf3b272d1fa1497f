import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { snapshotOf } from "#core/case-work/case-snapshot.ts";
import { eraseFromCase, eraseWholeCase } from "#core/case-work/erase.ts";
import { caseHead, readHistory } from "#core/case-work/history.ts";
import { caseInMemory, keepChange } from "#core/case-work/kept-case.ts";
import { nameCases } from "#core/case-work/name-cases.ts";
import { closeKept, openCase } from "#core/case-work/open-case.ts";
import type { Host } from "#core/host.ts";
import { Problem } from "#core/problems.ts";
import { hostOn, temporaryFolder } from "../../host/temporary.ts";
import { alter, begunCase, cost, filesOf, found, now, openVault, wanting, withLetter } from "./vault-kit.ts";

async function caseWithLetters() {
  const folder = await temporaryFolder();
  const host = hostOn(folder);
  const vault = await openVault();
  let kept = await begunCase(host, vault);
  kept = await withLetter(kept, "of the wrong person");
  await closeKept(kept);
  kept = (await openCase(host, vault, kept.file.id)).kept;
  kept = await withLetter(kept, "mine");
  const [wrong] = kept.file.exhibits;
  if (wrong === undefined) throw new Error("no letter was kept");
  kept = await keepChange(kept, { kind: "exhibit-titled", exhibitId: wrong.id, title: "Not mine" }, now);
  return { folder, host, vault, kept, wrong };
}

test("an erased letter leaves a line without content, and nothing else of it", async () => {
  const { folder, host, vault, kept, wrong } = await caseWithLetters();
  const before = await readHistory(kept);
  const result = await eraseFromCase(kept, { exhibitIds: [wrong.id] }, now);
  expect(result.erased).toEqual({ backups: "none" });
  expect(result.kept.file.exhibits.map((one) => one.number)).toEqual([2]);
  const after = await readHistory(result.kept);
  expect(after.slice(0, -1).map((one) => one.line)).toEqual(before.map((one) => one.line));
  expect(after.map((one) => one.body?.kind ?? "erased")).toEqual([
    "case-begun",
    "person-told",
    "erased",
    "exhibit-added",
    "erased",
    "parts-erased",
  ]);
  expect(filesOf(folder, kept.file.id, "objects")).toHaveLength(2);
  expect(filesOf(folder, kept.file.id, "journal")).toHaveLength(1);
  expect(await found(host, vault, kept.file.id)).toEqual([]);
  expect(await nameCases(host, vault)).toMatchObject([{ name: "Mine" }]);
});

test("an erased letter's number is never used again, and the case goes on", async () => {
  const { host, vault, kept } = await caseWithLetters();
  const last = kept.file.exhibits.at(-1)?.id ?? "";
  let { kept: after } = await eraseFromCase(kept, { exhibitIds: [last] }, now);
  after = await withLetter(after, "the next");
  expect(after.file.exhibits.map((one) => one.number)).toEqual([1, 3]);
  await closeKept(after);
  const opened = await openCase(host, vault, kept.file.id);
  expect(opened.kept.file).toEqual(after.file);
  expect([opened.notes, await caseHead(opened.kept)]).toEqual([[], await caseHead(after)]);
  await closeKept(opened.kept);
  const fast = await openCase(host, vault, kept.file.id, { snapshot: snapshotOf(after) });
  expect([fast.from, fast.kept.file]).toEqual(["snapshot", after.file]);
});

test("an erased entry is gone from every version of it; erasing again from what was compacted works too", async () => {
  const { host, vault, ...rest } = await caseWithLetters();
  let kept = await keepChange(rest.kept, { kind: "cost-kept", cost: cost("a", 100) }, now);
  kept = await keepChange(kept, { kind: "cost-kept", cost: cost("a", 200) }, now);
  kept = await keepChange(kept, { kind: "cost-kept", cost: cost("b", 300) }, now);
  ({ kept } = await eraseFromCase(kept, { entryIds: ["a"] }, now));
  expect(kept.file.costs.map((one) => one.id)).toEqual(["b"]);
  ({ kept } = await eraseFromCase(kept, { exhibitIds: [rest.wrong.id], entryIds: ["b"] }, now));
  expect([kept.file.costs, kept.file.exhibits.length]).toEqual([[], 1]);
  const history = await readHistory(kept);
  expect(history.filter((line) => line.body === null)).toHaveLength(5);
  expect(await found(host, vault, kept.file.id)).toEqual([]);
});

test.each(["startSegment", "finishWrite", "eraseParts"] as const)(
  "an erasing that fails at %s loses nothing else, and goes through when it is repeated or the case opened again",
  async (call) => {
    const { folder, host, vault, kept, wrong } = await caseWithLetters();
    const failing: Host = {
      ...host,
      [call]: async () => {
        throw new Problem("disk-full");
      },
    };
    const disk = kept.disk === null ? null : { ...kept.disk, host: failing };
    const erasing = eraseFromCase({ ...kept, disk }, { exhibitIds: [wrong.id] }, now);
    await expect(erasing).rejects.toMatchObject({ code: "disk-full" });
    const more = await wanting(kept, "something else");
    await closeKept(more);
    const opened = await openCase(host, vault, kept.file.id);
    expect(opened.kept.file.wants).toEqual(["something else"]);
    const isDone = call === "eraseParts";
    expect(opened.kept.file.exhibits).toHaveLength(isDone ? 1 : 2);
    const again = isDone ? opened : await eraseFromCase(opened.kept, { exhibitIds: [wrong.id] }, now);
    expect(again.kept.file.exhibits).toHaveLength(1);
    expect(filesOf(folder, kept.file.id, "objects")).toHaveLength(2);
    expect(await found(host, vault, kept.file.id)).toEqual([]);
  },
);

test("an old segment that comes back beside the compacted one counts once, and goes again with its objects", async () => {
  const { folder, host, vault, kept, wrong } = await caseWithLetters();
  const backup = join(await temporaryFolder(), "backup");
  const own = join(folder, "cases", kept.file.id);
  cpSync(own, backup, { recursive: true });
  const { kept: after } = await eraseFromCase(kept, { exhibitIds: [wrong.id] }, now);
  const head = await caseHead(after);
  await closeKept(after);
  for (const part of ["journal", "objects"]) cpSync(join(backup, part), join(own, part), { recursive: true });
  const readOnly = await openCase(host, vault, kept.file.id, { readOnly: true });
  expect([readOnly.kept.file, await caseHead(readOnly.kept)]).toEqual([after.file, head]);
  const opened = await openCase(host, vault, kept.file.id);
  expect([opened.kept.file, await caseHead(opened.kept), opened.notes]).toEqual([after.file, head, []]);
  expect(filesOf(folder, kept.file.id, "objects")).toHaveLength(2);
  expect(filesOf(folder, kept.file.id, "journal")).toHaveLength(1);
});

test("nothing is erased from a journal that is damaged: what can't be read can't be told apart", async () => {
  const { folder, kept, wrong } = await caseWithLetters();
  const [path = ""] = filesOf(folder, kept.file.id, "journal");
  alter(path, (bytes) => bytes.map((byte, at) => (at === 100 ? byte ^ 1 : byte)));
  const before = readdirSync(join(folder, "cases", kept.file.id, "journal"));
  const erasing = eraseFromCase(kept, { exhibitIds: [wrong.id] }, now);
  await expect(erasing).rejects.toMatchObject({ code: "journal-damaged" });
  expect(readdirSync(join(folder, "cases", kept.file.id, "journal"))).toEqual(before);
  expect(readFileSync(path).length).toBeGreaterThan(0);
});

test("a whole case goes, and a case in memory forgets", async () => {
  const { host, vault, kept } = await caseWithLetters();
  expect(await eraseWholeCase(kept)).toEqual({ backups: "none" });
  expect(await nameCases(host, vault)).toEqual([]);
  const memory = caseInMemory([{ kind: "cost-kept", cost: cost("a", 100) }], now);
  expect((await eraseFromCase(memory, { entryIds: ["a"] }, now)).kept.file.costs).toEqual([]);
});

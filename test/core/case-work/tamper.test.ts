import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { readObject } from "#core/case-work/case-objects.ts";
import { caseHead } from "#core/case-work/history.ts";
import type { KeptCase } from "#core/case-work/kept-case.ts";
import { nameCases } from "#core/case-work/name-cases.ts";
import { closeKept, openCase } from "#core/case-work/open-case.ts";
import { newId } from "#core/vault/text-codes.ts";
import { hostOn, temporaryFolder } from "../../host/temporary.ts";
import { alter, begunCase, filesOf, found, openVault, wanting, withLetter } from "./vault-kit.ts";

/** Two launches of one case: each with its segment, its head, and a letter. */
async function twoLaunches() {
  const folder = await temporaryFolder();
  const host = hostOn(folder);
  const vault = await openVault();
  let kept = await withLetter(await begunCase(host, vault), "first");
  await closeKept(kept);
  kept = (await openCase(host, vault, kept.file.id)).kept;
  kept = await wanting(await withLetter(kept, "second"), "an apology");
  await closeKept(kept);
  const caseId = kept.file.id;
  const files = (part: "journal" | "objects" | "heads") => filesOf(folder, caseId, part);
  const [first, second] = writersOf(kept);
  const path = (part: "journal" | "heads", writer: string) =>
    join(folder, "cases", caseId, part, part === "journal" ? `${writer}.seg` : writer);
  return { folder, host, vault, kept, caseId, files, first, second, path };
}

/** The earlier and the later writer. */
function writersOf(kept: KeptCase): readonly [string, string] {
  const [one = ""] = kept.disk?.opened.last.map((line) => line.writer) ?? [];
  const [other = ""] = kept.disk?.journal?.lastLines().map((line) => line.writer) ?? [];
  return [one, other];
}

test("a sound case is found sound, and what was found in it is counted", async () => {
  const { host, vault, caseId, kept } = await twoLaunches();
  expect(await found(host, vault, caseId)).toEqual([]);
  expect((await openCase(host, vault, caseId)).notes).toEqual([]);
  expect(await caseHead(kept)).toMatch(/^[0-9a-f]{64}$/);
});

test("a segment cut at its end below its head has lost something: it is said, and the rest opens", async () => {
  const { host, vault, caseId, path, second } = await twoLaunches();
  alter(path("journal", second), (bytes) => bytes.slice(0, -20));
  const opened = await openCase(host, vault, caseId);
  expect(opened.notes).toEqual(["journal-torn", "journal-incomplete"]);
  expect([opened.kept.file.wants, opened.kept.file.exhibits.length]).toEqual([[], 2]);
  expect(await found(host, vault, caseId)).toEqual(["note journal-torn", "damage journal-incomplete"]);
});

test("an end cut short above its head is a note, once", async () => {
  const { host, vault, caseId, path, second } = await twoLaunches();
  rmSync(path("heads", second));
  alter(path("journal", second), (bytes) => bytes.slice(0, -20));
  const opened = await openCase(host, vault, caseId);
  expect([opened.notes, opened.kept.file.exhibits.length]).toEqual([["journal-torn"], 2]);
  await closeKept(opened.kept);
  expect((await openCase(host, vault, caseId)).notes).toEqual([]);
  expect(await found(host, vault, caseId)).toEqual(["note journal-torn"]);
});

test("a segment that was removed is missed, by its head and by who had read it", async () => {
  const { host, vault, caseId, path, first } = await twoLaunches();
  rmSync(path("journal", first));
  expect((await openCase(host, vault, caseId, { readOnly: true })).notes).toEqual(["journal-incomplete"]);
  rmSync(path("heads", first));
  expect(await found(host, vault, caseId)).toContain("damage journal-incomplete");
  const opened = await openCase(host, vault, caseId);
  expect([opened.notes, opened.kept.file.id, opened.kept.file.name]).toEqual([["journal-incomplete"], caseId, "Mine"]);
});

test("an earlier state of a segment put back is missed", async () => {
  const { host, vault, caseId, path } = await twoLaunches();
  let { kept } = await openCase(host, vault, caseId);
  kept = await wanting(kept, "one");
  const [, writer] = writersOf(kept);
  copyFileSync(path("journal", writer), `${path("journal", writer)}.kept`);
  kept = await wanting(kept, "two");
  await closeKept(kept);
  renameSync(`${path("journal", writer)}.kept`, path("journal", writer));
  expect((await openCase(host, vault, caseId)).notes).toEqual(["journal-incomplete"]);
});

test("frames of one writer under another's name, and a segment of another case, are damage", async () => {
  const { folder, host, vault, caseId, path, first } = await twoLaunches();
  copyFileSync(path("journal", first), path("journal", newId()));
  expect(await found(host, vault, caseId)).toContain("damage journal-damaged");
  const other = await begunCase(host, vault, "Other");
  const [segment = ""] = filesOf(folder, other.file.id, "journal");
  copyFileSync(segment, join(dirname(path("journal", first)), basename(segment)));
  const opened = await openCase(host, vault, caseId);
  expect([opened.notes, opened.kept.file.name]).toEqual([["journal-damaged"], "Mine"]);
});

test("two writers' segments that changed names open nothing, and are damage", async () => {
  const { host, vault, caseId, path, first, second } = await twoLaunches();
  renameSync(path("journal", first), path("journal", "ff".repeat(16)));
  renameSync(path("journal", second), path("journal", first));
  renameSync(path("journal", "ff".repeat(16)), path("journal", second));
  const opened = await openCase(host, vault, caseId);
  expect(opened.notes).toEqual(["journal-damaged", "journal-incomplete"]);
  expect(opened.kept.file.exhibits).toEqual([]);
});

test("a changed head is damage, and costs nothing else", async () => {
  const { host, vault, caseId, path, second } = await twoLaunches();
  alter(path("heads", second), (bytes) => bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte)));
  const opened = await openCase(host, vault, caseId);
  expect([opened.notes, opened.kept.file.exhibits.length]).toEqual([["journal-damaged"], 2]);
  expect(await nameCases(host, vault)).toMatchObject([{ name: "Mine", problem: null }]);
});

test("an object that is missing, changed or another's is named; one that nobody names is a note", async () => {
  const { host, vault, caseId, files, kept } = await twoLaunches();
  const [one = "", two = ""] = files("objects");
  const object = [...(kept.disk?.objects ?? [])].find(([, place]) => one.endsWith(place.stored))?.[0] ?? "";
  copyFileSync(one, join(dirname(one), newId()));
  expect(await found(host, vault, caseId)).toEqual(["note object-unnamed"]);
  copyFileSync(two, one);
  expect(await found(host, vault, caseId)).toEqual(["damage object-damaged", "note object-unnamed"]);
  const { kept: open } = await openCase(host, vault, caseId);
  await expect(readObject(open, object)).rejects.toMatchObject({ code: "object-damaged" });
  rmSync(one);
  expect(await found(host, vault, caseId)).toEqual(["damage object-missing", "note object-unnamed"]);
});

test("one damaged copy of the case's key is mended from the other, and said", async () => {
  const { folder, host, vault, caseId } = await twoLaunches();
  const key = join(folder, "cases", caseId, "key");
  const sound = readFileSync(key);
  alter(key, (bytes) => bytes.slice(0, 50));
  expect(await found(host, vault, caseId)).toEqual(["damage vault-copy-damaged"]);
  const opened = await openCase(host, vault, caseId);
  expect(opened.notes).toEqual(["vault-copy-damaged"]);
  expect(readFileSync(key)).toEqual(sound);
  await closeKept(opened.kept);
  writeFileSync(key, "x");
  writeFileSync(`${key}.2`, "x");
  await expect(openCase(host, vault, caseId)).rejects.toMatchObject({ code: "case-key-damaged" });
  expect(await nameCases(host, vault)).toMatchObject([{ name: null, problem: "case-key-damaged" }]);
});

test("what is kept after damage is safe, and the damage goes on being said", async () => {
  const { host, vault, caseId, path, first } = await twoLaunches();
  alter(path("journal", first), (bytes) => bytes.map((byte, at) => (at === bytes.length - 30 ? byte ^ 1 : byte)));
  const opened = await openCase(host, vault, caseId);
  expect(opened.notes).toContain("journal-damaged");
  const kept = await wanting(opened.kept, "after the damage");
  await closeKept(kept);
  const again = await openCase(host, vault, caseId);
  expect(again.kept.file).toEqual(kept.file);
  expect(again.notes).toContain("journal-damaged");
});

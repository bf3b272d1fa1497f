import { join } from "node:path";
import { expect, test } from "vitest";
import { addExhibit, readOriginal, readWords } from "#core/case-work/add-exhibit.ts";
import { beginCase } from "#core/case-work/begin-case.ts";
import { keepObject } from "#core/case-work/case-objects.ts";
import { snapshotOf } from "#core/case-work/case-snapshot.ts";
import { eraseFromCase } from "#core/case-work/erase.ts";
import { caseHead, readHistory } from "#core/case-work/history.ts";
import { caseInMemory, keepChange, keepChanges } from "#core/case-work/kept-case.ts";
import { closeKept, openCase } from "#core/case-work/open-case.ts";
import { packExhibits } from "#core/case-work/pack-order.ts";
import type { Host } from "#core/host.ts";
import { unknownPerson } from "#core/model/case-file.ts";
import { foldChanges } from "#core/model/fold.ts";
import { Problem } from "#core/problems.ts";
import { hostOn, temporaryFolder } from "../../host/temporary.ts";
import { letter, mention } from "../exhibits.ts";
import { alter, begunCase, filesOf, now, openVault, wanting, withLetter } from "./vault-kit.ts";

const bytes = new TextEncoder().encode("a letter");
const read = {
  files: [{ name: "letter.txt", type: "text" as const, pageCount: 1, sizeBytes: bytes.length, sha256: "00" }],
  pages: [{ number: 1, width: 1, height: 1, source: "typed" as const, words: [], text: "a letter" }],
  letter: letter("2026-03-04"),
  problems: [],
};

test("an exhibit's original and words come back as they were kept", async () => {
  const kept = await addExhibit(caseInMemory([], now), [bytes], read, now);
  const [exhibit] = kept.file.exhibits;
  if (exhibit?.files[0] === undefined) throw new Error("no exhibit was kept");
  expect(await readOriginal(kept, exhibit.files[0])).toEqual(bytes);
  expect(await readWords(kept, exhibit)).toEqual(read.pages);
  expect(exhibit.title).toBe("Letter, Child Maintenance Service, 4 March 2026");
});

test("numbers run on past a withdrawn exhibit", async () => {
  let kept = await addExhibit(caseInMemory([], now), [bytes], read, now);
  const first = kept.file.exhibits[0]?.id ?? "";
  kept = await keepChange(kept, { kind: "exhibit-withdrawn", exhibitId: first, withdrawn: true }, now);
  kept = await addExhibit(kept, [bytes], read, now);
  expect(kept.file.exhibits.map((one) => [one.number, one.withdrawn])).toEqual([
    [1, true],
    [2, false],
  ]);
});

test("a letter with more dates than a journal's change holds is kept all the same where there is no journal", async () => {
  const mentions = Array.from({ length: 8000 }, () => mention("3 March 2026 ".repeat(8), "2026-03-03", "other"));
  const kept = await addExhibit(caseInMemory([], now), [bytes], { ...read, letter: letter(null, mentions) }, now);
  expect(kept.file.exhibits[0]?.letter.mentions).toHaveLength(8000);
});

test("a judgement that is taken back leaves the date as it was read", () => {
  const file = foldChanges([
    { body: { kind: "date-judged", exhibitId: "none", position: 0, judgement: { kind: "accepted" } } },
  ]);
  expect(file.exhibits).toEqual([]);
});

test("what is said after a clock was put right stands over what was said while it ran ahead", async () => {
  const host = hostOn(await temporaryFolder());
  const vault = await openVault();
  const ahead = new Date("2031-01-01T00:00:00Z");
  let kept = await beginCase(host, vault, { name: "Mine", person: unknownPerson }, ahead);
  kept = await addExhibit(kept, [bytes], read, ahead);
  kept = await keepChange(kept, { kind: "wants-told", wants: ["then"] }, ahead);
  await closeKept(kept);
  kept = (await openCase(host, vault, kept.file.id)).kept;
  kept = await keepChange(kept, { kind: "wants-told", wants: ["today"] }, now);
  const exhibitId = kept.file.exhibits[0]?.id ?? "";
  kept = await keepChange(kept, { kind: "exhibit-withdrawn", exhibitId, withdrawn: true }, now);
  const opened = (await openCase(host, vault, kept.file.id, { readOnly: true })).kept;
  expect(opened.file).toEqual(kept.file);
  expect([opened.file.wants, opened.file.exhibits[0]?.withdrawn]).toEqual([["today"], true]);
  const history = await readHistory(opened);
  expect(history.at(-1)?.at).toBe(now.toISOString());
});

test("an original that changed on disk is not passed off as what was kept: a pack says so and goes on", async () => {
  const dataFolder = await temporaryFolder();
  const kept = await withLetter(await begunCase(hostOn(dataFolder), await openVault()), "a letter");
  const file = kept.file.exhibits[0]?.files[0];
  if (file === undefined) throw new Error("no exhibit was kept");
  const toPart = async () => ({ kind: "text", type: "text", name: file.name, pages: ["a letter"] }) as const;
  expect((await packExhibits(kept, toPart))[0]?.parts[0]?.kind).toBe("text");
  const stored = kept.disk?.objects.get(file.object)?.stored ?? "";
  alter(join(dataFolder, "cases", kept.file.id, "objects", stored), (all) => all.map((byte) => byte ^ 1));
  await expect(readOriginal(kept, file)).rejects.toMatchObject({ code: "object-damaged" });
  expect((await packExhibits(kept, toPart))[0]?.parts).toEqual([
    { kind: "refused", name: file.name, problem: "object-damaged" },
  ]);
});

test("several changes are kept with one append, and one may look at what those before it made", async () => {
  const host = hostOn(await temporaryFolder());
  const vault = await openVault();
  let appends = 0;
  const counting: Host = {
    ...host,
    appendJournal: (...all) => {
      appends += 1;
      return host.appendJournal(...all);
    },
  };
  const begun = await begunCase(counting, vault);
  const kept = await keepChanges(
    begun,
    [
      { kind: "wants-told", wants: ["a"] },
      (file) => ({ kind: "wants-told", wants: [...file.wants, "b"] }),
      (file) => ({ kind: "wants-told", wants: [...file.wants, "c"] }),
    ],
    now,
  );
  expect([kept.file.wants, appends]).toEqual([["a", "b", "c"], 2]);
  expect((await openCase(host, vault, kept.file.id, { readOnly: true })).kept.file).toEqual(kept.file);
});

test("a failed append changes nothing, and the next change goes to another writer's segment", async () => {
  const folder = await temporaryFolder();
  const host = hostOn(folder);
  const vault = await openVault();
  let isFull = false;
  const failing: Host = {
    ...host,
    appendJournal: async (...all) => {
      if (isFull) throw new Problem("disk-full");
      return host.appendJournal(...all);
    },
  };
  let kept = await begunCase(failing, vault);
  isFull = true;
  await expect(wanting(kept, "lost")).rejects.toMatchObject({ code: "disk-full" });
  isFull = false;
  kept = await wanting(kept, "kept");
  expect(filesOf(folder, kept.file.id, "journal")).toHaveLength(2);
  const head = await caseHead(kept);
  const snapshot = snapshotOf(kept);
  await closeKept(kept);
  const opened = await openCase(host, vault, kept.file.id);
  expect([opened.kept.file, opened.notes, await caseHead(opened.kept)]).toEqual([kept.file, [], head]);
  await closeKept(opened.kept);
  expect((await openCase(host, vault, kept.file.id, { snapshot })).from).toBe("snapshot");
});

test("a case that another has open can be read, and not written", async () => {
  const folder = await temporaryFolder();
  const host = hostOn(folder);
  const vault = await openVault();
  const mine = await withLetter(await begunCase(host, vault), "a letter");
  const { kept, notes } = await openCase(host.visit().host, vault, mine.file.id);
  expect([kept.disk?.lease, kept.file, notes]).toEqual([null, mine.file, []]);
  await expect(wanting(kept, "more")).rejects.toMatchObject({ code: "case-open-elsewhere" });
  await expect(keepObject(kept, bytes)).rejects.toMatchObject({ code: "case-open-elsewhere" });
  await expect(eraseFromCase(kept, { entryIds: ["a"] }, now)).rejects.toMatchObject({ code: "case-open-elsewhere" });
  await closeKept(kept);
  expect((await wanting(mine, "more")).file.wants).toEqual(["more"]);
});

test("a case that could not be begun leaves nothing behind", async () => {
  const host = hostOn(await temporaryFolder());
  const failing: Host = {
    ...host,
    appendJournal: async () => {
      throw new Problem("disk-full");
    },
  };
  await expect(begunCase(failing, await openVault())).rejects.toMatchObject({ code: "disk-full" });
  expect(await host.listCases()).toEqual([]);
});

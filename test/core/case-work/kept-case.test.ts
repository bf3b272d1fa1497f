import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addExhibit, readOriginal, readWords } from "#core/case-work/add-exhibit.ts";
import { beginCase, caseInMemory, keepChange, openCase } from "#core/case-work/kept-case.ts";
import { packExhibits } from "#core/case-work/pack-order.ts";
import { sha256 } from "#core/model/bytes.ts";
import { unknownPerson } from "#core/model/case-file.ts";
import { foldChanges } from "#core/model/fold.ts";
import { hostOn, temporaryFolder } from "../../host/temporary.ts";
import { letter, mention } from "../exhibits.ts";

const now = new Date("2026-11-22T10:00:00Z");
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
  const at = now.toISOString();
  const file = foldChanges([
    { at, body: { kind: "date-judged", exhibitId: "none", position: 0, judgement: { kind: "accepted" } } },
  ]);
  expect(file.exhibits).toEqual([]);
});

test("what is said after a clock was put right stands over what was said while it ran ahead", async () => {
  const host = hostOn(await temporaryFolder());
  const ahead = new Date("2031-01-01T00:00:00Z");
  let kept = await beginCase(host, { name: "Mine", person: unknownPerson }, ahead);
  kept = await addExhibit(kept, [bytes], read, ahead);
  kept = await keepChange(kept, { kind: "wants-told", wants: ["then"] }, ahead);
  kept = (await openCase(host, kept.file.id)).kept;
  kept = await keepChange(kept, { kind: "wants-told", wants: ["today"] }, now);
  const exhibitId = kept.file.exhibits[0]?.id ?? "";
  kept = await keepChange(kept, { kind: "exhibit-withdrawn", exhibitId, withdrawn: true }, now);
  const { file } = (await openCase(host, kept.file.id)).kept;
  expect(file).toEqual(kept.file);
  expect([file.wants, file.exhibits[0]?.withdrawn]).toEqual([["today"], true]);
});

test("an original that changed on disk is not passed off as what was kept: a pack says so and goes on", async () => {
  const dataFolder = await temporaryFolder();
  const begun = await beginCase(hostOn(dataFolder), { name: "Mine", person: unknownPerson }, now);
  const digest = await sha256(bytes);
  const files = read.files.map((file) => ({ ...file, sha256: digest }));
  const kept = await addExhibit(begun, [bytes], { ...read, files }, now);
  const file = kept.file.exhibits[0]?.files[0];
  if (file === undefined) throw new Error("no exhibit was kept");
  const toPart = async () => ({ kind: "text", name: file.name, pages: ["a letter"] }) as const;
  expect((await packExhibits(kept, toPart))[0]?.parts[0]?.kind).toBe("text");
  const objects = join(dataFolder, "cases", kept.file.id, "objects");
  writeFileSync(join(objects, file.object), "a lettes");
  await expect(readOriginal(kept, file)).rejects.toMatchObject({ code: "object-damaged" });
  expect((await packExhibits(kept, toPart))[0]?.parts).toEqual([
    { kind: "refused", name: file.name, problem: "object-damaged" },
  ]);
});

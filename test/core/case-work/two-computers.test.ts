import { createHash } from "node:crypto";
import { cpSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { snapshotOf } from "#core/case-work/case-snapshot.ts";
import { eraseFromCase } from "#core/case-work/erase.ts";
import { caseHead } from "#core/case-work/history.ts";
import { type KeptCase, keepChange } from "#core/case-work/kept-case.ts";
import { closeKept, openCase } from "#core/case-work/open-case.ts";
import type { Host } from "#core/host.ts";
import type { ChangeBody } from "#core/model/change.ts";
import type { OpenVault } from "#core/vault/vault.ts";
import { hostOn, temporaryFolder } from "../../host/temporary.ts";
import { begunCase, cost, day, found, now, openVault, withLetter } from "./vault-kit.ts";

/** A case with one cost and one letter, copied to a second computer. */
async function copied() {
  const vault = await openVault();
  const [here, there] = [await temporaryFolder(), await temporaryFolder()];
  const host = hostOn(here);
  let kept = await withLetter(await begunCase(host, vault), "a letter");
  kept = await keepChange(kept, { kind: "cost-kept", cost: cost("a", 100) }, now);
  await closeKept(kept);
  cpSync(here, there, { recursive: true });
  const caseId = kept.file.id;
  const exhibitId = kept.file.exhibits[0]?.id ?? "";
  const open = async (folder: string) => (await openCase(hostOn(folder), vault, caseId)).kept;
  const [mine, other] = [await open(here), await open(there)];
  /** Both close; then each gets what the other has. */
  const unite = async (...all: readonly KeptCase[]) => {
    for (const one of all) await closeKept(one);
    const path = (folder: string) => join(folder, "cases", caseId);
    for (const part of ["journal", "heads", "objects"]) {
      cpSync(join(path(there), part), join(path(here), part), { recursive: true });
      cpSync(join(path(here), part), join(path(there), part), { recursive: true });
    }
    return { mine: await openCase(host, vault, caseId), other: await openCase(hostOn(there), vault, caseId) };
  };
  return { vault, host, caseId, exhibitId, mine, other, unite };
}

const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

test("an amount changed on two computers keeps both until somebody says it again", async () => {
  const { unite, ...begun } = await copied();
  const mine = await keepChange(begun.mine, { kind: "cost-kept", cost: cost("a", 200) }, at(1));
  const other = await keepChange(begun.other, { kind: "cost-kept", cost: cost("a", 300) }, at(2));
  const united = await unite(mine, other);
  expect(united.mine.kept.file).toEqual(united.other.kept.file);
  expect(united.mine.kept.file.costs[0]?.amount).toBe(300);
  expect(united.mine.conflicts).toMatchObject([
    { what: "cost-amount", id: "a", position: null, sides: [{ value: 200 }, { value: 300 }] },
  ]);
  expect(united.other.conflicts).toEqual(united.mine.conflicts);
  expect(await caseHead(united.mine.kept)).toBe(await caseHead(united.other.kept));
  expect(await found(begun.host, begun.vault, begun.caseId)).toEqual([]);

  const settled = await keepChange(united.mine.kept, { kind: "cost-kept", cost: cost("a", 200) }, at(3));
  expect(settled.conflicts).toEqual([]);
  const after = await unite(settled, united.other.kept);
  expect([after.mine.conflicts, after.other.conflicts]).toEqual([[], []]);
  expect(after.other.kept.file.costs[0]?.amount).toBe(200);
});

test("the same amount said twice, other fields, and changes that were seen are no conflict", async () => {
  const { unite, ...begun } = await copied();
  const mine = await keepChange(begun.mine, { kind: "cost-kept", cost: cost("a", 200) }, at(1));
  const other = await keepChange(begun.other, { kind: "cost-kept", cost: { ...cost("a", 200), payee: "A" } }, at(2));
  const united = await unite(mine, other);
  expect(united.mine.conflicts).toEqual([]);
  const later = await keepChange(united.other.kept, { kind: "cost-kept", cost: cost("a", 500) }, at(3));
  expect((await unite(united.mine.kept, later)).mine.conflicts).toEqual([]);
});

test.each([
  ["cost-day", { kind: "cost-kept", cost: cost("a", 100, day(5, 1)) }, { kind: "cost-kept", cost: cost("a", 100) }],
  ["retention", { kind: "retention-told", day: day(5, 1) }, { kind: "retention-told", day: null }],
] as const)("a date changed on two computers is a conflict too: %s", async (what, one, two) => {
  const { unite, ...begun } = await copied();
  const mine = await keepChange(begun.mine, one, at(1));
  const other = await keepChange(begun.other, two, at(2));
  expect((await unite(mine, other)).mine.conflicts).toMatchObject([{ what }]);
});

test("a letter's date judged differently on two computers is a conflict, by its position", async () => {
  const { unite, exhibitId, ...begun } = await copied();
  const judged = (kind: "accepted" | "rejected"): ChangeBody => ({
    kind: "date-judged",
    exhibitId,
    position: 0,
    judgement: { kind },
  });
  const mine = await keepChange(begun.mine, judged("accepted"), at(1));
  const other = await keepChange(begun.other, judged("rejected"), at(2));
  expect((await unite(mine, other)).mine.conflicts).toMatchObject([
    {
      what: "letter-date",
      id: exhibitId,
      position: 0,
      sides: [{ value: { kind: "accepted" } }, { value: { kind: "rejected" } }],
    },
  ]);
});

test("two exhibits that got the same number on two computers keep their order and get numbers of their own", async () => {
  const { unite, ...begun } = await copied();
  const mine = await withLetter(begun.mine, "from here");
  const other = await withLetter(begun.other, "from there");
  expect([mine, other].map((kept) => kept.file.exhibits.at(-1)?.number)).toEqual([2, 2]);
  const united = await unite(mine, other);
  expect(united.mine.kept.file.exhibits.map((one) => one.number)).toEqual([1, 2, 3]);
  expect(united.other.kept.file).toEqual(united.mine.kept.file);
});

test("a snapshot from before the other computer's changes came is not trusted", async () => {
  const { unite, ...begun } = await copied();
  const mine = await keepChange(begun.mine, { kind: "cost-kept", cost: cost("a", 200) }, at(1));
  const other = await keepChange(begun.other, { kind: "cost-kept", cost: cost("a", 300) }, at(2));
  const snapshot = snapshotOf(mine);
  const united = await unite(mine, other);
  await closeKept(united.mine.kept);
  const opened = await openCase(begun.host, begun.vault, begun.caseId, { snapshot });
  expect([opened.from, opened.conflicts.length]).toEqual(["journal", 1]);
  const next = snapshotOf(opened.kept);
  await closeKept(opened.kept);
  const fast = await openCase(begun.host, begun.vault, begun.caseId, { snapshot: next });
  expect([fast.from, fast.conflicts]).toEqual(["snapshot", opened.conflicts]);
});

test("where one of two exhibits that got the same number is erased, the other keeps the number that it got", async () => {
  const { unite, ...begun } = await copied();
  const mine = await withLetter(begun.mine, "mine");
  const other = await withLetter(begun.other, "other");
  const united = (await unite(mine, other)).mine.kept;
  const numbers = (kept: KeptCase) => kept.file.exhibits.map(({ id, number }) => [id, number]);
  expect(united.file.exhibits.map(({ number }) => number)).toEqual([1, 2, 3]);
  const [first, second, third] = numbers(united);
  const { kept } = await eraseFromCase(united, { exhibitIds: [String(second?.[0])] }, at(5));
  expect(numbers(kept)).toEqual([first, third]);
  await closeKept(kept);
  expect(numbers((await openCase(begun.host, begun.vault, begun.caseId)).kept)).toEqual([first, third]);
});

const said = fc.oneof(
  fc.nat(5).map((amount): ChangeBody => ({ kind: "cost-kept", cost: cost("a", amount) })),
  fc.nat(5).map((amount): ChangeBody => ({ kind: "cost-kept", cost: cost("b", amount) })),
  fc.string({ maxLength: 3 }).map((want): ChangeBody => ({ kind: "wants-told", wants: [want] })),
  fc.constant<ChangeBody>({ kind: "entry-removed", entryId: "b" }),
);
/** On which computer, by a clock that may go backwards, and what: a change, a letter, or the latest letter erased. */
const step = fc.record({
  isMine: fc.boolean(),
  minutes: fc.integer({ min: -90, max: 90 }),
  what: fc.oneof(
    { weight: 4, arbitrary: said },
    { weight: 2, arbitrary: fc.constantFrom("letter" as const, "launch" as const) },
    { weight: 1, arbitrary: fc.constant("erase" as const) },
  ),
});

test("two computers' journals amount to one case file on both, in whatever order their segments are read", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), fc.nat(), async (steps, seed) => {
      const { unite, ...begun } = await copied();
      const kept = { mine: begun.mine, other: begun.other };
      for (const { isMine, minutes, what } of steps) {
        const who = isMine ? "mine" : "other";
        kept[who] = await after(begun.vault, kept[who], what, at(minutes));
      }
      const { mine, other } = await unite(kept.mine, kept.other);
      await closeKept(mine.kept);
      await closeKept(other.kept);
      // each may have finished an erasing that only the other knew of: what they read is the same
      const again = await unite();
      expect(again.mine.notes).toEqual([]);
      expect(again.other.kept.file).toEqual(again.mine.kept.file);
      expect(again.other.conflicts).toEqual(again.mine.conflicts);
      expect(await caseHead(again.other.kept)).toBe(await caseHead(again.mine.kept));
      const shuffled = await openCase(inAnotherOrder(begun.host, seed), begun.vault, begun.caseId, { readOnly: true });
      expect(shuffled.kept.file).toEqual(again.mine.kept.file);
      expect([shuffled.conflicts, shuffled.notes]).toEqual([again.mine.conflicts, []]);
      expect(new Map(shuffled.kept.disk?.objects)).toEqual(new Map(again.mine.kept.disk?.objects));
    }),
    { numRuns: 12 },
  );
}, 120_000);

async function after(
  vault: OpenVault,
  kept: KeptCase,
  what: ChangeBody | "letter" | "launch" | "erase",
  when: Date,
): Promise<KeptCase> {
  if (what === "letter") return withLetter(kept, "a letter");
  const { disk, file } = kept;
  if (what === "launch" && disk !== null) {
    await closeKept(kept);
    return (await openCase(disk.host, vault, file.id)).kept;
  }
  if (what === "erase") {
    const id = file.exhibits.at(-1)?.id;
    return id === undefined ? kept : (await eraseFromCase(kept, { exhibitIds: [id] }, when)).kept;
  }
  return typeof what === "string" ? kept : keepChange(kept, what, when);
}

/** The same host, which lists segments in an order that the seed makes. */
function inAnotherOrder(host: Host, seed: number): Host {
  const place = (writer: string) => createHash("sha256").update(`${seed} ${writer}`).digest("hex");
  return {
    ...host,
    readCase: async (caseId) => {
      const onDisk = await host.readCase(caseId);
      const segments = [...onDisk.segments].sort((one, two) => (place(one.writer) < place(two.writer) ? -1 : 1));
      return { ...onDisk, segments };
    },
  };
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { type CaseSnapshot, snapshotOf } from "#core/case-work/case-snapshot.ts";
import { caseHead } from "#core/case-work/history.ts";
import { type KeptCase, keepChanges } from "#core/case-work/kept-case.ts";
import { closeKept, openCase } from "#core/case-work/open-case.ts";
import type { ChangeBody } from "#core/model/change.ts";
import { hostOn, temporaryFolder } from "../../host/temporary.ts";
import { alter, begunCase, cost, filesOf, now, openVault, wanting, withLetter } from "./vault-kit.ts";

const body: fc.Arbitrary<ChangeBody> = fc.oneof(
  fc.string().map((text): ChangeBody => ({ kind: "wants-told", wants: [text] })),
  fc
    .tuple(fc.constantFrom("a", "b", "c"), fc.nat())
    .map(([id, amount]): ChangeBody => ({ kind: "cost-kept", cost: cost(id, amount) })),
  fc.constantFrom("a", "b", "c").map((entryId): ChangeBody => ({ kind: "entry-removed", entryId })),
);
/** What happens next: some changes, a letter, a new launch, a snapshot set aside. */
const step = fc.oneof(
  fc.array(body, { minLength: 1, maxLength: 4 }),
  fc.constantFrom("letter" as const, "launch" as const, "snapshot" as const),
);

test("a case opens from a snapshot and what came after it as from its whole journal, whenever the snapshot was made", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 9 }), async (steps) => {
      const host = hostOn(await temporaryFolder());
      const vault = await openVault();
      let kept: KeptCase = await begunCase(host, vault);
      const snapshots: (CaseSnapshot | null)[] = [];
      for (const one of steps) {
        if (one === "letter") kept = await withLetter(kept, "a letter");
        else if (one === "snapshot") snapshots.push(asJson(snapshotOf(kept)));
        else if (one === "launch") {
          await closeKept(kept);
          ({ kept } = await openCase(host, vault, kept.file.id));
        } else kept = await keepChanges(kept, one, now);
      }
      await closeKept(kept);
      const whole = await openCase(host, vault, kept.file.id, { readOnly: true });
      expect(whole.kept.file).toEqual(kept.file);
      for (const snapshot of snapshots) {
        const fast = await openCase(host, vault, kept.file.id, { snapshot, readOnly: true });
        expect(fast.from).not.toBe("journal");
        expect([fast.kept.file, fast.kept.latest, fast.notes]).toEqual([whole.kept.file, whole.kept.latest, []]);
        expect(await caseHead(fast.kept)).toBe(await caseHead(whole.kept));
        expect(asJson(snapshotOf(fast.kept))).toMatchObject(sorted(asJson(snapshotOf(whole.kept))));
        expect([...(fast.kept.disk?.objects ?? [])].sort()).toEqual([...(whole.kept.disk?.objects ?? [])].sort());
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);

function sorted(snapshot: CaseSnapshot | null): object {
  return { file: snapshot?.file, latest: snapshot?.latest, frontier: snapshot?.frontier };
}

/** As it comes back from where it is kept. */
function asJson(snapshot: CaseSnapshot | null): CaseSnapshot | null {
  return JSON.parse(JSON.stringify(snapshot));
}

test("a snapshot of another case, of another journal, or out of date beyond repair is passed over", async () => {
  const folder = await temporaryFolder();
  const host = hostOn(folder);
  const vault = await openVault();
  let kept = await wanting(await begunCase(host, vault), "one");
  const snapshot = snapshotOf(kept);
  if (snapshot === null) throw new Error("no snapshot");
  kept = await wanting(kept, "two");
  await closeKept(kept);
  const other = await begunCase(host, vault);
  const [segment] = snapshot.segments;
  if (segment === undefined) throw new Error("no segment");
  const wrong: readonly unknown[] = [
    snapshotOf(other),
    { ...snapshot, version: 2 },
    { ...snapshot, segments: [{ ...segment, tag: "00".repeat(16) }] },
    { ...snapshot, segments: [{ ...segment, sizeBytes: segment.sizeBytes + 100_000 }] },
    { ...snapshot, segments: [{ ...segment, sequence: segment.sequence + 1 }] },
    { ...snapshot, segments: [] },
    { ...snapshot, segments: [...snapshot.segments, { ...segment, writer: "ee".repeat(16) }] },
    { ...snapshot, latest: "999999999999999.000000" },
    { ...snapshot, last: [] },
    { ...snapshot, frontier: [] },
    { version: 1, file: { id: kept.file.id } },
  ];
  for (const one of wrong) {
    // what is kept in the browser may be anything
    const opened = await openCase(host, vault, kept.file.id, { snapshot: one as CaseSnapshot, readOnly: true });
    expect([opened.from, opened.kept.file]).toEqual(["journal", kept.file]);
  }
  const [path = ""] = filesOf(folder, kept.file.id, "journal");
  alter(path, (bytes) => bytes.map((byte, at) => (at === bytes.length - 3 ? byte ^ 1 : byte)));
  const opened = await openCase(host, vault, kept.file.id, { snapshot, readOnly: true });
  expect([opened.from, opened.notes, snapshotOf(opened.kept)]).toEqual([
    "journal",
    ["journal-damaged", "journal-incomplete"],
    null,
  ]);
});

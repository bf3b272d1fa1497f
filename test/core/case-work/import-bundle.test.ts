import { describe, expect, test } from "vitest";
import { readObject } from "#core/case-work/case-objects.ts";
import { eraseFromCase } from "#core/case-work/erase.ts";
import { exportBagTar } from "#core/case-work/export-bundle.ts";
import { caseHead, readLines } from "#core/case-work/history.ts";
import { type Imported, importBundle } from "#core/case-work/import-bundle.ts";
import { type KeptCase, keepChange } from "#core/case-work/kept-case.ts";
import { closeKept, openCase } from "#core/case-work/open-case.ts";
import { verifyCase } from "#core/case-work/verify-case.ts";
import type { Host } from "#core/host.ts";
import { verifyBag } from "#core/vault/bundle/check-bag.ts";
import type { OpenVault } from "#core/vault/vault.ts";
import { hostOn, temporaryFolder } from "../../host/temporary.ts";
import { allOf, pair, sourceOf, tarSource } from "../vault/bundle/small-bags.ts";
import { addLetter, bundleOf, filledCase } from "./bundle-kit.ts";
import { now, openVault } from "./vault-kit.ts";

const secret = { identities: [pair.identity] };

interface Place {
  readonly host: Host;
  readonly vault: OpenVault;
}

async function place(): Promise<Place> {
  return { host: hostOn(await temporaryFolder()), vault: await openVault() };
}

function taken({ host, vault }: Place, bundle: Uint8Array): Promise<Imported> {
  return importBundle(host, vault, sourceOf(bundle), secret, { now });
}

async function inPlace<T>({ host, vault }: Place, caseId: string, look: (kept: KeptCase) => Promise<T>): Promise<T> {
  const { kept, notes } = await openCase(host, vault, caseId);
  expect(notes).toEqual([]);
  try {
    return await look(kept);
  } finally {
    await closeKept(kept);
  }
}

async function findings({ host, vault }: Place, caseId: string) {
  const found: unknown[] = [];
  await verifyCase(host, vault, caseId, (finding) => found.push(finding));
  return found;
}

describe("a bundle that was taken over", () => {
  test("gives the same case file with the same head, every object, and a sound journal", async () => {
    const [here, there] = [await place(), await place()];
    const kept = await filledCase(here.host, here.vault, 2_500_000);
    const bundle = await bundleOf(kept);
    expect(await taken(there, bundle)).toEqual({ caseId: kept.file.id, kind: "added", head: await caseHead(kept) });
    await inPlace(there, kept.file.id, async (copy) => {
      expect(copy.file).toEqual(kept.file);
      expect(await caseHead(copy)).toBe(await caseHead(kept));
      for (const { files, wordsObject } of kept.file.exhibits) {
        for (const id of [...files.map((file) => file.object), wordsObject]) {
          expect(Buffer.compare(await readObject(copy, id), await readObject(kept, id))).toBe(0);
        }
      }
    });
    expect(await findings(there, kept.file.id)).toEqual([]);
  });

  test("goes on, and goes back: the first copy is united with what was added to the second", async () => {
    const [here, there] = [await place(), await place()];
    const kept = await filledCase(here.host, here.vault);
    await taken(there, await bundleOf(kept));
    const back = await inPlace(there, kept.file.id, async (copy) =>
      bundleOf(await keepChange(copy, { kind: "wants-told", wants: ["Money back"] }, now)),
    );
    await closeKept(kept);
    expect((await taken(here, back)).kind).toBe("united");
    expect((await taken(here, back)).kind).toBe("nothing-new");
    await inPlace(here, kept.file.id, async (copy) => expect(copy.file.wants).toEqual(["Money back"]));
  });

  test("is a bag that is valid without Folio, and says nothing of the person", async () => {
    const here = await place();
    const kept = await filledCase(here.host, here.vault);
    const tar = await allOf(exportBagTar(kept, { madeAt: now }));
    expect(await verifyBag(tarSource(tar))).toEqual({ valid: true, problems: [], warnings: [] });
    const text = new TextDecoder("latin1").decode(tar);
    expect(text).toContain("folio-2026-11-22/data/originals/001 _CON.pdf\u{0}");
    expect(text).toContain("folio-2026-11-22/data/originals/001 _con (2).PDF\u{0}");
    expect(
      /Bagging-Date[^\0]*/
        .exec(text)?.[0]
        .split("\n")
        .map((line) => line.split(":")[0]),
    ).toEqual(["Bagging-Date", "Bag-Software-Agent", "External-Identifier", "Folio-Head", "Payload-Oxum", ""]);
  });

  test("keeps every line, begins too", async () => {
    const [here, there] = [await place(), await place()];
    const kept = await filledCase(here.host, here.vault);
    await taken(there, await bundleOf(kept));
    const hashes = async (one: KeptCase) => (await readLines(one)).map((line) => `${line.writer} ${line.line}`);
    const before = await hashes(kept);
    await inPlace(there, kept.file.id, async (copy) => {
      expect(await hashes(copy)).toEqual(expect.arrayContaining(before));
    });
  });
});

describe("two copies that went on without each other", () => {
  test("are united: both have everything of both, under one head", async () => {
    const [here, there] = [await place(), await place()];
    const start = await filledCase(here.host, here.vault);
    await taken(there, await bundleOf(start));
    const mine = await addLetter(start, 3, ["mine.pdf"], new Uint8Array(50).fill(1));
    const theirs = await inPlace(there, start.file.id, async (copy) => {
      const added = await addLetter(copy, 3, ["theirs.pdf"], new Uint8Array(60).fill(2));
      return bundleOf(added.kept);
    });
    const own = await bundleOf(mine.kept);
    await closeKept(mine.kept);
    expect((await taken(here, theirs)).kind).toBe("united");
    expect((await taken(there, own)).kind).toBe("united");
    const looks = await Promise.all(
      [here, there].map((one) =>
        inPlace(one, start.file.id, async (copy) => ({ file: copy.file, head: await caseHead(copy) })),
      ),
    );
    expect(looks[0]).toEqual(looks[1]);
    expect(looks[0]?.file.exhibits.map((one) => one.number)).toEqual([1, 2, 3, expect.any(Number)]);
    for (const one of [here, there]) expect(await findings(one, start.file.id)).toEqual([]);
  });

  test("what one erased stays erased in both, whatever the other said of it since", async () => {
    const [here, there] = [await place(), await place()];
    const start = await filledCase(here.host, here.vault);
    const [exhibit] = start.file.exhibits;
    if (exhibit === undefined) throw new Error("there are two");
    await taken(there, await bundleOf(start));
    const { kept: erased } = await eraseFromCase(start, { exhibitIds: [exhibit.id] }, now);
    const clean = await bundleOf(erased);
    await closeKept(erased);
    const said = await inPlace(there, start.file.id, async (copy) =>
      bundleOf(await keepChange(copy, { kind: "exhibit-added", exhibit: { ...exhibit, title: "Again" } }, now)),
    );
    expect((await taken(here, said)).kind).toBe("united");
    expect((await taken(there, clean)).kind).toBe("united");
    for (const one of [here, there]) {
      await inPlace(one, start.file.id, async (copy) => {
        expect(copy.file.exhibits.map((other) => other.id)).not.toContain(exhibit.id);
        expect(copy.file.erasedNumbers).toContain(exhibit.number);
        const text = JSON.stringify(
          (await readLines(copy)).map((line) => line.said && Buffer.from(line.said).toString()),
        );
        expect(text).not.toContain(exhibit.files[0]?.object);
      });
    }
  });

  test("a case that is open elsewhere is left alone; the one that is open here takes it", async () => {
    const [here, there] = [await place(), await place()];
    const start = await filledCase(here.host, here.vault);
    await taken(there, await bundleOf(start));
    const more = await inPlace(there, start.file.id, async (copy) =>
      bundleOf(await keepChange(copy, { kind: "wants-told", wants: ["More"] }, now)),
    );
    await expect(taken(here, more)).rejects.toThrow("case-open-elsewhere");
    const united = await importBundle(here.host, here.vault, sourceOf(more), secret, { now, open: start });
    expect(united.kind).toBe("united");
    await closeKept(start);
    await inPlace(here, start.file.id, async (copy) => expect(copy.file.wants).toEqual(["More"]));
  });
});

test("a case with an original that is not what was kept doesn't go out", async () => {
  const here = await place();
  const kept = await filledCase(here.host, here.vault);
  const [first, second] = kept.file.exhibits;
  const places = kept.disk?.objects;
  const other = places?.get(second?.files[0]?.object ?? "");
  if (first?.files[0] === undefined || other === undefined) throw new Error("there are two");
  places?.set(first.files[0].object, other);
  await expect(bundleOf(kept)).rejects.toThrow("object-damaged");
});

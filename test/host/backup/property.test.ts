import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NodeHost } from "../../../src-main/host/node-host.ts";
import { nodeHost } from "../../../src-main/host/node-host.ts";
import { caseKey, frameOf, vaultJson } from "./small-vault.ts";

/** One thing that may happen; numbers choose a case, a writer, an object or a set among those that are there. */
type Step =
  | { readonly kind: "append" | "object" | "erase" | "restore-case"; readonly which: number }
  | { readonly kind: "back-up" | "lose-all" };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("append" as const), which: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("object" as const), which: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("erase" as const), which: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("restore-case" as const), which: fc.nat(1) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("back-up" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("lose-all" as const) }) },
);

describe("whatever happens in whatever order", () => {
  it("each frame and object that was answered and not erased is here, and in what a backup restores", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const folder = await mkdtemp(join(tmpdir(), "folio-test-"));
        const world = await newWorld(folder);
        try {
          for (const one of steps) await world.take(one);
          await world.take({ kind: "back-up" });
          await world.expectAll();
          await world.take({ kind: "lose-all" });
          await world.expectAll();
        } finally {
          await world.close();
          await rm(folder, { recursive: true, force: true });
        }
      }),
      { numRuns: 6 },
    );
  }, 180_000);
});

const caseIds = ["a".repeat(32), "b".repeat(32)];

/** The real host with a vault and two cases; a model beside it of what must be there. */
async function newWorld(folder: string) {
  const [data, disk] = [join(folder, "data"), join(folder, "disk")];
  const { mkdir } = await import("node:fs/promises");
  await mkdir(disk);
  let count = 0;
  const segments = new Map<string, Buffer>();
  const objects = new Map<string, Buffer>();
  let saved = { segments: new Map<string, Buffer>(), objects: new Map<string, Buffer>() };
  const erased = new Set<string>();
  let host: NodeHost = open(data);
  const id = () => (++count).toString(16).padStart(32, "0");
  await host.writeKeyFiles(null, utf8(vaultJson(1)), utf8("head"));
  for (const caseId of caseIds) await host.releaseCase(await host.beginCase(caseId, utf8(caseKey(caseId))));
  await host.chooseBackupFolder(disk);
  let writers = new Map(caseIds.map((caseId) => [caseId, [id(), id()]]));

  const during = async (caseId: string, work: (lease: string) => Promise<unknown>) => {
    const lease = await host.takeCase(caseId);
    if (lease === null) throw new Error("the case is free");
    await work(lease).finally(() => host.releaseCase(lease));
  };
  const caseAt = (which: number) => caseIds[which % 2] ?? "";

  async function append(which: number): Promise<void> {
    const caseId = caseAt(which);
    const writer = writers.get(caseId)?.[which >> 1] ?? "";
    const frame = frameOf(60 + which);
    await during(caseId, (lease) => host.appendJournal(lease, writer, frame));
    const path = `cases/${caseId}/journal/${writer}.seg`;
    segments.set(path, Buffer.concat([segments.get(path) ?? Buffer.alloc(0), frame]));
  }

  async function keep(which: number): Promise<void> {
    const [caseId, object, bytes] = [caseAt(which), id(), frameOf(900)];
    await during(caseId, async (lease) => {
      const handle = await host.startObject(lease, object);
      await host.writePart(handle, bytes);
      await host.finishWrite(handle);
    });
    objects.set(`cases/${caseId}/objects/${object}`, Buffer.from(bytes));
  }

  /** As erasing does it: what stays of a writer is written under another, then the first goes for good. */
  async function erase(which: number): Promise<void> {
    const caseId = caseAt(which);
    const [gone = "", kept = ""] = writers.get(caseId) ?? [];
    const object = [...objects.keys()].find((path) => path.includes(caseId))?.slice(-32) ?? "";
    await append(2 + (which % 2));
    const parts = { writers: [gone], objects: object === "" ? [] : [object] };
    await during(caseId, async (lease) => {
      expect((await host.eraseParts(lease, parts)).backups).toBe("erased");
    });
    const paths = parts.objects.map((one) => `cases/${caseId}/objects/${one}`);
    for (const path of [`cases/${caseId}/journal/${gone}.seg`, ...paths]) {
      segments.delete(path);
      objects.delete(path);
      erased.add(path);
    }
    writers.set(caseId, [id(), kept]);
    saved = { segments: new Map(segments), objects: new Map(objects) };
  }

  async function restore(work: (backup: string, setId: string) => Promise<unknown>): Promise<void> {
    const found = await host.openBackup(disk).catch(() => null);
    const newest = found?.sets[0];
    if (found !== null && newest !== undefined) await work(found.backup, newest.id);
  }

  /**
   * What came back: at least what the last backup that was asked for held. Closing the host makes one more where something
   * had changed, so it may be more, but never anything that wasn't there.
   */
  async function recall(known: Map<string, Buffer>, least: ReadonlyMap<string, Buffer>): Promise<void> {
    for (const [path, all] of [...known]) {
      const back = await readFile(join(data, path)).catch(() => Buffer.alloc(0));
      expect(back.equals(all.subarray(0, back.length)), path).toBe(true);
      expect(back.length, path).toBeGreaterThanOrEqual(least.get(path)?.length ?? 0);
      if (back.length === 0) known.delete(path);
      else known.set(path, back);
    }
  }

  /** The data folder is lost: what the last backup holds comes back, and new writers go on from there. */
  async function loseAll(): Promise<void> {
    const found = await host.openBackup(disk).catch(() => null);
    if (found === null) return;
    await host.close();
    await rm(data, { recursive: true, force: true });
    host = open(data);
    await restore((backup, setId) => host.restoreVault(backup, setId));
    await host.chooseBackupFolder(disk);
    await recall(segments, saved.segments);
    await recall(objects, saved.objects);
    writers = new Map(caseIds.map((caseId) => [caseId, [id(), id()]]));
    for (const caseId of caseIds) {
      if ((await host.takeCase(caseId).catch(() => null)) === null) await host.beginCase(caseId, utf8(caseKey(caseId)));
    }
    await host.close();
    host = open(data);
  }

  return {
    take: async (one: Step): Promise<void> => {
      if (one.kind === "append") await append(one.which);
      else if (one.kind === "object") await keep(one.which);
      else if (one.kind === "erase") await erase(one.which);
      else if (one.kind === "lose-all") await loseAll();
      else if (one.kind === "restore-case") {
        const caseId = caseAt(one.which);
        await restore((backup, setId) => host.restoreCase(backup, setId, caseId, null).catch(() => undefined));
      } else {
        expect(await host.backUpNow()).toMatchObject({ problem: null });
        saved = { segments: new Map(segments), objects: new Map(objects) };
      }
    },
    expectAll: async (): Promise<void> => {
      for (const [path, bytes] of [...segments, ...objects]) expect(await readFile(join(data, path))).toEqual(bytes);
      for (const path of erased) await expect(readFile(join(data, path))).rejects.toThrow("ENOENT");
    },
    close: () => host.close(),
  };
}

function open(dataFolder: string): NodeHost {
  return nodeHost({ dataFolder, version: "0.0.0", kind: "command-line" });
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

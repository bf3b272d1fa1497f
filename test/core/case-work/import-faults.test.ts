import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { eraseWholeCase } from "#core/case-work/erase.ts";
import { importBundle } from "#core/case-work/import-bundle.ts";
import { closeKept, openCase } from "#core/case-work/open-case.ts";
import type { Host } from "#core/host.ts";
import type { CaseFile } from "#core/model/case-file.ts";
import { Problem } from "#core/problems.ts";
import { unlockWithAge } from "#core/vault/bundle/age-file.ts";
import { partsOf } from "#core/vault/bundle/streams.ts";
import type { OpenVault } from "#core/vault/vault.ts";
import { hostOn, temporaryFolder } from "../../host/temporary.ts";
import { allOf, locked, pair, sourceOf } from "../vault/bundle/small-bags.ts";
import { bundleOf, filledCase } from "./bundle-kit.ts";
import { now, openVault } from "./vault-kit.ts";

const secret = { identities: [pair.identity] };
/** FOLIO_FUZZ=10000 takes minutes; the short form runs always. */
const rounds = Number(process.env["FOLIO_FUZZ"] ?? 150);

/** What `work` fails with, by code; "done" where it doesn't. */
async function code(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "done";
  } catch (cause) {
    if (cause instanceof Problem) return cause.code;
    throw cause;
  }
}

async function everyFile(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(files.sort().map(async (file) => `${file} ${(await readFile(file)).toString("base64")}`));
}

let small: Uint8Array;
let tar: Uint8Array;
let caseId: string;
let file: CaseFile;
let folder: string;
let host: Host;
let vault: OpenVault;

beforeAll(async () => {
  const from = hostOn(await temporaryFolder());
  const kept = await filledCase(from, await openVault());
  caseId = kept.file.id;
  file = kept.file;
  small = await bundleOf(kept);
  tar = await allOf(partsOf(await unlockWithAge(sourceOf(small), secret)));
});

async function freshPlace(): Promise<void> {
  folder = await temporaryFolder();
  host = hostOn(folder);
  vault = await openVault();
}

const taken = (bytes: Uint8Array, onto: Host = host) => importBundle(onto, vault, sourceOf(bytes), secret, { now });

describe("a bundle that isn't whole changes nothing", { timeout: 60_000 + 200 * rounds }, () => {
  test("cut short anywhere", async () => {
    await freshPlace();
    const step = Math.max(1, Math.floor(small.length / rounds));
    const lengths = [0, 1, 20, 21, 22, 100, small.length - 1];
    for (let at = 0; at < small.length; at += step) lengths.push(at);
    for (const at of lengths) {
      expect([at, await code(taken(small.subarray(0, at)))]).toEqual([at, expect.stringMatching(/^bundle-/)]);
    }
    expect(await everyFile(folder)).toEqual([]);
  });

  test("one byte of it altered", async () => {
    await freshPlace();
    const step = Math.max(1, Math.floor(small.length / rounds));
    for (let at = 0; at < small.length; at += at < 250 ? 1 : step) {
      const other = small.slice();
      other[at] = (other[at] ?? 0) ^ 0x20;
      expect([at, await code(taken(other))]).toEqual([at, expect.stringMatching(/^bundle-/)]);
    }
    expect(await everyFile(folder)).toEqual([]);
  });

  test("one byte of the tar altered, and locked again by whoever did it: refused, or padding that says nothing", async () => {
    await freshPlace();
    let refused = 0;
    for (let round = 0; round < rounds; round += 1) {
      const at = (round * 7919) % tar.length;
      const other = tar.slice();
      other[at] = (other[at] ?? 0) ^ (1 << (round % 8));
      const answer = await code(taken(await locked(other, { recipients: [pair.recipient] })));
      if (answer === "done") await sameAsBefore();
      else {
        expect([at, answer]).toEqual([at, expect.stringMatching(/^(?:bundle-(?:damaged|newer|unknown)|bag-wrong)$/)]);
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(rounds / 2);
    expect(await host.listCases()).toEqual([]);
  });

  test("mixed up at random: an answer by code, at once", async () => {
    await freshPlace();
    let slowest = 0;
    for (let round = 0; round < rounds; round += 1) {
      const mixed =
        round % 2 === 0 ? await locked(mangled(tar, round), { recipients: [pair.recipient] }) : mangled(small, round);
      const from = performance.now();
      const answer = await code(taken(mixed));
      slowest = Math.max(slowest, performance.now() - from);
      // what is cut out of a tar may be zeros that say nothing; of a locked file every byte counts
      if (answer === "done" && round % 2 === 0) await sameAsBefore();
      else expect(answer).toMatch(/^(?:bundle-|bag-wrong)/);
    }
    console.log(`${rounds} bundles, the slowest answered in ${slowest.toFixed(0)} ms`);
    // a second on a computer that has nothing else to do
    expect(slowest).toBeLessThan(5000);
    expect(await host.listCases()).toEqual([]);
  });
});

/** What was taken over is what was there, in spite of what was done to it. It is erased for the next round. */
async function sameAsBefore(): Promise<void> {
  const { kept } = await openCase(host, vault, caseId);
  expect(kept.file).toEqual(file);
  await eraseWholeCase(kept);
}

/** Bytes with some cut out, doubled, moved, or replaced. The same round gives the same bytes. */
function mangled(bytes: Uint8Array, seed: number): Uint8Array {
  let state = seed * 2_654_435_761 + 1;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const [from, to] = [random(bytes.length), random(bytes.length)].sort((a, b) => a - b) as [number, number];
  const noise = Uint8Array.from({ length: 1 + random(600) }, () => random(256));
  const ways = [
    [bytes.subarray(0, from), bytes.subarray(to + 1)],
    [bytes.subarray(0, to), bytes.subarray(from)],
    [bytes.subarray(0, from), noise, bytes.subarray(from)],
    [bytes.subarray(0, from), noise, bytes.subarray(from + noise.length + 1)],
    [bytes, noise],
  ];
  const mixed = Buffer.concat(ways[random(ways.length)] ?? []);
  return mixed.equals(Buffer.from(bytes)) ? Buffer.concat([bytes, noise]) : mixed;
}

describe("an import that fails while it writes", () => {
  test.each(["startObject", "writePart", "finishWrite", "startSegment"] as const)(
    "in %s leaves nothing behind, and the next one is whole",
    async (call) => {
      for (const which of [1, 2, 4]) {
        await freshPlace();
        let calls = 0;
        const failing: Host = {
          ...host,
          [call]: async (...told: never[]) => {
            calls += 1;
            if (calls === which) throw new Problem("disk-full");
            const real: (...all: never[]) => unknown = host[call];
            return real(...told);
          },
        };
        const answer = await code(taken(small, failing));
        expect(answer).toBe(calls < which ? "done" : "disk-full");
        if (answer === "done") continue;
        expect(await host.listCases()).toEqual([]);
        expect((await taken(small)).kind).toBe("added");
      }
    },
  );

  test("that is killed there leaves no case, and the next one is whole", async () => {
    for (const which of [1, 3, 5]) {
      await freshPlace();
      let calls = 0;
      const dying: Host = {
        ...host,
        finishWrite: (handle) => {
          calls += 1;
          return calls < which ? host.finishWrite(handle) : new Promise<never>(() => undefined);
        },
      };
      const lost = taken(small, dying);
      lost.catch(() => undefined);
      while (calls < which) await new Promise((resolve) => setTimeout(resolve, 5));
      await (host as ReturnType<typeof hostOn>).close();
      host = hostOn(folder);
      expect((await taken(small)).kind).toBe("added");
      const { kept, notes } = await openCase(host, vault, caseId);
      expect(notes).toEqual([]);
      expect(kept.file.exhibits).toHaveLength(2);
      const names = new Set([...(kept.disk?.objects.values() ?? [])].map((one) => one.stored));
      expect((await host.listObjects(caseId)).filter((one) => !names.has(one.id))).toEqual([]);
      await closeKept(kept);
    }
  });

  test("that is stopped leaves nothing behind", async () => {
    await freshPlace();
    const stop = new AbortController();
    const onProgress = (done: number, of: number) => {
      if (done > of / 2) stop.abort();
    };
    const import_ = importBundle(host, vault, sourceOf(small, 1000), secret, { now, signal: stop.signal, onProgress });
    await expect(import_).rejects.toThrow(/abort/i);
    expect(await host.listCases()).toEqual([]);
  });
});

import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { expect, test } from "vitest";
import { readOriginal } from "#core/case-work/add-exhibit.ts";
import { adoptPlainCases } from "#core/case-work/adopt-plain.ts";
import { readHistory } from "#core/case-work/history.ts";
import { nameCases } from "#core/case-work/name-cases.ts";
import { openCase } from "#core/case-work/open-case.ts";
import type { Host } from "#core/host.ts";
import { Problem } from "#core/problems.ts";
import { createVault } from "#core/vault/vault.ts";
import type { NodeHost } from "../../../src-main/host/node-host.ts";
import { exampleRead } from "../../bench/large-case.ts";
import { hostOn, temporaryFolder } from "../../host/temporary.ts";

const caseId = "1".repeat(32);
const quickKdf = async () => new Uint8Array(32).fill(7);

test("a case of the first, unlocked builds is sealed with its letters and its times, and the plain files go", async () => {
  const data = await temporaryFolder();
  const { bytes } = await plainCase(data);
  const host = hostOn(data);
  const { vault } = await createVault(host, "three unusual words", quickKdf);
  expect(await adoptPlainCases(host, vault)).toBe(1);
  const [listed, ...others] = await host.listCases();
  expect(others).toEqual([]);
  const { kept, notes } = await openCase(host, vault, listed?.id ?? "");
  expect(notes).toEqual([]);
  expect(kept.file.name).toBe("From before");
  expect(kept.file.caseReference).toBe("121000000001");
  const [file] = kept.file.exhibits[0]?.files ?? [];
  expect(file && (await readOriginal(kept, file))).toEqual(bytes);
  expect((await readHistory(kept)).at(-1)?.at).toBe("2026-11-20T10:00:02.000Z");
  expect(await readdir(join(data, "cases", caseId))).toEqual(["erased.json"]);
  expect(await adoptPlainCases(host, vault)).toBe(0);
});

test("a plain case that can't be read to its end is left as it is", async () => {
  const data = await temporaryFolder();
  await plainCase(data, Buffer.from("no frame at all, and long enough to be one"));
  const host = hostOn(data);
  const { vault } = await createVault(host, "three unusual words", quickKdf);
  expect(await adoptPlainCases(host, vault)).toBe(0);
  expect(await readdir(join(data, "cases"))).toEqual([caseId]);
});

test("killed at any moment, it goes on the next time, and there is never a second case of it", async () => {
  const data = await temporaryFolder();
  await plainCase(data);
  const host = hostOn(data);
  const { vault } = await createVault(host, "three unusual words", quickKdf);
  let most = 0;
  for (let calls = 1; ; calls += 1) {
    const [broken, end] = brokenOff(hostOn(data), calls);
    const outcome = await adoptPlainCases(broken, vault).catch(() => "broken off");
    await end();
    const sealed = (await nameCases(host, vault)).filter(({ name }) => name !== null);
    most = Math.max(most, sealed.length);
    if (outcome !== "broken off") break;
  }
  expect(most).toBe(1);
  const [{ id } = { id: "" }, ...others] = await host.listCases();
  expect(others).toEqual([]);
  const { kept, notes } = await openCase(host, vault, id);
  expect([notes, kept.file.exhibits.length, kept.file.caseReference]).toEqual([[], 1, "121000000001"]);
}, 60_000);

test("a plain case that misses a letter stays as it is, however often it is tried", async () => {
  const data = await temporaryFolder();
  await plainCase(data);
  await rm(join(data, "cases", caseId, "objects", "a".repeat(32)));
  const host = hostOn(data);
  const { vault } = await createVault(host, "three unusual words", quickKdf);
  for (let tries = 0; tries < 2; tries += 1) expect(await adoptPlainCases(host, vault)).toBe(0);
  expect(await readdir(join(data, "cases"))).toEqual([caseId]);
});

/** A host that answers so many calls and then no more, as one whose process was killed. */
function brokenOff(host: NodeHost, calls: number): [Host, () => Promise<void>] {
  let left = calls;
  const broken = new Proxy<Host>(host, {
    get: (whole, name: keyof Host) => {
      if (name === "keepLease") return whole[name];
      left -= 1;
      return left < 0 ? async () => Promise.reject(new Problem("host-gone")) : whole[name];
    },
  });
  return [broken, () => host.close()];
}

async function plainCase(data: string, after: Buffer = Buffer.alloc(0)) {
  const folder = join(data, "cases", caseId);
  await mkdir(join(folder, "journal"), { recursive: true });
  await mkdir(join(folder, "objects"));
  const { bytes, read } = await exampleRead(1, 3000);
  await writeFile(join(folder, "objects", "a".repeat(32)), bytes);
  await writeFile(join(folder, "objects", "b".repeat(32)), JSON.stringify(read.pages));
  const { pages, letter, files } = read;
  const exhibit = {
    id: "e".repeat(32),
    number: 1,
    title: "A letter",
    files: files.map((file) => ({ ...file, object: "a".repeat(32) })),
    pages: pages.map(({ words: _words, text: _text, ...shape }) => shape),
    wordsObject: "b".repeat(32),
    letter,
    judgements: {},
    problems: [],
    withdrawn: false,
  };
  const lines = [
    { kind: "case-begun", id: caseId, name: "From before", sample: false },
    { kind: "exhibit-added", exhibit },
    { kind: "reference-told", caseReference: "121000000001" },
  ].map((body, at) => frame(JSON.stringify({ at: `2026-11-20T10:00:0${at}.000Z`, body })));
  await writeFile(join(folder, "journal", `${"c".repeat(32)}.seg`), Buffer.concat([...lines, after]));
  return { bytes };
}

/** As the first builds wrote it: marker, length, checksum, payload, checksum. */
function frame(text: string): Buffer {
  const payload = Buffer.from(text);
  const header = Buffer.alloc(12);
  header.write("Flio");
  header.writeUInt32LE(payload.length, 4);
  header.writeUInt32LE(crc32(header.subarray(0, 8)), 8);
  const end = Buffer.alloc(4);
  end.writeUInt32LE(crc32(payload));
  return Buffer.concat([header, payload, end]);
}

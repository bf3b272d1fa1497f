/**
 * A program to be run on a disk with little room, or where files may not grow large: for every call that writes, it
 * leaves a little room (none, a page, two, …), tries, and looks at what is there afterwards. It says in JSON, by call,
 * how often it went through, how often it was refused as full, and what was wrong. Run by full-disk.test.ts.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Host } from "#core/host.ts";
import { Problem } from "#core/problems.ts";
import { nodeHost } from "../../src-main/host/node-host.ts";
import { filledFrame, testFrame } from "../host/test-frames.ts";
import { wholeSegment } from "../host/whole-segment.ts";
import { fillUp, giveAllBack, giveBack } from "./disk-room.ts";
import { caseId, frame } from "./numbered.ts";

const folder = process.argv[2] ?? "";
const dataFolder = join(folder, "data");
const savedPath = join(folder, "saved.pdf");
const machine = { askWhereToSave: async () => savedPath };
const host = nodeHost({ dataFolder, version: "", kind: "command-line", machine });
const large = filledFrame(20_000, 7);
let fresh = 0;

interface Result {
  done: number;
  full: number;
  wrong: string[];
}

await host.writeKeyFiles(null, large, large);
const lease = await host.beginCase(caseId, large);
await host.appendJournal(lease, newId(), frame(0));

/** Each writes something new; it answers what must be there once it went through. */
const calls: Record<string, () => Promise<() => Promise<boolean>>> = {
  appendJournal: async () => {
    const writer = newId();
    await host.appendJournal(lease, writer, large);
    return async () => same(await wholeSegment(host, caseId, writer), large);
  },
  writeKeyFiles: async () => {
    const { main } = await host.readKeyFiles();
    const next = testFrame(new Uint8Array(20_000).fill(fresh % 251));
    fresh += 1;
    await host.writeKeyFiles(
      createHash("sha256")
        .update(main ?? large)
        .digest("hex"),
      next,
      next,
    );
    return async () => {
      const now = await host.readKeyFiles();
      return [now.main, now.copy, now.head].every((bytes) => bytes !== null && same(bytes, next));
    };
  },
  beginCase: async () => {
    const other = newId();
    await host.releaseCase(await host.beginCase(other, large));
    return async () => (await host.readCase(other)).keys.length === 2;
  },
  writeCaseKey: async () => {
    await host.writeCaseKey(lease, large);
    return async () => (await host.readCase(caseId)).keys.every((key) => same(key, large));
  },
  writeHead: async () => {
    const writer = newId();
    await host.writeHead(lease, writer, large);
    return async () => (await host.readCase(caseId)).heads.some((head) => head.writer === writer);
  },
  writeDraft: async () => {
    const draft = newId();
    await host.writeDraft(lease, draft, large);
    return async () => (await host.readDrafts(caseId)).some(({ id, bytes }) => id === draft && same(bytes, large));
  },
  startObject: async () => {
    const object = newId();
    await finish(host, await host.startObject(lease, object));
    return async () => same(await host.readObject(caseId, object, 0), large);
  },
  startSegment: async () => {
    const writer = newId();
    await finish(host, await host.startSegment(lease, writer));
    return async () => same(await wholeSegment(host, caseId, writer), large);
  },
  startFile: async () => {
    await finish(host, (await host.startFile("pack", "pack.pdf")) ?? "");
    return async () => statSync(savedPath).size === large.length;
  },
  eraseParts: async () => {
    const object = newId();
    await host.eraseParts(lease, { writers: [], objects: [object] });
    return async () => true;
  },
};

const results: Record<string, Result> = {};
for (const [name, call] of Object.entries(calls)) {
  const result: Result = { done: 0, full: 0, wrong: [] };
  results[name] = result;
  for (let pages = 0; pages <= 24; pages += 3) await tryWith(pages, call, result);
  giveAllBack(folder);
  await tryOnce(call, result, true);
}
process.stdout.write(JSON.stringify(results));

/** With so many pages of 4 KiB left on the disk. */
async function tryWith(pages: number, call: () => Promise<() => Promise<boolean>>, result: Result): Promise<void> {
  fillUp(folder);
  if (pages > 0) giveBack(folder, pages);
  await tryOnce(call, result, false);
  giveAllBack(folder);
}

async function tryOnce(call: () => Promise<() => Promise<boolean>>, result: Result, mustGo: boolean): Promise<void> {
  const before = state();
  try {
    const isThere = await call();
    result.done += 1;
    if (!(await isThere())) result.wrong.push("answered, and is not there");
  } catch (error) {
    if (mustGo) result.wrong.push("refused with room on the disk");
    if (error instanceof Problem && error.code === "disk-full") result.full += 1;
    else result.wrong.push(String(error));
    if (state() !== before) result.wrong.push("refused, and something is different");
  }
  const left = readdirSync(folder, { recursive: true }).map(String);
  if (left.some((path) => path.endsWith(".folio-part"))) result.wrong.push("something half-written is left");
}

/** Every file with what is in it, as one hash. */
function state(): string {
  const hash = createHash("sha256");
  for (const path of readdirSync(folder, { recursive: true }).map(String).sort()) {
    const file = join(folder, path);
    if (path !== "filler" && statSync(file).isFile()) hash.update(`${path}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

async function finish(to: Host, handle: string): Promise<void> {
  await to.writePart(handle, large);
  await to.finishWrite(handle);
}

function newId(): string {
  fresh += 1;
  return fresh.toString(16).padStart(32, "0");
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

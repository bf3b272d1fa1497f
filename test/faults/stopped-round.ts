import { type ChildProcess, spawn } from "node:child_process";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect } from "vitest";
import { nodeHost } from "../../src-main/host/node-host.ts";
import { wholeSegment } from "../host/whole-segment.ts";
import { caseId, countFrames, frame, objectIdOf, objectParts, small, writerOf } from "./numbered.ts";

const program = join(import.meta.dirname, "write-until-stopped.ts");

type Kind = "frame" | "object" | "head" | "draft";

/** What a round's program had been answered: how many of a kind, from 0 on. */
export interface Answered {
  /** by the moment it was stopped: these must be there */
  before(kind: Kind): number;
  /** by the time it was gone: these may be there, and the one after them */
  ever(kind: Kind): number;
}

/** A folder with the case in it that the rounds write to. */
export async function beginRounds(dataFolder: string): Promise<void> {
  const host = nodeHost({ dataFolder, version: "", kind: "command-line" });
  await host.writeKeyFiles(null, small(0), small(1));
  await host.beginCase(caseId, small(2));
  await host.close();
}

/**
 * Starts the program, lets it run from its first words on, and stops it.
 * @param stop ends it outright, and gives back when it has: with a disk that is shut down, what was answered while
 *   that went on (the system may say "on disk" for a moment more) doesn't count as answered before
 */
export async function runAndStop(
  dataFolder: string,
  round: number,
  afterMillis: number,
  { stop, killed }: { stop: (child: ChildProcess) => Promise<void>; killed: boolean },
): Promise<Answered> {
  const child = spawn(process.execPath, [program, dataFolder, `${round}`], { stdio: ["ignore", "pipe", "pipe"] });
  let [said, errors] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (words: string) => {
    said += words;
  });
  child.stderr.setEncoding("utf8").on("data", (words: string) => {
    errors += words;
  });
  while (said === "" && child.exitCode === null) await wait(5);
  expect(errors, "the program could begin").toBe("");
  await wait(afterMillis);
  const ended = new Promise((resolve) => child.once("close", resolve));
  const saidBefore = said;
  await stop(child);
  await ended;
  const count = (words: string, kind: Kind) => [...words.matchAll(new RegExp(`^${kind} \\d+$`, "gm"))].length;
  return { before: (kind) => count(killed ? said : saidBefore, kind), ever: (kind) => count(said, kind) };
}

/**
 * Opens the case again as a launch does, and looks whether all that a round was answered is there, whole, with
 * nothing else but what may have been on its way.
 * @returns how many frames stood beyond those that were answered, and whether an end was set aside
 */
export async function expectAllThere(dataFolder: string, round: number, answered: Answered) {
  const host = nodeHost({ dataFolder, version: "", kind: "command-line" });
  const writer = writerOf(round);
  try {
    expect(await host.takeCase(caseId), "the lock is free at once").not.toBeNull();
    const found = await host.readCase(caseId);
    expect(await host.readKeyFiles()).toEqual({ main: small(0), copy: small(0), head: small(1) });
    expect(found.keys).toEqual([small(2), small(2)]);
    const isThere = found.segments.some((segment) => segment.writer === writer);
    const segment = isThere ? await wholeSegment(host, caseId, writer) : new Uint8Array();
    const { whole, leftBytes } = countFrames(segment);
    expect(whole).toBeGreaterThanOrEqual(answered.before("frame"));
    expect(whole).toBeLessThanOrEqual(answered.ever("frame") + 1);
    expect(leftBytes, `what is no whole frame was set aside: ${described(segment, segment.length - leftBytes)}`).toBe(
      0,
    );
    expectOneOf(found.heads.find((head) => head.writer === writer)?.bytes, answered, "head");
    expectOneOf((await host.readDrafts(caseId)).find(({ id }) => id === writer)?.bytes, answered, "draft");
    await expectObjects(dataFolder, round, answered);
    const torn = found.tornTails.filter((tail) => tail.writer === writer);
    for (const { sizeBytes } of torn) expect(sizeBytes).toBeLessThanOrEqual(frame(whole).length);
    return { unanswered: whole - answered.before("frame"), torn: torn.length };
  } finally {
    await host.close();
  }
}

/** What stands in a segment from some place on: its first bytes, and where they change, for who looks into a failure. */
function described(segment: Uint8Array, from: number): string {
  const runs: string[] = [];
  for (let at = from; at < segment.length && runs.length < 40; ) {
    let end = at;
    while (end < segment.length && segment[end] === segment[at]) end += 1;
    runs.push(`${end - at} x ${segment[at]}`);
    at = end;
  }
  return `from byte ${from} on ${runs.join(", ")}`;
}

/** A small file is the last one that was answered, or one after it; none only where none was. */
function expectOneOf(found: Uint8Array | undefined, answered: Answered, kind: Kind): void {
  const first = answered.before(kind) - 1;
  const may = Array.from({ length: answered.ever(kind) - first + 1 }, (_, index) => first + index);
  expect(may.map((number) => (number < 0 ? undefined : small(number)))).toContainEqual(found);
}

/** Each that was answered is there and whole; those after it may be, whole as well. They are removed: rounds are many. */
async function expectObjects(dataFolder: string, round: number, answered: Answered): Promise<void> {
  for (let number = 0; number <= answered.ever("object"); number += 1) {
    const path = join(dataFolder, "cases", caseId, "objects", objectIdOf(round, number));
    const found = await readFile(path).catch(() => null);
    if (found === null && number >= answered.before("object")) continue;
    expect(found?.equals(Buffer.concat(objectParts(round, number))), `object ${number}`).toBe(true);
    await rm(path);
  }
}

/** Parts that no crash finished are swept after a day only; the rounds don't wait for it. */
export async function sweepNow(dataFolder: string): Promise<void> {
  const objects = join(dataFolder, "cases", caseId, "objects");
  for (const name of await readdir(objects).catch(() => [])) {
    if (name.endsWith(".folio-part")) await rm(join(objects, name), { force: true });
  }
}

/** How many rounds an environment variable asks for; few in the everyday run. */
export function roundsAsked(name: string, usual: number): number {
  const asked = Number(process.env[name] ?? usual);
  return Number.isSafeInteger(asked) && asked > 0 ? asked : usual;
}

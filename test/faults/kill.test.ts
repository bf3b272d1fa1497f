import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { hostOn, temporaryFolder } from "../host/temporary.ts";
import { caseId, countFrames, objectPart, writer } from "./numbered.ts";

const program = join(import.meta.dirname, "append-until-killed.ts");

/** Lets the program run for a while, kills it outright, and gives back what it had said by then. */
async function runAndKill(dataFolder: string, afterMillis: number): Promise<string> {
  const child = spawn(process.execPath, [program, dataFolder], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (words: string) => {
    said += words;
  });
  while (!said.includes("\n") && child.exitCode === null) await wait(5);
  await wait(afterMillis);
  const ended = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGKILL");
  await ended;
  return said;
}

function lastOf(said: string, kind: string): number[] {
  return [...said.matchAll(new RegExp(`^${kind} (\\d+)$`, "gm"))].map((found) => Number(found[1]));
}

describe("killed outright at a random moment", () => {
  it.each(Array.from({ length: 8 }, (_, round) => round))(
    "loses no frame and no object that was answered (round %i)",
    async () => {
      const folder = await temporaryFolder();
      const said = await runAndKill(folder, Math.random() * 300);
      const [segment] = await hostOn(folder).readJournal(caseId);
      const answered = lastOf(said, "frame").length;
      expect(segment?.writer).toBe(writer);
      expect(answered).toBeGreaterThan(0);
      const { whole, tornBytes } = countFrames(segment?.bytes ?? new Uint8Array());
      expect(whole).toBeGreaterThanOrEqual(answered);
      expect(tornBytes).toBeLessThan(3010);
      await everyObjectIsWhole(join(folder, "cases", caseId, "objects"), lastOf(said, "object"));
    },
  );
});

/** Every name without ".folio-part" must be whole, whether it was answered or not. */
async function everyObjectIsWhole(objects: string, answered: readonly number[]): Promise<void> {
  const names = await readdir(objects).catch(() => []);
  const numbers = names.filter((name) => !name.endsWith(".folio-part")).map((name) => Number.parseInt(name, 16));
  expect(numbers).toEqual(expect.arrayContaining([...answered]));
  for (const number of numbers) {
    const part = objectPart(number);
    const bytes = await readFile(join(objects, number.toString(16).padStart(32, "0")));
    expect(bytes.equals(Buffer.concat([part, part, part, part]))).toBe(true);
  }
}

describe("an append", () => {
  it("is answered only once the system has put it on disk", async () => {
    const folder = await temporaryFolder();
    const host = hostOn(folder);
    await host.appendJournal(caseId, writer, new Uint8Array([1]));
    const order: string[] = [];
    const restore = await slowSync(folder, order);
    try {
      await host.appendJournal(caseId, writer, new Uint8Array([2]));
      order.push("answered");
    } finally {
      restore();
    }
    expect(order).toEqual(["synced", "answered"]);
  });
});

/** A kill leaves what the system holds in memory; only a power cut would not. So the order itself is looked at. */
async function slowSync(folder: string, order: string[]): Promise<() => void> {
  const { open } = await import("node:fs/promises");
  const handle = await open(join(folder, "any"), "w");
  const everyHandle: typeof handle = Object.getPrototypeOf(handle);
  await handle.close();
  const { datasync } = everyHandle;
  everyHandle.datasync = async function slowly() {
    await wait(50);
    await datasync.call(this);
    order.push("synced");
  };
  return () => {
    everyHandle.datasync = datasync;
  };
}

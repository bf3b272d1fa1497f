import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { begun, hostOn, temporaryFolder } from "../host/temporary.ts";
import { caseId, writerOf } from "./numbered.ts";
import { beginRounds, expectAllThere, roundsAsked, runAndStop, sweepNow } from "./stopped-round.ts";

const writer = writerOf(0);
const rounds = roundsAsked("FOLIO_KILL_ROUNDS", 6);

const killOutright = { killed: true, stop: async (child: ChildProcess) => void child.kill("SIGKILL") };

describe("killed outright at a random moment", () => {
  it(
    `loses nothing that was answered, round after round on one folder (${rounds} rounds)`,
    async () => {
      const folder = await temporaryFolder();
      await beginRounds(folder);
      const sum = { frames: 0, objects: 0, unanswered: 0, torn: 0 };
      for (let round = 0; round < rounds; round += 1) {
        const answered = await runAndStop(folder, round, Math.random() * 400, killOutright);
        const { unanswered, torn } = await expectAllThere(folder, round, answered);
        await sweepNow(folder);
        sum.frames += answered.before("frame");
        sum.objects += answered.before("object");
        sum.unanswered += unanswered;
        sum.torn += torn;
      }
      expect(sum.frames).toBeGreaterThan(0);
      process.stdout.write(`kill: ${rounds} rounds, ${JSON.stringify(sum)}\n`);
    },
    60_000 + rounds * 5_000,
  );
});

describe("an append", () => {
  it("is answered only once the system has put it on disk", async () => {
    const folder = await temporaryFolder();
    const host = hostOn(folder);
    const lease = await begun(host, caseId);
    await host.appendJournal(lease, writer, new Uint8Array([1]));
    const order: string[] = [];
    const restore = await slowSync(folder, order);
    try {
      await host.appendJournal(lease, writer, new Uint8Array([2]));
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

import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Loopback } from "../../src-main/loopback/server.ts";
import { bytesOf, hostOn, idOf } from "../host/temporary.ts";
import { sendCall, startServer } from "./window.ts";

const [caseId, writer] = [idOf("a"), idOf("b")];
const ask = (loopback: Loopback, name: string, ...args: readonly unknown[]) => sendCall(loopback, name, args).value;

/** Sends `keepLease` and waits until the server has it: it answers the headers at once, the rest at the end. */
async function keep(loopback: Loopback, lease: unknown) {
  const call = sendCall(loopback, "keepLease", [lease]);
  await once(call.sent, "response");
  return call;
}

/** Asks again until the case is free, for as long as a second. */
async function takenSoon(loopback: Loopback): Promise<unknown> {
  for (let tries = 0; tries < 50; tries += 1) {
    const lease = await ask(loopback, "takeCase", caseId);
    if (lease !== null) return lease;
    await wait(20);
  }
  return null;
}

describe("a lease over loopback", () => {
  it("ends with the connection that keeps it, as when its page is closed", async () => {
    const loopback = await startServer();
    const lease = await ask(loopback, "beginCase", caseId, bytesOf("key"));
    const { sent } = await keep(loopback, lease);
    expect(await ask(loopback, "takeCase", caseId)).toBeNull();
    await ask(loopback, "appendJournal", lease, writer, bytesOf("frames"));
    sent.destroy();
    const next = await takenSoon(loopback);
    expect(next).toMatch(/^[0-9a-f]{32}$/);
    expect(await ask(loopback, "appendJournal", lease, writer, bytesOf("late"))).toBe("case-open-elsewhere");
    expect(await ask(loopback, "appendJournal", next, idOf("c"), bytesOf("mine"))).toBeUndefined();
  });

  it("is answered when it is released, and not before", async () => {
    const loopback = await startServer();
    const lease = await ask(loopback, "beginCase", caseId, bytesOf("key"));
    const { value } = await keep(loopback, lease);
    expect(await Promise.race([value, wait(100, "unanswered")])).toBe("unanswered");
    await ask(loopback, "releaseCase", lease);
    expect(await value).toBeUndefined();
    expect(await takenSoon(loopback)).not.toBeNull();
  });

  it("drops what was half-written with the connection", async () => {
    const loopback = await startServer();
    const lease = await ask(loopback, "beginCase", caseId, bytesOf("key"));
    const { sent } = await keep(loopback, lease);
    const handle = await ask(loopback, "startObject", lease, idOf("d"));
    await ask(loopback, "writePart", handle, bytesOf("half"));
    sent.destroy();
    await takenSoon(loopback);
    expect(await ask(loopback, "finishWrite", handle)).toBe("case-open-elsewhere");
    expect(await ask(loopback, "listObjects", caseId)).toEqual([]);
  });

  it("leaves connections for other tabs: beyond four kept cases one can only be read", async () => {
    const loopback = await startServer();
    const own = hostOn(loopback.dataFolder);
    for (const digit of ["1", "2", "3", "4", "5"]) {
      await own.releaseCase(await own.beginCase(idOf(digit), bytesOf("key")));
    }
    for (const digit of ["1", "2", "3", "4"]) {
      await keep(loopback, await ask(loopback, "takeCase", idOf(digit)));
    }
    expect(await ask(loopback, "takeCase", idOf("5"))).toBeNull();
  });

  it("of another process keeps the case from the window, and the other way round", async () => {
    const loopback = await startServer();
    const own = hostOn(loopback.dataFolder);
    const lease = await own.beginCase(caseId, bytesOf("key"));
    expect(await ask(loopback, "takeCase", caseId)).toBeNull();
    await own.releaseCase(lease);
    expect(await ask(loopback, "takeCase", caseId)).not.toBeNull();
    expect(await own.takeCase(caseId)).toBeNull();
  });

  it("refuses to keep what is no lease, and goes on", async () => {
    const loopback = await startServer();
    expect(await ask(loopback, "keepLease", "nonsense")).toBe("host-refused");
    expect(await ask(loopback, "keepLease", idOf("f"))).toBeUndefined();
    expect(await ask(loopback, "listCases")).toEqual([]);
  });
});

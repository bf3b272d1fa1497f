import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addErased } from "../../src-main/host/backup/erased-parts.ts";
import { takeSystemLock } from "../../src-main/host/system-lock.ts";
import { begun, bytesOf, endAfterTest, hostOn, idOf, temporaryFolder } from "./temporary.ts";

const caseId = idOf("c");
const whole = { whole: true, writers: [], objects: [] };

/** A case folder as a crash in the middle of `eraseCase` leaves it. */
async function halfErased() {
  const data = await temporaryFolder();
  const folder = join(data, "cases", caseId);
  const host = hostOn(data);
  await host.appendJournal(await begun(host, caseId), idOf("a"), bytesOf("frames"));
  await host.close();
  await addErased(folder, whole);
  return { data, folder };
}

describe("a case whose erasing was cut short", () => {
  it("is gone for good once Folio was started again, but for the note that it was erased", async () => {
    const { data, folder } = await halfErased();
    expect(await hostOn(data).listCases()).toEqual([]);
    expect(readdirSync(folder)).toEqual(["erased.json"]);
  });

  it("is left to another process that has it", async () => {
    const { data, folder } = await halfErased();
    const lock = await takeSystemLock(folder, "case");
    endAfterTest(async () => lock?.release());
    expect(await hostOn(data).listCases()).toEqual([]);
    expect(existsSync(join(folder, "key"))).toBe(true);
  });

  it("leaves other cases as they are, also one that lost parts for good", async () => {
    const { data } = await halfErased();
    const host = hostOn(data);
    const other = idOf("b");
    await host.appendJournal(await begun(host, other), idOf("a"), bytesOf("frames"));
    await host.close();
    await addErased(join(data, "cases", other), { whole: false, writers: [idOf("9")], objects: [] });
    expect((await hostOn(data).listCases()).map(({ id }) => id)).toEqual([other]);
  });
});

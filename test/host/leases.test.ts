import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { begun, bytesOf, hostOn, idOf, taken, temporaryFolder } from "./temporary.ts";

const [caseId, writer, objectId] = [idOf("a"), idOf("b"), idOf("c")];
const elsewhere = { code: "case-open-elsewhere" };

describe("a lease", () => {
  it("is one window's: another window of the same process can read the case, and neither take nor write it", async () => {
    const host = hostOn(await temporaryFolder());
    const [one, other] = [host.visit().host, host.visit().host];
    const lease = await begun(one, caseId);
    await one.appendJournal(lease, writer, bytesOf("frames"));
    expect(await other.takeCase(caseId)).toBeNull();
    expect(await other.readSegment(caseId, writer, 0)).toEqual(bytesOf("frames"));
    await expect(other.appendJournal(lease, writer, bytesOf("mine"))).rejects.toMatchObject(elsewhere);
    await other.releaseCase(lease);
    await one.appendJournal(lease, writer, bytesOf("still"));
  });

  it("ends with its window, and then another has the case at once", async () => {
    const host = hostOn(await temporaryFolder());
    const [one, other] = [host.visit(), host.visit()];
    const lease = await begun(one.host, caseId);
    const kept = one.host.keepLease(lease);
    await one.leave();
    await kept;
    expect(await other.host.takeCase(caseId)).not.toBeNull();
    await expect(one.host.appendJournal(lease, writer, bytesOf("late"))).rejects.toMatchObject(elsewhere);
  });

  it("is nobody's where its window went while the case was being readied", async () => {
    const host = hostOn(await temporaryFolder());
    const lease = await begun(host, caseId);
    await host.appendJournal(lease, writer, bytesOf("frames"));
    await host.releaseCase(lease);
    const [one, other] = [host.visit(), host.visit()];
    const taking = one.host.takeCase(caseId);
    await one.leave();
    expect(await taking).toBeNull();
    expect(await other.host.takeCase(caseId)).not.toBeNull();
  });

  it("stays unanswered while it is held, and is answered when it is released", async () => {
    const host = hostOn(await temporaryFolder());
    const lease = await begun(host, caseId);
    let ended = false;
    const kept = host.keepLease(lease).then(() => {
      ended = true;
    });
    await wait(50);
    expect(ended).toBe(false);
    await host.releaseCase(lease);
    await kept;
    await host.keepLease(lease);
    await host.releaseCase(lease);
  });

  it("ends by itself where nobody keeps it in time, and not where somebody does", async () => {
    const host = hostOn(await temporaryFolder());
    const { host: window } = host.visit(40);
    const left = await begun(window, caseId);
    await wait(120);
    await expect(window.appendJournal(left, writer, bytesOf("late"))).rejects.toMatchObject(elsewhere);
    const kept = await taken(window, caseId);
    void window.keepLease(kept);
    await wait(120);
    await window.appendJournal(kept, writer, bytesOf("in time"));
  });

  it("is needed by every call that writes into a case", async () => {
    const folder = await temporaryFolder();
    const host = hostOn(folder);
    const lease = await begun(host, caseId);
    await host.releaseCase(lease);
    const before = await readdir(folder, { recursive: true });
    const bytes = bytesOf("x");
    for (const writing of [
      () => host.appendJournal(lease, writer, bytes),
      () => host.startSegment(lease, writer),
      () => host.startObject(lease, objectId),
      () => host.writeHead(lease, writer, bytes),
      () => host.writeDraft(lease, objectId, bytes),
      () => host.dropDraft(lease, objectId),
      () => host.writeCaseKey(lease, bytes),
      () => host.eraseParts(lease, { writers: [writer], objects: [] }),
      () => host.eraseCase(lease),
    ]) {
      await expect(writing()).rejects.toMatchObject(elsewhere);
    }
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  });

  it("takes what its window had begun to write with it, and says so to who goes on writing", async () => {
    const folder = await temporaryFolder();
    const host = hostOn(folder);
    const lease = await begun(host, caseId);
    const handle = await host.startObject(lease, objectId);
    await host.writePart(handle, bytesOf("half"));
    await host.releaseCase(lease);
    expect(await readdir(join(folder, "cases", caseId, "objects"))).toEqual([]);
    await expect(host.writePart(handle, bytesOf("more"))).rejects.toMatchObject(elsewhere);
  });

  it("lets an object that is being finished be finished before it ends", async () => {
    const host = hostOn(await temporaryFolder());
    const lease = await begun(host, caseId);
    const handle = await host.startObject(lease, objectId);
    await host.writePart(handle, bytesOf("whole"));
    const [place] = await Promise.all([host.finishWrite(handle), host.releaseCase(lease)]);
    expect(place).toContain("Folio");
    expect(await host.readObject(caseId, objectId, 0)).toEqual(bytesOf("whole"));
  });

  it("is had by one of many windows that ask at once", async () => {
    const host = hostOn(await temporaryFolder());
    await host.releaseCase(await begun(host, caseId));
    const leases = await Promise.all(Array.from({ length: 10 }, () => host.visit().host.takeCase(caseId)));
    expect(leases.filter((lease) => lease !== null)).toHaveLength(1);
  });

  it("is given back where the case can't be taken because it isn't there", async () => {
    const host = hostOn(await temporaryFolder());
    await expect(host.takeCase(caseId)).rejects.toMatchObject({ code: "case-not-found" });
    await begun(host, caseId);
  });
});

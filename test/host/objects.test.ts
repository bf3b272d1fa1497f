import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type CaseLease, type Host, maxPartBytes } from "#core/host.ts";
import type { Bytes } from "#core/model/bytes.ts";
import { begun, bytesOf, hostOn, idOf, taken, temporaryFolder } from "./temporary.ts";

const [caseId, objectId] = [idOf("a"), idOf("e")];

async function keep(host: Host, lease: CaseLease, ...parts: Bytes[]): Promise<void> {
  const handle = await host.startObject(lease, objectId);
  for (const part of parts) await host.writePart(handle, part);
  await host.finishWrite(handle);
}

describe("objects", () => {
  it("come back part by part, and empty past their end", async () => {
    const host = hostOn(await temporaryFolder());
    const lease = await begun(host, caseId);
    const large = new Uint8Array(maxPartBytes).map((_, at) => at % 251);
    await keep(host, lease, large, bytesOf("the rest"));
    expect(await host.readObject(caseId, objectId, 0)).toEqual(large);
    expect(await host.readObject(caseId, objectId, maxPartBytes)).toEqual(bytesOf("the rest"));
    expect(await host.readObject(caseId, objectId, maxPartBytes + 4)).toEqual(bytesOf("rest"));
    expect(await host.readObject(caseId, objectId, maxPartBytes + 8)).toEqual(new Uint8Array());
    expect(await host.readObject(caseId, objectId, Number.MAX_SAFE_INTEGER)).toEqual(new Uint8Array());
  });

  it("are not there before they are finished", async () => {
    const host = hostOn(await temporaryFolder());
    const lease = await begun(host, caseId);
    const handle = await host.startObject(lease, objectId);
    await host.writePart(handle, bytesOf("half"));
    await expect(host.readObject(caseId, objectId, 0)).rejects.toMatchObject({ code: "object-missing" });
  });

  it("leave nothing behind when they are discarded, dropped with their window, or cut off by closing", async () => {
    const folder = await temporaryFolder();
    const host = hostOn(folder);
    await host.releaseCase(await begun(host, caseId));
    for (const end of ["discard", "leave", "close"]) {
      const window = host.visit();
      const handle = await window.host.startObject(await taken(window.host, caseId), objectId);
      await window.host.writePart(handle, bytesOf("half"));
      if (end === "discard") await window.host.discardWrite(handle);
      if (end !== "close") await window.leave();
      else await host.close();
      expect(await readdir(join(folder, "cases", caseId, "objects"))).toEqual([]);
      const more = window.host.writePart(handle, bytesOf("more"));
      await expect(more).rejects.toMatchObject({ code: expect.stringMatching(/^(host-refused|case-open-elsewhere)$/) });
    }
  });

  it("are never replaced", async () => {
    const host = hostOn(await temporaryFolder());
    const lease = await begun(host, caseId);
    await keep(host, lease, bytesOf("first"));
    await expect(host.startObject(lease, objectId)).rejects.toMatchObject({ code: "host-refused" });
    expect(await host.readObject(caseId, objectId, 0)).toEqual(bytesOf("first"));
  });

  it("are not replaced by a second write that was begun before the first was finished", async () => {
    const host = hostOn(await temporaryFolder());
    const lease = await begun(host, caseId);
    const late = await host.startObject(lease, objectId);
    await host.writePart(late, bytesOf("late"));
    await keep(host, lease, bytesOf("first"));
    await expect(host.finishWrite(late)).rejects.toMatchObject({ code: "host-refused" });
    expect(await host.readObject(caseId, objectId, 0)).toEqual(bytesOf("first"));
  });

  it("lose what a crash left half-written a day ago, and nothing younger", async () => {
    const folder = await temporaryFolder();
    const objects = join(folder, "cases", caseId, "objects");
    const host = hostOn(folder);
    await host.releaseCase(await begun(host, caseId));
    await mkdir(objects, { recursive: true });
    await writeFile(join(objects, ".old.folio-part"), "");
    await writeFile(join(objects, ".young.folio-part"), "");
    await utimes(join(objects, ".old.folio-part"), 1_000_000_000, 1_000_000_000);
    await keep(host, await taken(host, caseId), bytesOf("new"));
    expect((await readdir(objects)).sort()).toEqual([".young.folio-part", objectId]);
  });

  it("take parts one at a time: a second one before the first was answered is refused", async () => {
    const host = hostOn(await temporaryFolder());
    const lease = await begun(host, caseId);
    const handle = await host.startObject(lease, objectId);
    const both = await Promise.allSettled([
      host.writePart(handle, bytesOf("one")),
      host.writePart(handle, bytesOf("two")),
    ]);
    expect(both.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    await host.finishWrite(handle);
    expect(await host.readObject(caseId, objectId, 0)).toEqual(bytesOf("one"));
  });

  it("can't be begun without end", async () => {
    const host = hostOn(await temporaryFolder());
    const lease = await begun(host, caseId);
    const begin = async () => {
      for (let count = 0; count < 40; count += 1) await host.startObject(lease, count.toString(16).padStart(32, "0"));
    };
    await expect(begin()).rejects.toMatchObject({ code: "host-refused", detail: "too many writes at once" });
  });
});

import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { joinBytes } from "#core/model/bytes.ts";
import { begun, bytesOf, hostOn, idOf, taken, temporaryFolder } from "./temporary.ts";
import { filledFrame } from "./test-frames.ts";
import { wholeSegment } from "./whole-segment.ts";

const [caseId, writer, other] = [idOf("a"), idOf("b"), idOf("c")];

describe("segments", () => {
  it("give back what each writer added, part by part and from any place", async () => {
    const host = hostOn(await temporaryFolder());
    const lease = await begun(host, caseId);
    const large = filledFrame(1_500_000, 7);
    await host.appendJournal(lease, writer, large);
    await host.appendJournal(lease, other, bytesOf("else"));
    await host.appendJournal(lease, writer, bytesOf("two"));
    expect(await wholeSegment(host, caseId, writer)).toEqual(joinBytes([large, bytesOf("two")]));
    expect((await host.readSegment(caseId, writer, 0)).length).toBe(1_048_576);
    expect(await host.readSegment(caseId, writer, large.length + 1)).toEqual(bytesOf("wo"));
    expect(await host.readSegment(caseId, writer, large.length + 3)).toEqual(new Uint8Array());
    expect((await host.readCase(caseId)).segments).toEqual([
      { writer, sizeBytes: large.length + 3 },
      { writer: other, sizeBytes: 4 },
    ]);
  });

  it("keep the order of appends that were not waited for", async () => {
    const host = hostOn(await temporaryFolder());
    const lease = await begun(host, caseId);
    const words = Array.from({ length: 50 }, (_, count) => `${count};`);
    await Promise.all(words.map((word) => host.appendJournal(lease, writer, bytesOf(word))));
    expect(await wholeSegment(host, caseId, writer)).toEqual(bytesOf(words.join("")));
  });

  it("grow no more after what is being added when the lease is released", async () => {
    const host = hostOn(await temporaryFolder());
    const lease = await begun(host, caseId);
    const adding = host.appendJournal(lease, writer, bytesOf("in time"));
    await host.releaseCase(lease);
    await adding;
    const late = host.appendJournal(lease, writer, bytesOf("late"));
    await expect(late).rejects.toMatchObject({ code: "case-open-elsewhere" });
    expect(await wholeSegment(host, caseId, writer)).toEqual(bytesOf("in time"));
  });

  it.skipIf(process.platform === "win32")("are for this user alone", async () => {
    const folder = join(await temporaryFolder(), "data");
    const host = hostOn(folder);
    await host.appendJournal(await begun(host, caseId), writer, bytesOf("mine"));
    const inCase = join(folder, "cases", caseId);
    for (const path of [folder, inCase, join(inCase, "key"), join(inCase, "journal", `${writer}.seg`)]) {
      expect((await stat(path)).mode & 0o077).toBe(0);
    }
  });
});

describe("a segment that could not be added to", () => {
  it.skipIf(process.platform !== "linux")("takes no more, and another writer's does", async () => {
    const folder = await temporaryFolder();
    const host = hostOn(folder);
    const lease = await begun(host, caseId);
    const journal = join(folder, "cases", caseId, "journal");
    await mkdir(journal, { recursive: true });
    await symlink("/dev/full", join(journal, `${writer}.seg`));
    const full = { code: "disk-full", detail: "ENOSPC" };
    await expect(host.appendJournal(lease, writer, bytesOf("more"))).rejects.toMatchObject(full);
    await rm(join(journal, `${writer}.seg`), { force: true });
    await expect(host.appendJournal(lease, writer, bytesOf("more"))).rejects.toMatchObject(full);
    await host.appendJournal(lease, other, bytesOf("goes on"));
    await host.releaseCase(lease);
    const again = await taken(host, caseId);
    await expect(host.appendJournal(again, writer, bytesOf("more"))).rejects.toMatchObject(full);
    expect((await host.readCase(caseId)).segments).toEqual([{ writer: other, sizeBytes: 7 }]);
  });

  it("says that it can't be written where a file stands in the folder's place, and names no path", async () => {
    const folder = await temporaryFolder();
    const host = hostOn(folder);
    const lease = await begun(host, caseId);
    await writeFile(join(folder, "cases", caseId, "journal"), "in the way");
    const problem: unknown = await host.appendJournal(lease, writer, bytesOf("more")).catch((error: unknown) => error);
    expect(problem).toMatchObject({ code: "cannot-write" });
    expect(String(problem)).not.toContain(caseId);
    await rm(join(folder, "cases", caseId, "journal"));
    await host.appendJournal(lease, other, bytesOf("more"));
    expect(await readdir(join(folder, "cases", caseId, "journal"))).toEqual([`${other}.seg`]);
  });

  it("can't be read where it is no file, and names no path", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "cases", caseId, "journal", `${writer}.seg`), { recursive: true });
    const reading = hostOn(folder).readSegment(caseId, writer, 0);
    await expect(reading).rejects.toMatchObject({
      code: "cannot-read",
      detail: "EISDIR",
      message: /^[a-z-]+: EISDIR$/,
    });
  });
});

describe("a whole segment", () => {
  it("is there only once it is finished, and never replaces one", async () => {
    const folder = await temporaryFolder();
    const host = hostOn(folder);
    const lease = await begun(host, caseId);
    const handle = await host.startSegment(lease, writer);
    await host.writePart(handle, bytesOf("compacted"));
    expect((await host.readCase(caseId)).segments).toEqual([]);
    await host.finishWrite(handle);
    expect(await readFile(join(folder, "cases", caseId, "journal", `${writer}.seg`), "utf8")).toBe("compacted");
    await expect(host.startSegment(lease, writer)).rejects.toMatchObject({ code: "host-refused" });
  });

  const cannotBeKeptOut = process.platform === "win32" || process.getuid?.() === 0;
  it.skipIf(cannotBeKeptOut)("can't be begun in a folder that is read-only", async () => {
    const folder = await temporaryFolder();
    const host = hostOn(folder);
    const lease = await begun(host, caseId);
    await chmod(join(folder, "cases", caseId), 0o500);
    await expect(host.startSegment(lease, writer)).rejects.toMatchObject({ code: "cannot-write" });
    await chmod(join(folder, "cases", caseId), 0o700);
  });
});

import { mkdir, readdir, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bytesOf, hostOn, idOf, temporaryFolder } from "./temporary.ts";

const [caseId, writer, other] = [idOf("a"), idOf("b"), idOf("c")];

describe("journal files", () => {
  it("gives back every segment of a case, each as it was appended", async () => {
    const host = hostOn(await temporaryFolder());
    await host.appendJournal(caseId, writer, bytesOf("one"));
    await host.appendJournal(caseId, other, bytesOf("else"));
    await host.appendJournal(caseId, writer, bytesOf("two"));
    expect(await host.readJournal(caseId)).toEqual([
      { writer, bytes: bytesOf("onetwo") },
      { writer: other, bytes: bytesOf("else") },
    ]);
  });

  it("keeps the order of appends that were not waited for", async () => {
    const host = hostOn(await temporaryFolder());
    const words = Array.from({ length: 50 }, (_, count) => `${count};`);
    await Promise.all(words.map((word) => host.appendJournal(caseId, writer, bytesOf(word))));
    expect(await host.readJournal(caseId)).toEqual([{ writer, bytes: bytesOf(words.join("")) }]);
  });

  it("goes on after what an earlier launch wrote under the same writer", async () => {
    const folder = await temporaryFolder();
    const first = hostOn(folder);
    await first.appendJournal(caseId, writer, bytesOf("before;"));
    await first.close();
    await hostOn(folder).appendJournal(caseId, writer, bytesOf("after"));
    expect(await hostOn(folder).readJournal(caseId)).toEqual([{ writer, bytes: bytesOf("before;after") }]);
  });

  it("has nothing for a case that was never written", async () => {
    const host = hostOn(await temporaryFolder());
    expect(await host.readJournal(caseId)).toEqual([]);
    expect(await host.listCases()).toEqual([]);
  });

  it("lists cases by their last change, and passes over what isn't ours", async () => {
    const folder = await temporaryFolder();
    const host = hostOn(folder);
    await host.appendJournal(caseId, writer, bytesOf("old"));
    await host.appendJournal(other, writer, bytesOf("new"));
    await utimes(join(folder, "cases", caseId, "journal", `${writer}.seg`), 1_000_000_000, 1_000_000_000);
    await mkdir(join(folder, "cases", "Not an id", "journal"), { recursive: true });
    await mkdir(join(folder, "cases", idOf("d")), { recursive: true });
    await writeFile(join(folder, "cases", caseId, "journal", "notes.txt"), "not a segment");
    const listed = await host.listCases();
    expect(listed.map(({ id }) => id)).toEqual([other, caseId]);
    expect(listed[1]?.changedAt).toBe("2001-09-09T01:46:40.000Z");
    expect((await host.readJournal(caseId)).map((segment) => segment.writer)).toEqual([writer]);
  });

  it.skipIf(process.platform === "win32")("is for this user alone", async () => {
    const folder = join(await temporaryFolder(), "data");
    const host = hostOn(folder);
    await host.appendJournal(caseId, writer, bytesOf("mine"));
    const journal = join(folder, "cases", caseId, "journal");
    expect((await stat(folder)).mode & 0o077).toBe(0);
    expect((await stat(journal)).mode & 0o077).toBe(0);
    expect((await stat(join(journal, `${writer}.seg`))).mode & 0o077).toBe(0);
  });

  it.skipIf(process.platform !== "linux")("says that the disk is full when the system does", async () => {
    const folder = await temporaryFolder();
    const journal = join(folder, "cases", caseId, "journal");
    await mkdir(journal, { recursive: true });
    await symlink("/dev/full", join(journal, `${writer}.seg`));
    const appending = hostOn(folder).appendJournal(caseId, writer, bytesOf("more"));
    await expect(appending).rejects.toMatchObject({ code: "disk-full", detail: "ENOSPC" });
  });

  it("says that it can't write where a file stands in the folder's place, and works once it is gone", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "cases"), "in the way");
    const host = hostOn(folder);
    const appending = host.appendJournal(caseId, writer, bytesOf("more"));
    await expect(appending).rejects.toMatchObject({ code: "cannot-write" });
    await rm(join(folder, "cases"));
    await host.appendJournal(caseId, writer, bytesOf("more"));
    expect(await readdir(join(folder, "cases", caseId, "journal"))).toEqual([`${writer}.seg`]);
  });

  it("says that it can't read a segment that is no file, and names no path", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "cases", caseId, "journal", `${writer}.seg`), { recursive: true });
    await expect(hostOn(folder).readJournal(caseId)).rejects.toMatchObject({ code: "cannot-read", detail: "EISDIR" });
  });
});

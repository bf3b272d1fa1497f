import { mkdir, readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addErased } from "../../src-main/host/backup/erased-parts.ts";
import { begun, bytesOf, hostOn, idOf, taken, temporaryFolder } from "./temporary.ts";

const [caseId, writer, other, objectId, draftId] = [idOf("a"), idOf("b"), idOf("c"), idOf("d"), idOf("e")];

describe("a case on disk", () => {
  it("stands in the folders that FORMAT.md names, and nowhere else", async () => {
    const folder = await temporaryFolder();
    const host = hostOn(folder);
    const lease = await begun(host, caseId);
    await host.appendJournal(lease, writer, bytesOf("frames"));
    await host.writeHead(lease, writer, bytesOf("head"));
    await host.writeDraft(lease, draftId, bytesOf("draft"));
    await host.finishWrite(await host.startObject(lease, objectId));
    const inCase = join("cases", caseId);
    const files = [
      "key",
      "key.2",
      `journal/${writer}.seg`,
      `heads/${writer}`,
      `drafts/${draftId}`,
      `objects/${objectId}`,
    ];
    const folders = ["journal", "heads", "drafts", "objects"];
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(
      ["cases", inCase, ...[...files, ...folders].map((name) => join(inCase, name))].sort(),
    );
  });

  it("is read as it was written: keys, heads, drafts, objects with their sizes", async () => {
    const host = hostOn(await temporaryFolder());
    const lease = await begun(host, caseId);
    await host.writeHead(lease, writer, bytesOf("first"));
    await host.writeHead(lease, writer, bytesOf("second"));
    await host.writeDraft(lease, draftId, bytesOf("typed"));
    await host.writeDraft(lease, other, bytesOf("dropped"));
    await host.dropDraft(lease, other);
    await host.dropDraft(lease, other);
    const handle = await host.startObject(lease, objectId);
    await host.writePart(handle, bytesOf("12345"));
    await host.finishWrite(handle);
    expect(await host.readCase(caseId)).toEqual({
      keys: [bytesOf("sealed key"), bytesOf("sealed key")],
      segments: [],
      heads: [{ writer, bytes: bytesOf("second") }],
      tornTails: [],
    });
    expect(await host.readDrafts(caseId)).toEqual([{ id: draftId, bytes: bytesOf("typed") }]);
    expect(await host.listObjects(caseId)).toEqual([{ id: objectId, sizeBytes: 5 }]);
  });

  it("gives the copies of its key that are there, the first one first", async () => {
    const folder = await temporaryFolder();
    const host = hostOn(folder);
    const lease = await begun(host, caseId);
    await host.writeCaseKey(lease, bytesOf("new key"));
    await writeFile(join(folder, "cases", caseId, "key.2"), "damaged");
    expect((await host.readCase(caseId)).keys).toEqual([bytesOf("new key"), bytesOf("damaged")]);
    await writeFile(join(folder, "cases", caseId, "key"), "");
    expect((await host.readCase(caseId)).keys).toEqual([new Uint8Array(), bytesOf("damaged")]);
  });

  it("is begun once: a second beginning is refused, and the key stays", async () => {
    const folder = await temporaryFolder();
    const host = hostOn(folder);
    const lease = await begun(host, caseId);
    await expect(host.beginCase(caseId, bytesOf("other key"))).rejects.toMatchObject({ code: "host-refused" });
    await host.releaseCase(lease);
    await expect(host.beginCase(caseId, bytesOf("other key"))).rejects.toMatchObject({ code: "host-refused" });
    expect(await readFile(join(folder, "cases", caseId, "key"), "utf8")).toBe("sealed key");
    await taken(host, caseId);
  });

  it("is not found where there is none", async () => {
    const host = hostOn(await temporaryFolder());
    const gone = { code: "case-not-found" };
    await expect(host.readCase(caseId)).rejects.toMatchObject(gone);
    await expect(host.readSegment(caseId, writer, 0)).rejects.toMatchObject(gone);
    expect(await host.listObjects(caseId)).toEqual([]);
    expect(await host.readDrafts(caseId)).toEqual([]);
  });
});

describe("the list of cases", () => {
  it("is by last change, without what isn't ours and what was begun and never written to", async () => {
    const folder = await temporaryFolder();
    const host = hostOn(folder);
    for (const id of [caseId, other]) await host.appendJournal(await begun(host, id), writer, bytesOf("frames"));
    await utimes(join(folder, "cases", caseId, "journal", `${writer}.seg`), 1_000_000_000, 1_000_000_000);
    await begun(host, idOf("f"));
    await mkdir(join(folder, "cases", "Not an id", "journal"), { recursive: true });
    await writeFile(join(folder, "cases", caseId, "journal", "notes.txt"), "not a segment");
    const listed = await host.listCases();
    expect(listed.map(({ id }) => id)).toEqual([other, caseId]);
    expect(listed[1]?.changedAt).toBe("2001-09-09T01:46:40.000Z");
    expect((await host.readCase(caseId)).segments).toEqual([{ writer, sizeBytes: 6 }]);
  });

  it("names a case whose journal is gone while something else of it is there", async () => {
    const host = hostOn(await temporaryFolder());
    await host.writeHead(await begun(host, caseId), writer, bytesOf("head"));
    expect((await host.listCases()).map(({ id }) => id)).toEqual([caseId]);
  });
});

describe("erasing for good", () => {
  it("deletes segments with their heads and torn ends, and objects, and nothing else", async () => {
    const folder = await temporaryFolder();
    const host = hostOn(folder);
    const lease = await begun(host, caseId);
    for (const by of [writer, other]) {
      await host.appendJournal(lease, by, bytesOf("frames"));
      await host.writeHead(lease, by, bytesOf("head"));
      await writeFile(join(folder, "cases", caseId, "journal", `${by}.1.torn`), "end");
    }
    for (const id of [objectId, draftId]) await host.finishWrite(await host.startObject(lease, id));
    expect(await host.eraseParts(lease, { writers: [writer], objects: [objectId] })).toEqual({ backups: "none" });
    const left = await host.readCase(caseId);
    expect(left.segments.map((one) => one.writer)).toEqual([other]);
    expect(left.heads.map((one) => one.writer)).toEqual([other]);
    expect(left.tornTails.map((one) => one.writer)).toEqual([other]);
    expect((await host.listObjects(caseId)).map(({ id }) => id)).toEqual([draftId]);
    await host.appendJournal(lease, other, bytesOf("goes on"));
  });

  it("goes on where a crash came between the lines of an object and the object itself", async () => {
    const folder = await temporaryFolder();
    const host = hostOn(folder);
    const lease = await begun(host, caseId);
    await host.appendJournal(lease, writer, bytesOf("frames"));
    for (const id of [objectId, draftId]) await host.finishWrite(await host.startObject(lease, id));
    await host.releaseCase(lease);
    await addErased(join(folder, "cases", caseId), { whole: false, writers: [], objects: [objectId, other] });
    await taken(host, caseId);
    expect((await host.listObjects(caseId)).map(({ id }) => id)).toEqual([draftId]);
    expect((await host.readCase(caseId)).segments).toHaveLength(1);
  });

  it("leaves of a whole case no more than the note that it was erased, and it may come back", async () => {
    const folder = await temporaryFolder();
    const host = hostOn(folder);
    const lease = await begun(host, caseId);
    await host.appendJournal(lease, writer, bytesOf("frames"));
    const kept = host.keepLease(lease);
    await host.eraseCase(lease);
    await kept;
    expect(await readdir(join(folder, "cases", caseId))).toEqual(["erased.json"]);
    expect(await host.listCases()).toEqual([]);
    await writeFile(join(folder, "cases", caseId, ".DS_Store"), "put there by the system");
    await expect(host.takeCase(caseId)).rejects.toMatchObject({ code: "case-not-found" });
    await host.appendJournal(await begun(host, caseId), other, bytesOf("taken over again"));
    expect((await host.listCases()).map(({ id }) => id)).toEqual([caseId]);
  });
});

import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { maxAppendBytes, maxPartBytes } from "#core/host.ts";
import { answer } from "../../src-main/host/answer.ts";
import { bytesOf, hostOn, idOf, temporaryFolder } from "./temporary.ts";

const id = idOf("a");
const refused = { ok: false, code: "host-refused" };

describe("what a window that was taken over may try", () => {
  it.each([
    "",
    "..",
    "../../etc",
    `${id}/../..`,
    idOf("A"),
    `${id}0`,
    id.slice(1),
    `${id.slice(1)}\n`,
    `${id}\0`,
    null,
    undefined,
    7,
    {},
    [id],
    { toString: () => id },
  ])("is refused an id that is %j, for case, writer and object alike", async (wrong) => {
    const folder = await temporaryFolder();
    const host = hostOn(folder);
    const [lease, key] = [await host.beginCase(id, bytesOf("key")), bytesOf("x")];
    const before = await readdir(folder, { recursive: true });
    for (const [name, args] of [
      ["readCase", [wrong]],
      ["readSegment", [wrong, id, 0]],
      ["readSegment", [id, wrong, 0]],
      ["listObjects", [wrong]],
      ["readObject", [wrong, id, 0]],
      ["readObject", [id, wrong, 0]],
      ["readDrafts", [wrong]],
      ["beginCase", [wrong, key]],
      ["takeCase", [wrong]],
      ["keepLease", [wrong]],
      ["releaseCase", [wrong]],
      ["writeCaseKey", [wrong, key]],
      ["appendJournal", [wrong, id, key]],
      ["appendJournal", [lease, wrong, key]],
      ["startSegment", [wrong, id]],
      ["startSegment", [lease, wrong]],
      ["writeHead", [wrong, id, key]],
      ["writeHead", [lease, wrong, key]],
      ["writeDraft", [wrong, id, key]],
      ["writeDraft", [lease, wrong, key]],
      ["dropDraft", [wrong, id]],
      ["dropDraft", [lease, wrong]],
      ["startObject", [wrong, id]],
      ["startObject", [lease, wrong]],
      ["eraseParts", [wrong, { writers: [], objects: [] }]],
      ["eraseParts", [lease, { writers: [wrong], objects: [] }]],
      ["eraseParts", [lease, { writers: [], objects: [wrong] }]],
      ["eraseParts", [lease, wrong]],
      ["eraseCase", [wrong]],
      ["writePart", [wrong, key]],
      ["finishWrite", [wrong]],
      ["discardWrite", [wrong]],
      ["clearClipboard", [wrong]],
    ] as const) {
      expect(await answer(host, name, args)).toMatchObject(refused);
    }
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  });

  it.each([
    ["text", "bytes"],
    ["a list", [1, 2]],
    ["an object that looks like bytes", { length: 1, 0: 1, buffer: new ArrayBuffer(1) }],
    ["shared memory", new Uint8Array(new SharedArrayBuffer(4))],
    ["other numbers", new Uint16Array(4)],
  ])("is refused %s for bytes", async (_name, wrong) => {
    const host = hostOn(await temporaryFolder());
    const lease = await host.beginCase(id, bytesOf("key"));
    for (const [name, args] of [
      ["appendJournal", [lease, id, wrong]],
      ["writeHead", [lease, id, wrong]],
      ["writeDraft", [lease, id, wrong]],
      ["writeCaseKey", [lease, wrong]],
      ["beginCase", [idOf("b"), wrong]],
      ["writeKeyFiles", [null, wrong, bytesOf("head")]],
      ["writeKeyFiles", [null, bytesOf("keys"), wrong]],
      ["sealWithComputer", [wrong]],
      ["openWithComputer", [wrong]],
    ] as const) {
      expect(await answer(host, name, args)).toMatchObject(refused);
    }
  });

  it("is refused keys and heads that are empty or too large", async () => {
    const host = hostOn(await temporaryFolder());
    const lease = await host.beginCase(id, bytesOf("key"));
    for (const wrong of [new Uint8Array(), new Uint8Array(65_537)]) {
      expect(await answer(host, "writeCaseKey", [lease, wrong])).toMatchObject(refused);
      expect(await answer(host, "writeHead", [lease, id, wrong])).toMatchObject(refused);
      expect(await answer(host, "writeKeyFiles", [null, wrong, wrong])).toMatchObject(refused);
    }
    expect(await answer(host, "writeDraft", [lease, id, new Uint8Array(maxPartBytes + 1)])).toMatchObject(refused);
    expect(await answer(host, "sealWithComputer", [new Uint8Array(65)])).toMatchObject(refused);
  });

  it("is refused parts and frames that are too large", async () => {
    const host = hostOn(await temporaryFolder());
    const lease = await host.beginCase(id, bytesOf("key"));
    const handle = await host.startObject(lease, id);
    const part = new Uint8Array(maxPartBytes + 1);
    expect(await answer(host, "writePart", [handle, part])).toMatchObject(refused);
    expect(await answer(host, "appendJournal", [lease, id, new Uint8Array(maxAppendBytes + 1)])).toMatchObject(refused);
    expect(await answer(host, "writePart", [handle, part.subarray(1)])).toEqual({ ok: true, value: undefined });
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, "0", null])(
    "is refused %j for an offset",
    async (wrong) => {
      const host = hostOn(await temporaryFolder());
      expect(await answer(host, "readObject", [id, id, wrong])).toMatchObject(refused);
    },
  );

  it.each([
    "",
    "../x.pdf",
    "a/b.pdf",
    "a\\b.pdf",
    ".hidden",
    "C:x.pdf",
    "a\0.pdf",
    "a\u202efdp.exe",
    "x".repeat(121),
    7,
  ])("is refused %j for a file name", async (wrong) => {
    const folder = await temporaryFolder();
    expect(await answer(hostOn(folder, `${folder}/x`), "startFile", ["pack", wrong])).toMatchObject(refused);
  });

  it.each(["", "PACK", "exe", null, ["pack"]])("is refused %j for a kind of file", async (wrong) => {
    const folder = await temporaryFolder();
    expect(await answer(hostOn(folder, `${folder}/x`), "startFile", [wrong, "x.pdf"])).toMatchObject(refused);
  });

  it.each(["close", "visit", "constructor", "__proto__", "toString", "", "About"])(
    "is refused the call %j, which is not one of Host's",
    async (name) => {
      expect(await answer(hostOn(await temporaryFolder()), name, [])).toMatchObject(refused);
    },
  );

  it.each([[[]], [[id, id]], ["not a list"], [null], [{ length: 1, 0: id }]])(
    "is refused the arguments %j for a call that takes one",
    async (args) => {
      expect(await answer(hostOn(await temporaryFolder()), "readCase", args)).toMatchObject(refused);
    },
  );

  it("learns nothing from a bug inside: no message, path or stack", async () => {
    const host = hostOn(await temporaryFolder());
    const broken = { ...host, about: () => Promise.reject(new Error("/home/somebody/secret")) };
    expect(await answer(broken, "about", [])).toEqual({ ok: false, code: "host-gone", detail: "" });
  });
});

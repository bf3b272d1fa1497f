import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import type {} from "../../src-renderer/wire/electron-host.ts";
import { test } from "./folio.ts";

/* The host's calls through the real preload and main process: what is Electron's own in them. */

const [writer, objectId] = ["2".repeat(32), "3".repeat(32)];
let cases = 0;

/** A case id that no other test uses: Electron is started once for all of them. */
function newCase(): string {
  cases += 1;
  return cases.toString(16).padStart(32, "0");
}

/** Makes one call in the page; the answer's value, or the code of its problem. Bytes come back as lists. */
async function call(page: Page, name: string, ...args: readonly unknown[]): Promise<unknown> {
  return page.evaluate(
    async ([of, list]) => {
      const calls: Readonly<Record<string, (...args: unknown[]) => Promise<unknown>>> = { ...window.folioHost };
      const given = (Array.isArray(list) ? list : []).map((one: unknown) =>
        typeof one === "object" && one !== null && "bytes" in one && Array.isArray(one.bytes)
          ? new Uint8Array(one.bytes)
          : one,
      );
      const reply: unknown = await calls[String(of)]?.(...given);
      if (typeof reply !== "object" || reply === null) return "no reply";
      const value = "value" in reply ? reply.value : "code" in reply ? reply.code : null;
      return value instanceof Uint8Array ? [...value] : value;
    },
    [name, args] as const,
  );
}

const bytes = (...list: readonly number[]) => ({ bytes: list });

test("a call is answered as data, and bytes come back as they went", async ({ folio: { page, dataFolder } }) => {
  const caseId = newCase();
  expect(await call(page, "about")).toMatchObject({ host: "electron", syncedBy: null });
  const lease = await call(page, "beginCase", caseId, bytes(9));
  await call(page, "appendJournal", lease, writer, bytes(0, 255, 1, 254));
  expect(await call(page, "readSegment", caseId, writer, 0)).toEqual([0, 255, 1, 254]);
  expect(await call(page, "readCase", "../..")).toBe("host-refused");
  expect([...(await readFile(join(dataFolder, "cases", caseId, "journal", `${writer}.seg`)))]).toEqual([
    0, 255, 1, 254,
  ]);
});

test("a large object crosses the wire part by part", async ({ folio: { page } }) => {
  const caseId = newCase();
  const lease = await call(page, "beginCase", caseId, bytes(9));
  const handle = await call(page, "startObject", lease, objectId);
  const tooLarge = await page.evaluate(async (to) => {
    const part = new Uint8Array(1_048_576).fill(7);
    for (let count = 0; count < 5; count += 1) await window.folioHost?.writePart(to, part);
    return window.folioHost?.writePart(to, new Uint8Array(1_048_577));
  }, handle);
  expect(tooLarge).toEqual({ ok: false, code: "host-refused", detail: "too many bytes" });
  await call(page, "finishWrite", handle);
  expect(await call(page, "readObject", caseId, objectId, 5 * 1_048_576 - 3)).toEqual([7, 7, 7]);
});

test("a case is given back when its page is loaded anew, and only then", async ({ folio: { page, dataFolder } }) => {
  const caseId = newCase();
  const lease = await call(page, "beginCase", caseId, bytes(9));
  const handle = await call(page, "startObject", lease, objectId);
  await call(page, "writePart", handle, bytes(1));
  expect(await call(page, "takeCase", caseId)).toBeNull();
  await page.reload();
  await expect.poll(() => call(page, "listObjects", caseId)).toEqual([]);
  await expect.poll(() => readdir(join(dataFolder, "cases", caseId, "objects"))).toEqual([]);
  expect(await call(page, "writePart", handle, bytes(1))).toBe("host-refused");
  expect(await call(page, "takeCase", caseId)).toMatch(/^[0-9a-f]{32}$/);
});

test("a file is written where the dialog says, and neither dialog nor disk tells more than its kind", async ({
  folio,
}) => {
  const path = join(folio.dataFolder, "chosen.pdf");
  await folio.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = ((_window: unknown, options: unknown) => {
      Reflect.set(globalThis, "askedToSave", options);
      return Promise.resolve({ canceled: false, filePath });
    }) as typeof dialog.showSaveDialog;
  }, path);
  const handle = await call(folio.page, "startFile", "pack", "pack.pdf");
  await call(folio.page, "writePart", handle, bytes(37, 80, 68, 70));
  expect(await call(folio.page, "finishWrite", handle)).toBe(path);
  expect(await readFile(path, "latin1")).toBe("%PDF");
  expect((await readdir(folio.dataFolder)).filter((name) => name.includes("folio-part"))).toEqual([]);
  const asked: unknown = await folio.app.evaluate(() => Reflect.get(globalThis, "askedToSave"));
  expect(asked).toMatchObject({
    title: "Save",
    defaultPath: "pack.pdf",
    filters: [{ name: "PDF", extensions: ["pdf"] }],
    properties: expect.arrayContaining(["dontAddToRecent"]),
  });
  await folio.app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: "" });
  });
  expect(await call(folio.page, "startFile", "bundle", "case.folio")).toBeNull();
});

for (const event of ["lock-screen", "suspend"]) {
  test(`the window hears of ${event}, once it happens`, async ({ folio: { app, page } }) => {
    await page.evaluate(() => {
      void window.folioHost?.waitForLock().then(() => Reflect.set(window, "heardLock", true));
    });
    const heard = () => page.evaluate(() => Reflect.get(window, "heardLock") === true);
    await page.waitForTimeout(200);
    expect(await heard()).toBe(false);
    await app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event);
    await expect.poll(heard).toBe(true);
    await page.evaluate(() => Reflect.deleteProperty(window, "heardLock"));
  });
}

test("the clipboard is emptied of what Folio put there, and of nothing else", async ({ folio: { app, page } }) => {
  const read = () => app.evaluate(({ clipboard }) => clipboard.readText());
  await app.evaluate(({ clipboard }) => clipboard.writeText("somebody else's"));
  await call(page, "clearClipboard", createHash("sha256").update("ours").digest("hex"));
  expect(await read()).toBe("somebody else's");
  await app.evaluate(({ clipboard }) => clipboard.writeText("ours"));
  await call(page, "clearClipboard", createHash("sha256").update("ours").digest("hex"));
  expect(await read()).toBe("");
  // As Windows gives lines back.
  await app.evaluate(({ clipboard }) => clipboard.writeText("ours,\r\non two lines"));
  await call(page, "clearClipboard", createHash("sha256").update("ours,\non two lines").digest("hex"));
  expect(await read()).toBe("");
});

test("no key goes to a computer that has no keyring of its own", async ({ folio: { page } }) => {
  const about = await call(page, "about");
  const keyring = typeof about === "object" && about !== null && "keyring" in about && about.keyring === true;
  const sealed = await call(page, "sealWithComputer", bytes(1, 2, 3));
  if (!keyring) expect(sealed).toBe("keyring-missing");
  else expect(await call(page, "openWithComputer", { bytes: sealed })).toEqual([1, 2, 3]);
  expect(await call(page, "openWithComputer", bytes(1, 2, 3))).toBe("keyring-missing");
});

test("a file of 200 MB passes through the main process without 200 MB of memory", async ({ folio: { app, page } }) => {
  const caseId = newCase();
  const lease = await call(page, "beginCase", caseId, bytes(9));
  const handle = await call(page, "startObject", lease, objectId);
  const rss = () => app.evaluate(() => process.memoryUsage().rss);
  const before = await rss();
  let most = before;
  for (let batch = 0; batch < 10; batch += 1) {
    await page.evaluate(async (to) => {
      const part = new Uint8Array(1_048_576).fill(7);
      for (let count = 0; count < 20; count += 1) await window.folioHost?.writePart(to, part);
    }, handle);
    most = Math.max(most, await rss());
  }
  await call(page, "discardWrite", handle);
  process.stdout.write(`Electron's main process: 200 MB written with ${Math.round((most - before) / 1e6)} MB more\n`);
  expect(most - before).toBeLessThan(100e6);
});

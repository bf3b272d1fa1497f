import { createSocket } from "node:dgram";
import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { contentPolicy } from "../../src-main/host/content-policy.ts";
import type {} from "../../src-renderer/wire/electron-host.ts";
import { test } from "./folio.ts";

/* Long because Electron is started once for all of it, and what runs inside the page must be written in place. */

const [caseId, writer, objectId] = ["1".repeat(32), "2".repeat(32), "3".repeat(32)];

test("the window is Folio's own page under a neutral title, whatever the page says", async ({
  folio: { app, page },
}) => {
  await page.waitForLoadState();
  expect(page.url()).toBe("app://folio/");
  await page.evaluate(() => {
    document.title = "A name that must not be seen";
  });
  const title = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.getTitle()));
  expect(title).toEqual(["Folio"]);
});

test("the page's preferences keep it in the sandbox", async ({ folio: { app } }) => {
  const kept = await app.evaluate(({ BrowserWindow, webContents }) => {
    const preferences: unknown = Reflect.apply(
      Reflect.get(webContents.getAllWebContents()[0] ?? {}, "getLastWebPreferences"),
      BrowserWindow.getAllWindows()[0]?.webContents,
      [],
    );
    return preferences;
  });
  expect(kept).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test("nothing of Node or Electron is in the page, but the host's calls are", async ({ folio: { page } }) => {
  const found = await page.evaluate(() => ({
    leaked: ["require", "module", "process", "Buffer", "global", "__dirname", "electron", "ipcRenderer"].filter(
      (name) => name in window,
    ),
    calls: Object.keys(window.folioHost ?? {}).sort(),
    frozen: Object.isFrozen(window.folioHost),
  }));
  expect(found.leaked).toEqual([]);
  expect(found.calls).toContain("appendJournal");
  expect(found.calls).toHaveLength(10);
});

test("a call is answered as data, and bytes come back as they went", async ({ folio: { page, dataFolder } }) => {
  const answers = await page.evaluate(
    async ([inCase, by]) => {
      const host = window.folioHost;
      if (host === undefined || inCase === undefined || by === undefined) throw new Error("no host");
      const frames = new Uint8Array([0, 255, 1, 254]);
      const appended = await host.appendJournal(inCase, by, frames);
      const journal: unknown = await host.readJournal(inCase);
      return {
        about: await host.about(),
        appended,
        journal: JSON.stringify(journal),
        refused: await host.readJournal("../.."),
      };
    },
    [caseId, writer],
  );
  expect(answers.about).toMatchObject({ ok: true, value: { host: "electron" } });
  expect(answers.appended).toMatchObject({ ok: true });
  expect(JSON.parse(answers.journal)).toEqual({
    ok: true,
    value: [{ writer, bytes: { 0: 0, 1: 255, 2: 1, 3: 254 } }],
  });
  expect(answers.refused).toEqual({ ok: false, code: "host-refused", detail: "id" });
  const segment = join(dataFolder, "cases", caseId, "journal", `${writer}.seg`);
  expect([...(await readFile(segment))]).toEqual([0, 255, 1, 254]);
});

test("a pack is written where the dialog says, and nothing is left beside it", async ({ folio }) => {
  const path = join(folio.dataFolder, "chosen.pdf");
  await folio.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  const place = await folio.page.evaluate(async () => {
    const host = window.folioHost;
    if (host === undefined) throw new Error("no host");
    const started: unknown = await host.startPack("pack.pdf");
    const handle = typeof started === "object" && started !== null && "value" in started ? started.value : null;
    await host.writePart(handle, new Uint8Array([37, 80, 68, 70]));
    return host.finishWrite(handle);
  });
  expect(place).toEqual({ ok: true, value: path });
  expect(await readFile(path, "latin1")).toBe("%PDF");
  expect((await readdir(folio.dataFolder)).filter((name) => name.includes("folio-part"))).toEqual([]);
});

test("a large object crosses the wire part by part", async ({ folio: { page } }) => {
  const sizes = await page.evaluate(
    async ([inCase, id]) => {
      const host = window.folioHost;
      if (host === undefined) throw new Error("no host");
      const valueIn = (reply: unknown) =>
        typeof reply === "object" && reply !== null && "value" in reply ? reply.value : reply;
      const handle = valueIn(await host.startObject(inCase, id));
      const part = new Uint8Array(1_048_576).fill(7);
      for (let count = 0; count < 5; count += 1) await host.writePart(handle, part);
      const tooLarge = await host.writePart(handle, new Uint8Array(1_048_577));
      await host.finishWrite(handle);
      const last = valueIn(await host.readObject(inCase, id, 5 * 1_048_576 - 3));
      return { tooLarge, last: last instanceof Uint8Array ? last.length : null };
    },
    [caseId, objectId],
  );
  expect(sizes).toEqual({ tooLarge: { ok: false, code: "host-refused", detail: "too many bytes" }, last: 3 });
});

test("every answer of app://folio carries the content policy, and no path leads out of it", async ({
  folio: { page },
}) => {
  const answers = await page.evaluate(async () => {
    const policy = (await fetch("/")).headers.get("content-security-policy");
    const statuses: Record<string, number | string> = {};
    for (const path of [
      "/../package.json",
      "/%2e%2e/package.json",
      "/..%2fpackage.json",
      "/..%5cpackage.json",
      "/nothing",
    ]) {
      statuses[path] = await fetch(path).then(
        (answer) => answer.status,
        () => "failed",
      );
    }
    const elsewhere = await fetch("app://other/").then(
      () => "answered",
      () => "failed",
    );
    return { policy, statuses: Object.values(statuses), elsewhere };
  });
  expect(answers.policy).toBe(contentPolicy);
  expect(new Set(answers.statuses)).toEqual(new Set([404]));
  expect(answers.elsewhere).toBe("failed");
});

test("the page can neither run made-up script nor embed a frame", async ({ folio: { page } }) => {
  const found = await page.evaluate(async () => {
    const refused: string[] = [];
    document.addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
    const script = document.createElement("script");
    script.textContent = "window.ranInline = true";
    const frame = document.createElement("iframe");
    frame.src = "app://folio/";
    document.body.append(script, frame);
    // Later, in the page's own turn: what a test evaluates is let past the policy.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          resolve(new Function("return true")());
        } catch {
          resolve(false);
        }
      }, 50);
    });
    frame.remove();
    return { inline: "ranInline" in window, evaluated, refused: [...new Set(refused)].sort() };
  });
  expect(found).toEqual({
    inline: false,
    evaluated: false,
    refused: ["frame-src", "script-src-elem"],
  });
});

test("no way out: fetch, picture, socket, WebRTC, navigation and new window all reach nobody", async ({
  folio: { app, page },
}) => {
  let reached = 0;
  const server = createServer((_request, response) => {
    reached += 1;
    response.end();
  });
  server.on("connection", () => {
    reached += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const datagrams = createSocket("udp4", () => {
    reached += 1;
  }).bind(port, "127.0.0.1");
  const url = `http://127.0.0.1:${port}/`;
  const opened = await page.evaluate(async (target) => {
    const failed = await fetch(target, { mode: "no-cors" }).then(
      () => "answered",
      () => "failed",
    );
    await new Promise((resolve) => {
      const picture = new Image();
      picture.onload = picture.onerror = resolve;
      picture.src = target;
    });
    try {
      new WebSocket(target.replace("http", "ws"));
    } catch {}
    navigator.sendBeacon(target, "x");
    // WebRTC is no fetch, and no content policy speaks of it.
    const { host } = new URL(target);
    const urls = [`turn:${host}?transport=tcp`, `turn:${host}?transport=udp`, `stun:${host}`];
    const call = new RTCPeerConnection({
      iceServers: urls.map((one) => ({ urls: one, username: "x", credential: "x" })),
    });
    call.createDataChannel("out");
    await call.setLocalDescription(await call.createOffer());
    await new Promise((resolve) => setTimeout(resolve, 1500));
    call.close();
    return { failed, window: window.open(target) === null };
  }, url);
  await page.evaluate((target) => {
    window.location.href = target;
  }, url);
  await page.waitForTimeout(500);
  // The main process's own way, past the page's policy: the guard alone must hold.
  const guarded = await app.evaluate(
    ({ net }, target) =>
      net.fetch(target).then(
        () => "answered",
        () => "failed",
      ),
    url,
  );
  server.close();
  datagrams.close();
  expect(opened).toEqual({ failed: "failed", window: true });
  expect(guarded).toBe("failed");
  expect(page.url()).toBe("app://folio/");
  expect(app.windows()).toHaveLength(1);
  expect(reached).toBe(0);
});

test("the page is given no permission", async ({ folio: { page } }) => {
  const states = await page.evaluate(async () => {
    const names = ["geolocation", "notifications", "camera", "microphone", "clipboard-read"];
    return Promise.all(
      names.map(async (name) => {
        const permission: unknown = Reflect.construct(Object, [{ name }]);
        const asked = await navigator.permissions.query(permission as PermissionDescriptor);
        return asked.state;
      }),
    );
  });
  expect(new Set(states)).toEqual(new Set(["denied"]));
});

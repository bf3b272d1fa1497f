import { createSocket } from "node:dgram";
import { createServer } from "node:http";
import { expect } from "@playwright/test";
import { hostCalls } from "#core/host.ts";
import { contentPolicy } from "../../src-main/host/content-policy.ts";
import type {} from "../../src-renderer/wire/electron-host.ts";
import { test } from "./folio.ts";

/* Long because Electron is started once for all of it, and what runs inside the page must be written in place. */

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
  expect(found.calls).toEqual(Object.keys(hostCalls).sort());
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

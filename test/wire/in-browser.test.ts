import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { metaContentPolicy } from "../../src-main/host/content-policy.ts";
import { type Loopback, startLoopback } from "../../src-main/loopback/server.ts";
import { findChromium } from "../browser.ts";
import { endAfterTest, temporaryFolder } from "../host/temporary.ts";

/*
 * The window's end of the wire, in a real browser against the real loopback host. The page is the wire alone: it
 * says how connecting went, and leaves the host where the test can call it.
 */
const projectFolder = resolve(import.meta.dirname, "../..");
const entry = `
  import { connectHost } from ${JSON.stringify(join(projectFolder, "src-renderer/wire/connect-host.ts"))};
  import { forgetDownloads } from ${JSON.stringify(join(projectFolder, "src-renderer/wire/downloads.ts"))};
  window.forgetDownloads = forgetDownloads;
  const said = (words) => { document.title = words; };
  connectHost().then((host) => { window.host = host; said("connected"); }, (problem) => said(problem.code));
`;
const [caseId, objectId] = ["a".repeat(32), "b".repeat(32)];

let browser: Browser;
let script = "";

beforeAll(async () => {
  browser = await chromium.launch(await findChromium());
  script = await bundled();
});

afterAll(() => browser?.close());

async function bundled(): Promise<string> {
  const result = await build({
    configFile: false,
    root: projectFolder,
    logLevel: "error",
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === "folio-entry" ? id : null),
        load: (id) => (id === "folio-entry" ? entry : null),
      },
    ],
    build: { write: false, target: "chrome114", rolldownOptions: { input: "folio-entry" } },
  });
  const [output] = [result].flat();
  if (output === undefined || !("output" in output)) throw new Error("nothing was built");
  return output.output[0].code;
}

async function start(): Promise<{ readonly loopback: Loopback; readonly page: Page }> {
  const folder = await temporaryFolder();
  const html = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${metaContentPolicy}">`;
  await writeFile(join(folder, "index.html"), `${html}<title></title><script type="module" src="/wire.js"></script>`);
  await writeFile(join(folder, "wire.js"), script);
  const loopback = await startLoopback({
    dataFolder: join(folder, "data"),
    rendererFolder: folder,
    version: "1",
    port: 0,
  });
  endAfterTest(loopback.close);
  const page = await browser.newPage();
  endAfterTest(() => page.close());
  return { loopback, page };
}

async function outcome(page: Page): Promise<string> {
  await page.waitForFunction(() => document.title !== "");
  return page.title();
}

/** Runs on the page, where `host` is what `connectHost` gave. */
async function onPage(page: Page, work: string): Promise<unknown> {
  return page.evaluate(
    `(async () => { const host = window.host; ${work} })().catch((problem) => problem.code ?? String(problem))`,
  );
}

describe("a window in a browser", () => {
  it("connects with the token from its address, and takes it out of the address and out of going back", async () => {
    const { loopback, page } = await start();
    await page.goto(loopback.url);
    expect(await outcome(page)).toBe("connected");
    expect(page.url()).toBe(`http://127.0.0.1:${loopback.port}/`);
    expect(await page.evaluate(() => window.history.length)).toBeLessThanOrEqual(2);
    expect(await onPage(page, "return host.about()")).toMatchObject({ host: "loopback", version: "1" });
    const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie]));
    expect(kept).not.toContain(loopback.token);
  });

  it.each(["", "#", "#short", `#${"A".repeat(43)}`])("is refused with %j for a token", async (fragment) => {
    const { loopback, page } = await start();
    await page.goto(`http://127.0.0.1:${loopback.port}/${fragment}`);
    expect(await outcome(page)).toBe("host-refused");
  });

  it("is refused when it is loaded again, and connects by its whole address", async () => {
    const { loopback, page } = await start();
    await page.goto(loopback.url);
    await outcome(page);
    await page.reload();
    expect(await outcome(page)).toBe("host-refused");
    await page.goto("about:blank");
    await page.goto(loopback.url);
    expect(await outcome(page)).toBe("connected");
  });

  it("gives back the bytes it kept, and a Problem where there are none", async () => {
    const { loopback, page } = await start();
    await page.goto(loopback.url);
    await outcome(page);
    const kept = await onPage(
      page,
      `const lease = await host.beginCase("${caseId}", new Uint8Array([1]));
       const handle = await host.startObject(lease, "${objectId}");
       await host.writePart(handle, new Uint8Array([0, 128, 255]));
       await host.finishWrite(handle);
       await host.appendJournal(lease, "${objectId}", new Uint8Array([7]));
       const segment = await host.readSegment("${caseId}", "${objectId}", 0);
       return [[...await host.readObject("${caseId}", "${objectId}", 1)], [...segment]];`,
    );
    expect(kept).toEqual([[128, 255], [7]]);
    expect(await onPage(page, `return host.readObject("${caseId}", "${caseId}", 0)`)).toBe("object-missing");
    expect(await onPage(page, `return host.readCase("nonsense")`)).toBe("host-refused");
  });

  it("hands a pack to the browser as one download under the suggested name", async () => {
    const { loopback, page } = await start();
    await page.goto(loopback.url);
    await outcome(page);
    const downloading = page.waitForEvent("download");
    const place = await onPage(
      page,
      `const handle = await host.startFile("pack", "Pack for an MP.pdf");
       await host.writePart(handle, new TextEncoder().encode("%PDF-"));
       await host.writePart(handle, new TextEncoder().encode("1.7"));
       return host.finishWrite(handle);`,
    );
    const download = await downloading;
    expect(place).toBe("your browser's downloads folder");
    expect(download.suggestedFilename()).toBe("Pack for an MP.pdf");
    expect(await readFile(await download.path(), "utf8")).toBe("%PDF-1.7");
  });

  it("locked, has nothing left at the address that a download came from, nor of one that is half gathered", async () => {
    const { loopback } = await start();
    const context = await browser.newContext();
    endAfterTest(() => context.close());
    const page = await context.newPage();
    await page.goto(loopback.url);
    await outcome(page);
    // The page's own policy lets it read no such address: a bare file of the same address may.
    const other = await context.newPage();
    await other.route("**/bare", (route) => route.fulfill({ contentType: "text/html", body: "<title>bare</title>" }));
    await other.goto(`http://127.0.0.1:${loopback.port}/bare`);
    const downloading = page.waitForEvent("download");
    await onPage(
      page,
      `const handle = await host.startFile("recovery-sheet", "Sheet.pdf");
       await host.writePart(handle, new TextEncoder().encode("24 words"));
       await host.finishWrite(handle);
       window.half = await host.startFile("pack", "Pack.pdf");
       await host.writePart(window.half, new TextEncoder().encode("half"));`,
    );
    const download = await downloading;
    const reading = `return fetch(${JSON.stringify(download.url())}).then((answer) => answer.text(), () => "gone")`;
    expect(await onPage(other, reading)).toBe("24 words");
    await page.evaluate("window.forgetDownloads()");
    expect(await onPage(other, reading)).toBe("gone");
    expect(await readFile(await download.path(), "utf8")).toBe("24 words");
    expect(await onPage(page, "return host.finishWrite(window.half)")).toBe("host-refused");
  });

  it("downloads nothing of a pack that was discarded", async () => {
    const { loopback, page } = await start();
    await page.goto(loopback.url);
    await outcome(page);
    const code = await onPage(
      page,
      `const handle = await host.startFile("pack", "pack.pdf");
       await host.discardWrite(handle);
       return host.finishWrite(handle);`,
    );
    expect(code).toBe("host-refused");
  });

  it("gives a case back when its page is closed, or another comes in its place", async () => {
    const { loopback, page } = await start();
    const take = `const lease = await host.takeCase("${caseId}"); if (lease) void host.keepLease(lease); return lease;`;
    await page.goto(loopback.url);
    await outcome(page);
    const begin = `await host.beginCase("${caseId}", new Uint8Array([1])).then((lease) => host.releaseCase(lease));`;
    expect(await onPage(page, begin + take)).toMatch(/^[0-9a-f]{32}$/);
    let holder = page;
    for (const leave of ["close", "go elsewhere"]) {
      const other = await browser.newPage();
      endAfterTest(() => other.close());
      await other.goto(loopback.url);
      await outcome(other);
      expect(await onPage(other, take)).toBeNull();
      await (leave === "close" ? holder.close() : holder.goto("about:blank"));
      await expect.poll(() => onPage(other, take), { timeout: 5000 }).toMatch(/^[0-9a-f]{32}$/);
      holder = other;
    }
  });

  it("asks nobody about the computer's lock: no connection waits for it", async () => {
    const { loopback, page } = await start();
    await page.goto(loopback.url);
    await outcome(page);
    const sent: string[] = [];
    page.on("request", (request) => sent.push(request.url()));
    const waited = await onPage(
      page,
      `for (let count = 0; count < 8; count += 1) void host.waitForLock();
       return host.listCases();`,
    );
    expect(waited).toEqual([]);
    expect(sent.map((url) => new URL(url).pathname)).toEqual(["/host/listCases"]);
  });

  it("says that Folio has stopped when it has", async () => {
    const { loopback, page } = await start();
    await page.goto(loopback.url);
    await outcome(page);
    await loopback.close();
    expect(await onPage(page, "return host.listCases()")).toBe("host-gone");
  });

  it("can't be called from a page at another address, token or no token", async () => {
    const { loopback, page } = await start();
    const foreign = createServer((_request, response) => response.end("a page without any policy"));
    await new Promise<void>((ready) => foreign.listen(0, "127.0.0.1", ready));
    endAfterTest(async () => void foreign.close());
    const address = foreign.address();
    await page.goto(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`);
    const answers = await page.evaluate(
      async ([port, token]) => {
        const ask = (init: RequestInit) =>
          fetch(`http://127.0.0.1:${port}/host/about`, { method: "POST", ...init }).then(
            (answer) => `${answer.type} ${answer.status}`,
            () => "failed",
          );
        return [await ask({ headers: { "x-folio-token": `${token}` } }), await ask({}), await ask({ mode: "no-cors" })];
      },
      [loopback.port, loopback.token],
    );
    // Even the answer to what it sends blindly is kept from it (Cross-Origin-Resource-Policy).
    expect(answers).toEqual(["failed", "failed", "failed"]);
  });
});

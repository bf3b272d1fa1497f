import { mkdir, readdir, writeFile } from "node:fs/promises";
import { type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { maxAppendBytes } from "#core/host.ts";
import { openParcel, packParcel } from "#core/parcel.ts";
import { contentPolicy } from "../../src-main/host/content-policy.ts";
import { type Loopback, startLoopback } from "../../src-main/loopback/server.ts";
import { bytesOf, endAfterTest, idOf, temporaryFolder } from "../host/temporary.ts";

/* Long because it is one list: every way of being refused stands beside the way of being let in. */

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: Uint8Array;
}

const id = idOf("a");

async function start(): Promise<Loopback & { readonly dataFolder: string }> {
  const folder = await temporaryFolder();
  const [dataFolder, rendererFolder] = [join(folder, "data"), join(folder, "window")];
  await mkdir(join(rendererFolder, "ocr"), { recursive: true });
  await writeFile(join(rendererFolder, "index.html"), "<!doctype html><title>Folio</title>");
  await writeFile(join(rendererFolder, "ocr", "eng.traineddata.gz"), "packed");
  await writeFile(join(folder, "secret.txt"), "not the window's");
  const loopback = await startLoopback({ dataFolder, rendererFolder, version: "1.2.3", port: 0 });
  endAfterTest(loopback.close);
  return { ...loopback, dataFolder };
}

/** Says exactly what it is told to: a browser's own `fetch` would mend paths and headers. */
function ask(port: number, { method = "GET", path = "/", headers = {}, body }: Asked = {}): Promise<Answer> {
  const all = { host: `127.0.0.1:${port}`, ...headers };
  const told = Object.fromEntries(
    Object.entries(all).flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])),
  );
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method, path, headers: told, setHost: false }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

function call({ port, token }: Loopback, name: string, args: unknown, headers: Asked["headers"] = {}): Promise<Answer> {
  return ask(port, {
    method: "POST",
    path: `/host/${name}`,
    headers: { origin: `http://127.0.0.1:${port}`, "x-folio-token": token, ...headers },
    body: packParcel(args),
  });
}

/** A case that is begun, and its lease. */
async function begin(loopback: Loopback, caseId = id): Promise<unknown> {
  return valueIn(await call(loopback, "beginCase", [caseId, bytesOf("key")]));
}

function valueIn({ body }: Answer): unknown {
  const reply = openParcel(body);
  return typeof reply === "object" && reply !== null && "value" in reply ? reply.value : undefined;
}

describe("the loopback host", () => {
  it("answers its own window's calls", async () => {
    const loopback = await start();
    const about = await call(loopback, "about", []);
    const value = { host: "loopback", version: "1.2.3", syncedBy: null, keyring: false };
    expect(openParcel(about.body)).toEqual({ ok: true, value });
    const lease = await begin(loopback);
    await call(loopback, "appendJournal", [lease, id, bytesOf("frames")]);
    const segment = await call(loopback, "readSegment", [id, id, 0]);
    expect(openParcel(segment.body)).toEqual({ ok: true, value: bytesOf("frames") });
  });

  it("shows its address with the token where a browser never sends it", async () => {
    const { url, token, port } = await start();
    expect(url).toBe(`http://127.0.0.1:${port}/#${token}`);
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
  });

  it.each([
    ["the token is missing", { "x-folio-token": undefined }],
    ["the token is wrong", { "x-folio-token": "A".repeat(43) }],
    ["the token is cut short", { "x-folio-token": "A" }],
    ["the token comes as a cookie", { "x-folio-token": undefined, cookie: "x-folio-token=TOKEN" }],
    ["Origin is missing", { origin: undefined }],
    ["Origin is another page", { origin: "https://example.org" }],
    ["Origin is null, as of a sandboxed frame", { origin: "null" }],
    ["Origin has another port", { origin: "http://127.0.0.1:80" }],
    ["Origin says localhost", { origin: "http://localhost:PORT" }],
    ["Host is a name that points here (DNS rebinding)", { host: "folio.example.org" }],
    ["Host says localhost", { host: "localhost:PORT" }],
    ["Host has no port", { host: "127.0.0.1" }],
    ["a browser says that another site asks", { "sec-fetch-site": "cross-site" }],
    ["a browser says that another port asks", { "sec-fetch-site": "same-site" }],
  ])("refuses a call, and does nothing, where %s", async (_why, wrong) => {
    const loopback = await start();
    const headers = Object.fromEntries(
      Object.entries(wrong).map(([name, text]: [string, string | undefined]) => [
        name,
        text?.replace("PORT", `${loopback.port}`).replace("TOKEN", loopback.token),
      ]),
    );
    const answer = await call(loopback, "beginCase", [id, bytesOf("x")], headers);
    expect(answer.status).toBe(403);
    expect(answer.body).toHaveLength(0);
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
    await expect(readdir(loopback.dataFolder)).rejects.toMatchObject({ code: "ENOENT" });
  });

  it.each([
    ["another page's Origin", { origin: "https://example.org" }],
    ["another Host", { host: "folio.example.org" }],
    ["another site asking", { "sec-fetch-site": "cross-site" }],
  ])("refuses even its files to %s", async (_why, headers) => {
    const { port } = await start();
    expect((await ask(port, { headers })).status).toBe(403);
  });

  it("answers no preflight, and no call that is not a POST", async () => {
    const { port, token } = await start();
    for (const method of ["OPTIONS", "GET", "PUT", "DELETE"]) {
      const headers = { origin: `http://127.0.0.1:${port}`, "x-folio-token": token };
      expect((await ask(port, { method, path: "/host/about", headers })).status).toBe(405);
    }
    expect((await ask(port, { method: "POST", path: "/" })).status).toBe(405);
  });

  it("sends every file with the content policy, kept nowhere, and packed data as it is", async () => {
    const { port } = await start();
    const page = await ask(port, { headers: { "sec-fetch-site": "none" } });
    expect(page.status).toBe(200);
    expect(page.headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": contentPolicy,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    const data = await ask(port, { path: "/ocr/eng.traineddata.gz" });
    expect(data.headers["content-encoding"]).toBeUndefined();
    expect(data.body.toString()).toBe("packed");
    expect(page.headers["set-cookie"]).toBeUndefined();
  });

  it.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/..%5csecret.txt",
    "/ocr/../../secret.txt",
    "//secret.txt",
    "/secret.txt",
    "/ocr",
    "/ocr/",
    "/index.html/",
    "/\u00a0",
    "/?x",
  ])("has no file at %j", async (path) => {
    const { port } = await start();
    const answer = await ask(port, { path: encodeURI(path).replaceAll("%25", "%") });
    expect(answer.status).toBe(404);
    expect(answer.body).toHaveLength(0);
  });

  it("refuses a body that is too large, said or unsaid, and goes on", async () => {
    const loopback = await start();
    const tooLarge = new Uint8Array(maxAppendBytes + 5000);
    const said = call(loopback, "appendJournal", [], { "content-length": `${tooLarge.length}` });
    const unsaid = call(loopback, "appendJournal", [id, id, tooLarge], { "transfer-encoding": "chunked" });
    // Who is still sending when the server hangs up may see that before the answer.
    for (const answer of [said, unsaid]) {
      expect(["413", "ECONNRESET", "EPIPE"]).toContain(await answer.then(({ status }) => `${status}`, codeOf));
    }
    expect((await call(loopback, "about", [])).status).toBe(200);
    await expect(readdir(loopback.dataFolder)).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("takes the largest append there is", async () => {
    const loopback = await start();
    const lease = await begin(loopback);
    const answer = await call(loopback, "appendJournal", [lease, id, new Uint8Array(maxAppendBytes)]);
    expect(openParcel(answer.body)).toEqual({ ok: true });
  });

  it("answers a body that is no parcel, and a call that is none, as refused", async () => {
    const loopback = await start();
    const { port, token } = loopback;
    const headers = { origin: `http://127.0.0.1:${port}`, "x-folio-token": token };
    const broken = await ask(port, { method: "POST", path: "/host/about", headers, body: bytesOf("nonsense") });
    expect(openParcel(broken.body)).toEqual({ ok: false, code: "host-refused", detail: "call" });
    expect(openParcel((await call(loopback, "close", [])).body)).toMatchObject({ ok: false, code: "host-refused" });
    expect((await call(loopback, "../about", [])).status).toBe(404);
  });

  it("begins no file outside Folio: the window hands it to the browser's downloads", async () => {
    const loopback = await start();
    const answer = await call(loopback, "startFile", ["pack", "pack.pdf"]);
    expect(openParcel(answer.body)).toEqual({ ok: true, value: null });
  });

  it("is a problem, and never another port, where the port is taken", async () => {
    const { port, dataFolder } = await start();
    const second = startLoopback({
      dataFolder,
      rendererFolder: dataFolder.replace(/data$/, "window"),
      version: "",
      port,
    });
    await expect(second).rejects.toMatchObject({ code: "port-busy" });
  });

  it("listens on 127.0.0.1 alone, not on this computer's other addresses", async () => {
    const { port } = await start();
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ address, scopeid }) => address !== "127.0.0.1" && !scopeid)
      .map(({ address }) => address);
    for (const host of others) expect(await reaches(host, port)).toBe(false);
  });
});

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}

function reaches(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const end = (reached: boolean) => {
      socket.destroy();
      resolve(reached);
    };
    socket
      .once("connect", () => end(true))
      .once("error", () => end(false))
      .once("timeout", () => end(false));
  });
}

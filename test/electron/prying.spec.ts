import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, link, mkdtemp, readdir, readFile, rm, symlink } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { expect, test } from "@playwright/test";
import { buildIfStale } from "../../src-main/launch/build-if-stale.ts";
import { installedRuntime } from "../../src-main/launch/electron-runtime.ts";
import { findDisplay } from "./display.ts";

const projectFolder = resolve(import.meta.dirname, "../..");

test("an installed Folio that is started with a debugging port opens none, and writes no log", async () => {
  test.skip(process.platform !== "linux", "the runtime is put together by its links");
  const program = await installedRuntime(projectFolder);
  const display = await findDisplay();
  test.skip(program === null || display === null, "no Electron runtime or no screen");
  if (program === null || display === null) return;
  await buildIfStale(projectFolder);
  const folder = await mkdtemp(join(tmpdir(), "folio-installed-"));
  const port = await freePort();
  const log = join(folder, "log");
  const switches = [`--remote-debugging-port=${port}`, "--enable-logging=file", `--log-file=${log}`, "--v=1"];
  const child = spawn(
    await asInstalled(program, folder),
    [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), ...switches, projectFolder],
    { env: { ...process.env, ...display.env, FOLIO_DATA: join(folder, "data"), FOLIO_SAY_READY: "1" } },
  );
  try {
    const told = Buffer.from(await firstData(child.stdout)).toString();
    expect(told).toContain("window ready");
    await expect(fetch(`http://127.0.0.1:${port}/json`)).rejects.toThrow();
    const written = await readFile(log, "utf8").catch(() => "");
    expect(written).not.toContain("CONSOLE");
    expect(await readdir(join(folder, "data", "window"))).not.toContain("DevToolsActivePort");
  } finally {
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
    display.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** The runtime under a name of its own: that is what tells an installed program from one that is being made. */
async function asInstalled(program: string, folder: string): Promise<string> {
  const installed = join(folder, "folio");
  await link(program, installed).catch(() => copyFile(program, installed));
  for (const name of await readdir(dirname(program))) {
    if (name !== basename(program)) await symlink(join(dirname(program), name), join(folder, name));
  }
  return installed;
}

async function firstData(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  for await (const data of stream) return data;
  throw new Error("Folio ended without a word");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === "object" && address !== null ? address.port : 0;
}

import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { buildIfStale } from "../../src-main/launch/build-if-stale.ts";
import { endAfterTest, temporaryFolder } from "../host/temporary.ts";

const projectFolder = resolve(import.meta.dirname, "../..");
const isUnix = process.platform !== "win32";

interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  said(): string;
  complained(): string;
}

/** What `npm start` runs, where no Electron runtime can be had unless `env` says so, and no browser is opened. */
async function start(env: NodeJS.ProcessEnv): Promise<Started> {
  const dataFolder = await temporaryFolder();
  const child = spawn(process.execPath, [join(projectFolder, "src-main/launch/start.ts")], {
    env: {
      ...process.env,
      DISPLAY: ":9",
      ELECTRON_SKIP_BINARY_DOWNLOAD: "1",
      ELECTRON_OVERRIDE_DIST_PATH: join(dataFolder, "no-runtime"),
      FOLIO_DATA: dataFolder,
      FOLIO_NO_BROWSER: "1",
      FOLIO_PORT: "0",
      ...env,
    },
  });
  let [said, complained] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (words: string) => {
    said += words;
  });
  child.stderr.setEncoding("utf8").on("data", (words: string) => {
    complained += words;
  });
  endAfterTest(async () => void child.kill("SIGKILL"));
  const ended = new Promise<number | null>((done) => child.once("close", done));
  return { child, ended, said: () => said, complained: () => complained };
}

async function address(started: Started): Promise<string> {
  await expect.poll(started.said, { timeout: 20_000 }).toMatch(/^Ctrl-C/m);
  return /^http:\S+$/m.exec(started.said())?.[0] ?? "";
}

beforeAll(() => buildIfStale(projectFolder));

describe("npm start", () => {
  it("opens in the browser where there is no runtime, says so in one sentence, and ends cleanly", async () => {
    const started = await start({});
    const url = await address(started);
    const [sentence, printed, ...rest] = started.said().trim().split("\n");
    expect(sentence).toBe(
      "Electron's runtime can't be had here (it could not be downloaded), so Folio opens in your browser, for trying it out.",
    );
    expect(printed).toBe(url);
    expect(rest).toEqual(["Ctrl-C stops it."]);
    expect(await (await fetch(url)).text()).toContain("<title>Folio</title>");
    started.child.kill("SIGINT");
    expect(await started.ended).toBe(isUnix ? 0 : null);
  });

  it.skipIf(process.platform !== "linux")("opens in the browser where there is no screen", async () => {
    const started = await start({ DISPLAY: "", WAYLAND_DISPLAY: "" });
    await address(started);
    expect(started.said()).toContain("there is no screen to open a window on");
  });

  it.skipIf(!isUnix)("opens in the browser where the runtime does not start", async () => {
    const folder = await temporaryFolder();
    await fakeRuntime(folder, "exit 127");
    const started = await start({ ELECTRON_OVERRIDE_DIST_PATH: folder });
    await address(started);
    expect(started.said()).toContain("it does not start on this computer");
  });

  it.skipIf(!isUnix)("ends when Electron's window is closed, with its outcome, and opens no browser", async () => {
    const folder = await temporaryFolder();
    await fakeRuntime(folder, "echo 'folio: window ready'; exit 3");
    const started = await start({ ELECTRON_OVERRIDE_DIST_PATH: folder });
    expect(await started.ended).toBe(3);
    expect(started.said()).toBe("");
  });

  it("says that the address is taken, and ends with 1, where another program has it", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    endAfterTest(async () => void server.close());
    await new Promise((ready) => server.once("listening", ready));
    const taken = server.address();
    const port = typeof taken === "object" && taken !== null ? `${taken.port}` : "";
    const started = await start({ FOLIO_PORT: port });
    expect(await started.ended).toBe(1);
    expect(started.complained().trim()).toBe(
      "Another program, or another copy of Folio, is using the address Folio needs on this computer. " +
        "Close the other copy of Folio and start again.",
    );
    expect(started.said()).toBe("");
  });
});

/** A program in the runtime's place, under the name it has on this system. */
async function fakeRuntime(folder: string, script: string): Promise<void> {
  const inside = process.platform === "darwin" ? "Electron.app/Contents/MacOS/Electron" : "electron";
  await mkdir(join(folder, inside, ".."), { recursive: true });
  await writeFile(join(folder, inside), `#!/bin/sh\n${script}\n`);
  await chmod(join(folder, inside), 0o755);
}

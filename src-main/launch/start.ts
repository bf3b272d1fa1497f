/**
 * `npm start`: builds what is stale and opens the window; in Electron, or where its runtime can't be had, in the
 * default browser over the loopback host, for trying Folio out.
 */
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { sayProblem } from "#core/problem-words.ts";
import { Problem } from "#core/problems.ts";
import { defaultDataFolder } from "../host/folders.ts";
import { loopbackPort, startLoopback } from "../loopback/server.ts";
import { buildIfStale } from "./build-if-stale.ts";
import { electronRuntime } from "./electron-runtime.ts";
import { openBrowser } from "./open-browser.ts";
import { runElectron } from "./run-electron.ts";

const projectFolder = resolve(import.meta.dirname, "../..");
process.exitCode = await start();

async function start(): Promise<number> {
  if (Number.parseInt(process.versions.node, 10) < 24) {
    return complain("Folio needs Node 24, which comes with it: run `npm ci` once, then start it with `npm start`.");
  }
  try {
    await buildIfStale(projectFolder);
    const runtime = await electronRuntime(projectFolder);
    if (!runtime.found) return await inBrowser(runtime.why);
    const run = await runElectron(runtime.program, projectFolder);
    return run.kind === "exit" ? run.code : await inBrowser("it does not start on this computer");
  } catch (error) {
    if (error instanceof Problem) return complain(sayProblem(error.code));
    return complain(`Folio could not be started: ${error instanceof Error ? error.message : "unknown"}.`);
  }
}

/** Opens the loopback host in the default browser and stays until Ctrl-C. */
async function inBrowser(why: string): Promise<number> {
  const stopped = new Promise<void>((resolveStop) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolveStop());
  });
  const loopback = await startLoopback({
    dataFolder: defaultDataFolder(),
    version: await version(),
    rendererFolder: join(projectFolder, "out/renderer"),
    port: Number(process.env["FOLIO_PORT"] ?? loopbackPort),
  });
  process.stdout.write(
    `Electron's runtime can't be had here (${why}), so Folio opens in your browser, for trying it out.\n` +
      `${loopback.url}\nCtrl-C stops it.\n`,
  );
  if (process.env["FOLIO_NO_BROWSER"] !== "1") openBrowser(loopback.url);
  await stopped;
  await loopback.close();
  return 0;
}

async function version(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(projectFolder, "package.json"), "utf8"));
  const isManifest = typeof manifest === "object" && manifest !== null && "version" in manifest;
  return isManifest ? String(manifest.version) : "";
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

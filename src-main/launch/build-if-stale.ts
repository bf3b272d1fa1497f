import { spawn } from "node:child_process";
import { existsSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** What the built program is made from. */
const sources = [
  "src-main",
  "src-renderer",
  "resources",
  "package.json",
  "package-lock.json",
  "electron.vite.config.ts",
] as const;

const results = ["out/main/electron.cjs", "out/preload/preload.cjs", "out/renderer/index.html"] as const;

/** Its time is when the last good build began. */
const stamp = "out/built";

/**
 * Builds the window and Electron's main process where anything they are made from is newer than the last good
 * build. Says so in one line on stderr. A folder counts as well as its files, so that a removed file is noticed.
 *
 * @throws {Error} where the build fails; its output is then on stderr
 */
export async function buildIfStale(projectFolder: string): Promise<void> {
  const at = (path: string) => join(projectFolder, path);
  const newest = Math.max(...(await Promise.all(sources.map((path) => newestMillis(at(path))))));
  const built = results.every((path) => existsSync(at(path))) && existsSync(at(stamp));
  if (built && statSync(at(stamp)).mtimeMs >= newest) return;
  const begun = new Date();
  process.stderr.write("Folio: building, because something has changed since the last time…\n");
  await build(projectFolder);
  writeFileSync(at(stamp), "");
  utimesSync(at(stamp), begun, begun);
}

async function newestMillis(path: string): Promise<number> {
  const own = await stat(path);
  if (!own.isDirectory()) return own.mtimeMs;
  const inside = await Promise.all((await readdir(path)).map((name) => newestMillis(join(path, name))));
  return Math.max(own.mtimeMs, ...inside);
}

/** What the build says is about other people's packages: shown only where it fails, and then on stderr. */
function build(projectFolder: string): Promise<void> {
  const command = join(projectFolder, "node_modules/electron-vite/bin/electron-vite.js");
  const child = spawn(process.execPath, [command, "build", "--logLevel", "warn"], {
    cwd: projectFolder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (words: Buffer) => said.push(words));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(said));
      reject(new Error("the build failed"));
    });
  });
}

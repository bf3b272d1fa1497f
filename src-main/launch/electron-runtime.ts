import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** The program to start, or why there is none, as the end of "Electron's runtime can't be had here: …". */
export type Runtime =
  | { readonly found: true; readonly program: string }
  | { readonly found: false; readonly why: string };

/**
 * Electron's runtime for this project, downloaded at the first start if it isn't there yet: `electron` 45 has no
 * install script any more, and fetches its 120 MB when it is first run.
 */
export async function electronRuntime(projectFolder: string, env: NodeJS.ProcessEnv = process.env): Promise<Runtime> {
  if (process.platform === "linux" && !env["DISPLAY"] && !env["WAYLAND_DISPLAY"]) {
    return { found: false, why: "there is no screen to open a window on" };
  }
  const there = await installedRuntime(projectFolder, env);
  if (there !== null) return { found: true, program: there };
  const fetched = env["ELECTRON_SKIP_BINARY_DOWNLOAD"] ? false : await fetchRuntime(projectFolder, env);
  const program = fetched ? await installedRuntime(projectFolder, env) : null;
  return program === null ? { found: false, why: "it could not be downloaded" } : { found: true, program };
}

/** The runtime that is on disk, found as the `electron` package itself finds it; null where there is none. */
export async function installedRuntime(
  projectFolder: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string | null> {
  const packageFolder = join(projectFolder, "node_modules/electron");
  const override = env["ELECTRON_OVERRIDE_DIST_PATH"];
  const inside = await readFile(join(packageFolder, "path.txt"), "utf8").catch(() => null);
  if (inside === null && !override) return null;
  const program = join(override || join(packageFolder, "dist"), inside ?? programName());
  return existsSync(program) ? program : null;
}

function programName(): string {
  if (process.platform === "win32") return "electron.exe";
  return process.platform === "darwin" ? "Electron.app/Contents/MacOS/Electron" : "electron";
}

/** How long a download may stand still, at its start or later. No network says so at once; a firewall says nothing. */
const stillMillis = 6000;

/**
 * Runs the package's own installer in a temporary folder of its own, so that what arrives can be seen, and ends it
 * when nothing has arrived for a few seconds. (Unpacking, at the end, writes elsewhere; it counts as moving.)
 */
async function fetchRuntime(projectFolder: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const temporary = await mkdtemp(join(tmpdir(), "folio-electron-"));
  const packageFolder = join(projectFolder, "node_modules/electron");
  const child = spawn(process.execPath, [join(packageFolder, "install.js")], {
    stdio: "ignore",
    env: { ...env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
  });
  let outcome: boolean | null = null;
  child.once("error", () => {
    outcome = false;
  });
  child.once("exit", (code) => {
    outcome = code === 0;
  });
  let [arrived, movedMillis, said] = [0, Date.now(), false];
  while (outcome === null && Date.now() - movedMillis < stillMillis) {
    await wait(200);
    const now = (await sizeOf(temporary)) + (await sizeOf(join(packageFolder, "dist")));
    if (now === arrived) continue;
    if (!said && now > 1_000_000) process.stderr.write("Folio: downloading Electron's runtime, once (120 MB)…\n");
    said ||= now > 1_000_000;
    [arrived, movedMillis] = [now, Date.now()];
  }
  if (outcome === null) child.kill();
  await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
  return outcome ?? false;
}

/** Bytes in a folder; files that vanish meanwhile count as nothing. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(
    entries.map((name) =>
      stat(join(folder, name)).then(
        (found) => found.size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

import { spawn } from "node:child_process";
import { constants, existsSync } from "node:fs";
import { access, mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { delimiter, join } from "node:path";

/** What Playwright's `chromium.launch` needs. */
export interface FoundChromium {
  readonly executablePath: string;
  readonly args: string[];
}

/**
 * A Chromium for the end-to-end tests, without a download of its own: one that is named (`FOLIO_CHROMIUM`,
 * `CHROME_PATH`), one that is installed, or the one that `@sparticuz/chromium` brings along packed.
 *
 * @throws {Error} saying what to install; only on systems that the packed one isn't built for
 */
export async function findChromium(env: NodeJS.ProcessEnv = process.env): Promise<FoundChromium> {
  const asRoot = process.getuid?.() === 0;
  for (const path of [env["FOLIO_CHROMIUM"], env["CHROME_PATH"], ...usualPlaces(env)]) {
    if (path && (await canRun(path))) return { executablePath: path, args: asRoot ? ["--no-sandbox"] : [] };
  }
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("No Chromium found: install Chrome or Chromium, or name one in FOLIO_CHROMIUM.");
  }
  // The packed Chromium's own suggested switches turn web security off; the tests want it on.
  return { executablePath: await unpackedChromium(), args: ["--no-sandbox"] };
}

function usualPlaces(env: NodeJS.ProcessEnv): string[] {
  if (process.platform === "darwin") {
    return ["Google Chrome", "Chromium", "Microsoft Edge"].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === "win32") {
    const roots = [env["PROGRAMFILES"], env["PROGRAMFILES(X86)"], env["LOCALAPPDATA"]].filter((root) => !!root);
    const inside = ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"];
    return roots.flatMap((root) => inside.map((path) => join(root ?? "", path)));
  }
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
  return (env["PATH"] ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
}

async function canRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/**
 * Unpacks once, in two steps: the package takes a half-unpacked file for a whole one, so it unpacks into a folder
 * of its own, which then gets its final name in one step. Inside `node_modules`, because a predictable name in the
 * shared temporary folder could be somebody else's program.
 */
async function unpackedChromium(): Promise<string> {
  const { version } = await packageFacts();
  const cache = join(import.meta.dirname, "../node_modules/.cache");
  const final = join(cache, `folio-chromium-${version}`);
  const executablePath = join(final, "chromium");
  if (existsSync(executablePath)) return executablePath;
  await mkdir(cache, { recursive: true });
  const fresh = await mkdtemp(`${final}-new-`);
  await unpackInto(fresh);
  await rename(fresh, final).catch(async (error: unknown) => {
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(executablePath)) throw error;
  });
  return executablePath;
}

/** Its package.json is not among its exports, so it is read as a file. */
async function packageFacts(): Promise<{ readonly version: string }> {
  const path = join(import.meta.dirname, "../node_modules/@sparticuz/chromium/package.json");
  const facts: unknown = JSON.parse(await readFile(path, "utf8"));
  const hasVersion = typeof facts === "object" && facts !== null && "version" in facts;
  return { version: hasVersion ? String(facts.version) : "unknown" };
}

/** In a process of its own, because the package unpacks to wherever `TMPDIR` says. */
function unpackInto(folder: string): Promise<void> {
  const program = 'const { default: chromium } = await import("@sparticuz/chromium"); await chromium.executablePath();';
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: import.meta.dirname,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, TMPDIR: folder },
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error("the packed Chromium could not be unpacked")),
    );
  });
}

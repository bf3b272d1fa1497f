import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { _electron, test as base, type ElectronApplication, type Page } from "@playwright/test";
import { buildIfStale } from "../../src-main/launch/build-if-stale.ts";
import { installedRuntime } from "../../src-main/launch/electron-runtime.ts";
import { type Display, findDisplay } from "./display.ts";

const projectFolder = resolve(import.meta.dirname, "../..");

/** Folio in Electron on a data folder of its own. */
export interface Folio {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;
}

/**
 * Starts the real thing once a worker. Where there is no runtime or no screen every spec is skipped, and one line
 * says so that can't be missed: a green run must not pass for a run of Electron.
 */
export const test = base.extend<{ folio: Folio }, { started: Folio | null }>({
  started: [
    async ({ browserName: _unused }, use) => {
      const display = await findDisplay();
      const program = await installedRuntime(projectFolder);
      if (program === null || display === null) {
        display?.close();
        const why = program === null ? "Electron's runtime is not there" : "there is no screen and no Xvfb";
        process.stderr.write(`\n*** SKIPPED: the Electron specs did not run, because ${why}. ***\n\n`);
        return use(null);
      }
      const folio = await startFolio(program, display);
      await use(folio);
      await folio.app.close();
      display.close();
      await rm(folio.dataFolder, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
  // Here and not above: a worker's fixture can skip the first spec only, and lets the others pass unrun.
  folio: async ({ started }, use) => {
    if (started === null) return base.skip(true, "no Electron runtime or no screen");
    await use(started);
  },
});

async function startFolio(program: string, display: Display): Promise<Folio> {
  await buildIfStale(projectFolder);
  const dataFolder = await mkdtemp(join(tmpdir(), "folio-electron-data-"));
  const asRoot = process.platform === "linux" && process.getuid?.() === 0;
  const app = await _electron.launch({
    executablePath: program,
    args: [...(asRoot ? ["--no-sandbox"] : []), projectFolder],
    env: { ...withoutGaps(process.env), ...display.env, FOLIO_DATA: dataFolder },
  });
  return { app, page: await app.firstWindow(), dataFolder };
}

function withoutGaps(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

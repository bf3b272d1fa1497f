import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { _electron, chromium, type Page } from "@playwright/test";
import { findChromium } from "../browser.ts";
import { type HostProcess, startHostProcess } from "../e2e/host-process.ts";
import { openPage } from "../e2e/window.ts";

/** Folio as it runs on somebody's computer, to be killed. */
export interface Killable {
  readonly page: Page;
  /** kills one of what it is made of outright, and then ends the rest */
  kill(): Promise<void>;
}

/** Starts Folio, each time on the same folder and profile. @param round which of its processes will be killed */
export type StartKillable = (round: number) => Promise<Killable>;

/** The loopback host in a process of its own, and a Chromium with a profile that lasts: killed in turn. */
export function overChromium(folder: string): StartKillable {
  const [data, profile] = [join(folder, "data"), join(folder, "profile")];
  let [host, port]: [HostProcess | null, number] = [null, 0];
  return async (round) => {
    host ??= await startHostProcess(data, port);
    const running = host;
    port = running.port;
    const { executablePath, args } = await findChromium();
    const context = await chromium.launchPersistentContext(profile, { executablePath, args, locale: "en-GB" });
    const page = await openPage(context, running.url);
    return {
      page,
      kill: async () => {
        if (round % 2 === 0) {
          killTrees((words) => words.includes(profile));
        } else {
          await running.kill();
          host = null;
          await wait(200);
        }
        await context.close().catch(() => undefined);
        if (round < 0 && host !== null) await running.kill();
      },
    };
  };
}

/** Electron: its main process is killed, which is the host; what it leaves is ended. */
export function overElectron(folder: string, program: string, projectFolder: string): StartKillable {
  const data = join(folder, "data");
  const asRoot = process.platform === "linux" && process.getuid?.() === 0;
  return async () => {
    const env = Object.fromEntries(Object.entries({ ...process.env, FOLIO_DATA: data }).flatMap(textOnly));
    const args = [...(asRoot ? ["--no-sandbox"] : []), projectFolder];
    const app = await _electron.launch({ executablePath: program, args, env });
    const page = await app.firstWindow();
    await page.getByRole("heading", { name: "Folio", level: 1 }).waitFor();
    return {
      page,
      kill: async () => {
        const { pid } = app.process();
        const left = pid === undefined ? [] : treeOf(pid);
        if (pid !== undefined) process.kill(pid, "SIGKILL");
        await wait(200);
        for (const one of left) killOne(one);
        await app.close().catch(() => undefined);
      },
    };
  };
}

function textOnly([name, value]: [string, string | undefined]): readonly [string, string][] {
  return value === undefined ? [] : [[name, value]];
}

/** Kills, all at once, every process of ours with such words in its command, and all that it began. */
function killTrees(isOne: (words: string) => boolean): void {
  const roots = processes().filter(({ parent, words }) => parent === process.pid && isOne(words));
  if (roots.length === 0) throw new Error("there was nothing to kill");
  for (const pid of roots.flatMap((one) => treeOf(one.pid))) killOne(pid);
}

/** A process and all below it. */
function treeOf(pid: number): readonly number[] {
  const all = processes();
  const below = (parent: number): readonly number[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one.pid, ...below(one.pid)]);
  return [pid, ...below(pid)];
}

function processes(): readonly { readonly pid: number; readonly parent: number; readonly words: string }[] {
  const listed = execFileSync("ps", ["-A", "-ww", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  return listed.split("\n").flatMap((line) => {
    const [, pid, parent, words] = /^\s*(\d+)\s+(\d+)\s(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), words: words ?? "" }];
  });
}

function killOne(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Gone already, with its parent.
  }
}

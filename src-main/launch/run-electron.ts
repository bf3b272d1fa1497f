import { spawn } from "node:child_process";

/** `exit`: it ran, and ended with this code. `failed`: it ended, or stood still, before a window could be had. */
export type ElectronRun = { readonly kind: "exit"; readonly code: number } | { readonly kind: "failed" };

const readyLine = "folio: window ready";

/**
 * Starts Electron on the project and waits until it ends. A runtime that lacks a system library, or a display that
 * refuses, ends within a second: then nothing of it is shown, and the caller opens the browser instead.
 *
 * As root Chromium's sandbox can't work on Linux and Electron refuses to start; only then is it told to do without.
 * What Chromium writes to stderr is about the system's buses and graphics, and is kept back.
 */
export function runElectron(program: string, projectFolder: string): Promise<ElectronRun> {
  const asRoot = process.platform === "linux" && process.getuid?.() === 0;
  const child = spawn(program, [...(asRoot ? ["--no-sandbox"] : []), projectFolder], {
    cwd: projectFolder,
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, FOLIO_SAY_READY: "1" },
    windowsHide: false,
  });
  // Ctrl-C reaches Electron too, as part of the same terminal; this process waits for it to close the journal.
  const passOn = (signal: NodeJS.Signals) => child.kill(signal);
  process.on("SIGINT", passOn).on("SIGTERM", passOn);
  return new Promise((resolve) => {
    let ready = false;
    child.stdout.on("data", (words: Buffer) => {
      ready ||= words.includes(readyLine);
    });
    const end = (run: ElectronRun) => {
      process.off("SIGINT", passOn).off("SIGTERM", passOn);
      resolve(run);
    };
    child.once("error", () => end({ kind: "failed" }));
    child.once("exit", (code, signal) => {
      const failed = !ready && code !== 0 && signal !== "SIGINT" && signal !== "SIGTERM";
      end(failed ? { kind: "failed" } : { kind: "exit", code: code ?? 0 });
    });
  });
}

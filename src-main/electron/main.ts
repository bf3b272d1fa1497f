import { join } from "node:path";
import { app, BrowserWindow } from "electron";
import { defaultDataFolder } from "../host/folders.ts";
import { nodeHost } from "../host/node-host.ts";
import { clearClipboard, hearSessionEnd, waitForLock } from "./computer.ts";
import { askFolder, askWhereToSave } from "./dialogs.ts";
import { guard, guardDefaultSession, refusePrying, silenceChromium } from "./guard.ts";
import { keyring } from "./keyring.ts";
import { setMenu } from "./menu.ts";
import { declareScheme, serveWindow } from "./serve-window.ts";
import { openWindow } from "./window.ts";
import { answerWindows } from "./wire.ts";

/*
 * Electron's main process. What is set before the app is ready comes first: data folders, switches, the scheme.
 * One copy runs at a time for each data folder; a second one shows the first one's window and ends.
 */
const dataFolder = defaultDataFolder();
const developing = !app.isPackaged;

// Chromium's own files (storage, caches) beside the case files: not in the roaming profile, which companies copy.
app.setPath("userData", join(dataFolder, "window"));
app.setName("Folio");
silenceChromium(app);
refusePrying(app, developing);
declareScheme();
guard(app, developing);
hearSessionEnd(app);

if (app.requestSingleInstanceLock()) {
  app.on("second-instance", showWindow);
  app.on("activate", showWindow);
  app.on("window-all-closed", () => app.quit());
  start().catch(stop);
} else {
  app.quit();
}

async function start(): Promise<void> {
  await app.whenReady();
  guardDefaultSession(developing);
  setMenu(developing);
  await serveWindow(join(app.getAppPath(), "out/renderer"));
  const host = nodeHost({
    dataFolder,
    version: app.getVersion(),
    kind: "electron",
    machine: { askWhereToSave, askFolder, waitForLock, clearClipboard, ...keyring },
  });
  answerWindows(host);
  closeFirst(host.close);
  await openWindow(app.getAppPath(), developing);
  // src-main/launch/start.ts waits for this line to know that a window could be had.
  if (process.env["FOLIO_SAY_READY"] === "1") process.stdout.write("folio: window ready\n");
}

/** Holds quitting back until the journal is closed. */
function closeFirst(close: () => Promise<void>): void {
  let closed = false;
  app.on("before-quit", (event) => {
    if (closed) return;
    event.preventDefault();
    close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}

function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** A start that fails ends the program; the error names our own code, never case data. */
function stop(error: unknown): void {
  process.stderr.write(`Folio could not start: ${error instanceof Error ? error.message : "unknown"}\n`);
  app.exit(1);
}

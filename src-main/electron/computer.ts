import { createHash } from "node:crypto";
import { type App, clipboard, powerMonitor } from "electron";

/**
 * Settles when the computer is locked, sleeps, is shut down, or its user leaves: for the first of it, once. Each
 * system tells some of these. All who wait, wait for the same: windows come and go, and none leaves a listener behind.
 * To be called once the app is ready.
 */
export function waitForLock(): Promise<void> {
  waiting ??= nextLock().finally(() => {
    waiting = null;
  });
  return waiting;
}

let waiting: Promise<void> | null = null;

function nextLock(): Promise<void> {
  return new Promise((resolve) => {
    // Electron types each event's name by itself, and some only on their own system: here all are the same.
    const events: NodeJS.EventEmitter = powerMonitor;
    const heard = () => {
      for (const name of lockEvents) events.off(name, heard);
      resolve();
    };
    for (const name of lockEvents) events.on(name, heard);
  });
}

const lockEvents = ["lock-screen", "suspend", "shutdown", "user-did-resign-active"];

/** Windows tells its windows, not the monitor, that the user logs off: passed on to it, so that all hear of it there. */
export function hearSessionEnd(app: App): void {
  app.on("browser-window-created", (_event, window) => {
    const events: NodeJS.EventEmitter = window;
    for (const name of ["query-session-end", "session-end"]) events.on(name, () => powerMonitor.emit("lock-screen"));
  });
}

/**
 * Empties the clipboard if what Folio put on it is still there: what somebody copied since is theirs. Linux has a
 * second one, for what is selected; Windows gives its lines other ends. (An older Electron answers at once, and shows no second one: the same here.)
 */
export async function clearClipboard(textSha256: string): Promise<void> {
  const second: unknown = process.platform === "linux" ? Reflect.get(clipboard, "selection") : undefined;
  for (const one of second === undefined ? [clipboard] : [clipboard, clipboard.selection]) {
    const text = await one.readText();
    if ([text, text.replaceAll("\r\n", "\n")].some((form) => sha256Hex(form) === textSha256)) one.clear();
  }
}

function sha256Hex(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

import { join } from "node:path";
import { BrowserWindow } from "electron";
import { origin } from "./addresses.ts";

/**
 * Folio's window. The page runs sandboxed, in a world apart from the preload, without Node. The title is always
 * "Folio": a title is seen in task bars, screen shares and by other programs.
 */
export async function openWindow(appFolder: string, developing: boolean): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    title: "Folio",
    width: 1280,
    height: 860,
    minWidth: 360,
    minHeight: 480,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(appFolder, "out/preload/preload.cjs"),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      enableWebSQL: false,
      devTools: developing,
    },
  });
  window.on("page-title-updated", (event) => event.preventDefault());
  window.once("ready-to-show", () => window.show());
  await window.loadURL(`${origin}/`);
  return window;
}

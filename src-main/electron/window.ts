import { join } from "node:path";
import { BrowserWindow, dialog } from "electron";
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

/** Asks where to keep a pack. `dontAddToRecent`: a recent-documents list would tell what was made, and when. */
export async function askWhereToSave(window: BrowserWindow | null, suggestedName: string): Promise<string | null> {
  const options = {
    defaultPath: suggestedName,
    filters: [{ name: "PDF", extensions: ["pdf"] }],
    properties: ["createDirectory", "showOverwriteConfirmation", "dontAddToRecent"],
  } satisfies Electron.SaveDialogOptions;
  const { canceled, filePath } =
    window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
  return canceled || filePath === undefined || filePath === "" ? null : filePath;
}

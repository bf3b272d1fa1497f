import { extname } from "node:path";
import { BrowserWindow, dialog, type FileFilter } from "electron";
import type { SavedKind } from "#core/host.ts";

/**
 * Asks where to keep a file. The dialog's words say nothing of what is in it. `dontAddToRecent`: a recent-documents
 * list would tell what was made, and when.
 * @returns null when the person cancelled
 */
export async function askWhereToSave(kind: SavedKind, suggestedName: string): Promise<string | null> {
  const options = {
    title: "Save",
    defaultPath: suggestedName,
    filters: filtersOf(kind, suggestedName),
    properties: ["createDirectory", "showOverwriteConfirmation", "dontAddToRecent"],
  } satisfies Electron.SaveDialogOptions;
  const window = asking();
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  return canceled || filePath === undefined || filePath === "" ? null : filePath;
}

/** Asks for a folder; what was typed is not looked at. @returns null when the person cancelled */
export async function askFolder(): Promise<string | null> {
  const options = {
    title: "Choose a folder",
    properties: ["openDirectory", "createDirectory", "promptToCreate", "dontAddToRecent"],
  } satisfies Electron.OpenDialogOptions;
  const window = asking();
  const { canceled, filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return canceled ? null : (filePaths[0] ?? null);
}

/** Text comes as several kinds of file (lists, calendars): there the suggested name says which. */
function filtersOf(kind: SavedKind, suggestedName: string): FileFilter[] {
  const extension = kind === "text" ? extname(suggestedName).slice(1) || "txt" : extensions[kind];
  return [{ name: extension.toUpperCase(), extensions: [extension] }];
}

const extensions: Record<Exclude<SavedKind, "text">, string> = {
  pack: "pdf",
  bundle: "folio",
  bag: "tar",
  "recovery-sheet": "pdf",
};

function asking(): BrowserWindow | null {
  return BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0] ?? null;
}

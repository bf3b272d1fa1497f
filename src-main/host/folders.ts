import { mkdir, open } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";

/**
 * Where case files live unless `FOLIO_DATA` says otherwise (tests, a memory stick): the system's local application
 * data, never Documents or Desktop, which are often copied to a cloud. The name says nothing about what is kept.
 */
export function defaultDataFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  const chosen = env["FOLIO_DATA"];
  if (chosen !== undefined && chosen !== "") return resolve(chosen);
  return join(localApplicationData(env, platform), "Folio");
}

function localApplicationData(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === "win32") return env["LOCALAPPDATA"] ?? join(homedir(), "AppData", "Local");
  if (platform === "darwin") return join(homedir(), "Library", "Application Support");
  const xdg = env["XDG_DATA_HOME"];
  // The XDG base directory rules say that a relative path is to be ignored.
  return xdg?.startsWith("/") === true ? xdg : join(homedir(), ".local", "share");
}

/** Makes a folder and what leads to it, for this user alone, and makes sure that a power cut can't take it away again. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = resolve(folder); made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

/**
 * Puts a folder's list of names on disk: a new or renamed file is only safe once its folder is.
 * Windows can't do this (and its file system journals names by itself), so there it does nothing.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Folders inside the data folder. Ids are checked before they come here, so that no path can lead out of it. */
export function caseFolders(dataFolder: string) {
  const cases = join(dataFolder, "cases");
  return {
    cases,
    journal: (caseId: string) => join(cases, caseId, "journal"),
    objects: (caseId: string) => join(cases, caseId, "objects"),
  };
}

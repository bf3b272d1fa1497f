import { mkdir, open, readdir } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { isMissing } from "./disk-problems.ts";

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

/** The names in a folder; none where there is no such folder. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** The names of the files in a folder; a folder in it is none of ours, whatever its name. */
export async function fileNamesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Does something with each, some at a time: thousands of files opened at once are more than a system may allow. */
export async function someAtOnce<T, R>(list: readonly T[], act: (one: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (let at = 0; at < list.length; at += mostAtOnce) {
    results.push(...(await Promise.all(list.slice(at, at + mostAtOnce).map(act))));
  }
  return results;
}

const mostAtOnce = 64;

/** Where the files of the data folder are (FORMAT.md). Ids are checked before they come here: no path leads out of it. */
export function vaultFolders(dataFolder: string) {
  const cases = join(dataFolder, "cases");
  return {
    data: dataFolder,
    cases,
    /** `vault.json`, its second copy, and the head */
    keyFiles: {
      main: join(dataFolder, "vault.json"),
      copy: join(dataFolder, "vault.json.2"),
      head: join(dataFolder, "vault.head"),
    },
    ofCase: (caseId: string) => caseFolders(join(cases, caseId)),
  };
}

export type CaseFolders = ReturnType<typeof caseFolders>;

function caseFolders(folder: string) {
  return {
    folder,
    keys: [join(folder, "key.2"), join(folder, "key")],
    journal: join(folder, "journal"),
    heads: join(folder, "heads"),
    objects: join(folder, "objects"),
    drafts: join(folder, "drafts"),
  } as const;
}

/** Whether a name is one of our ids. Names that aren't are not ours and are passed over. */
export function isId(name: string): boolean {
  return /^[0-9a-f]{32}$/.test(name);
}

import { realpath } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { namesIn } from "./folders.ts";

/**
 * The service that seems to copy a folder elsewhere ("OneDrive", "Dropbox", …), or null: told by the names of the
 * folders above it, by what such services leave in the folders that they copy, and by Windows' own variables. Links
 * are followed, so that a Documents folder that points into a copied one is told too. A guess both ways: it is for
 * a warning, and nothing is refused by it.
 *
 * @param path need not be there yet
 */
export async function syncedFolder(path: string, env: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  const told = resolve(path);
  const real = await realPathOf(told);
  for (const folder of new Set([...above(told), ...above(real)])) {
    const service =
      byVariable(folder, env) ?? byName(folder) ?? (await byMarker(folder)) ?? (await byMacSetting(folder));
    if (service !== null) return service;
  }
  return null;
}

/** The folder itself and all above it, the nearest first. */
function above(path: string): string[] {
  return dirname(path) === path ? [path] : [path, ...above(dirname(path))];
}

async function realPathOf(path: string): Promise<string> {
  return realpath(path).catch(async () =>
    dirname(path) === path ? path : join(await realPathOf(dirname(path)), basename(path)),
  );
}

function byVariable(folder: string, env: NodeJS.ProcessEnv): string | null {
  const same = (value: string | undefined) =>
    value !== undefined && value !== "" && resolve(value).toLowerCase() === folder.toLowerCase();
  return ["OneDrive", "OneDriveConsumer", "OneDriveCommercial"].some((name) => same(env[name])) ? "OneDrive" : null;
}

/** As the services name their folders: "OneDrive - Somewhere", "Dropbox (Personal)", "GoogleDrive-me@example.org". */
const names: readonly (readonly [RegExp, string])[] = [
  [/^onedrive([ -].*)?$/i, "OneDrive"],
  [/^dropbox([ (-].*)?$/i, "Dropbox"],
  [/^(google ?drive([ (-].*)?|my drive|drivefs|google-drive:.*)$/i, "Google Drive"],
  [/^(icloud ?drive|com~apple~clouddocs|mobile documents)([ (-].*)?$/i, "iCloud"],
  [/^nextcloud([ -]?\d*|[ -].*)$/i, "Nextcloud"],
  [/^owncloud([ -]?\d*|[ -].*)$/i, "ownCloud"],
  [/^pcloud ?(drive|sync)?$/i, "pCloud"],
  [/^(box sync|box-box|box)$/i, "Box"],
  [/^(mega|megasync)$/i, "MEGA"],
  [/^(proton drive|protondrive-.*)$/i, "Proton Drive"],
  [/^(synologydrive|cloudstation)$/i, "Synology Drive"],
];

function byName(folder: string): string | null {
  const name = basename(folder);
  // "box" and "mega" are words: only where the service puts its folder.
  if (/^(box|mega)$/i.test(name) && dirname(folder) !== homedir()) return null;
  return names.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** What the services keep in the top folder that they copy. */
const markers: readonly (readonly [RegExp, string])[] = [
  [/^\.849C9593-D756-4E56-8D6E-42412F2A707B$/i, "OneDrive"],
  [/^\.dropbox(\.cache)?$/, "Dropbox"],
  [/^\.tmp\.drive(down|up)load$/, "Google Drive"],
  [/^\.nextcloudsync\.log$/, "Nextcloud"],
  [/^\.owncloudsync\.log$/, "ownCloud"],
  [/^\._?sync_[0-9a-f]+\.db$/, "Nextcloud"],
  [/^\.stfolder$/, "Syncthing"],
  [/^\.SynologyWorkingDirectory$/, "Synology Drive"],
];

async function byMarker(folder: string): Promise<string | null> {
  // Dropbox keeps its own settings in a home folder's ".dropbox", copied or not.
  const inside = (await namesIn(folder).catch(() => [])).filter((name) => name !== ".dropbox" || folder !== homedir());
  return markers.find(([pattern]) => inside.some((name) => pattern.test(name)))?.[1] ?? null;
}

/** "Desktop & Documents Folders" of iCloud: then a folder of that name stands in iCloud's own, too. */
async function byMacSetting(folder: string): Promise<string | null> {
  const name = basename(folder);
  if (process.platform !== "darwin" || dirname(folder) !== homedir()) return null;
  if (name !== "Documents" && name !== "Desktop") return null;
  const cloud = join(homedir(), "Library/Mobile Documents/com~apple~CloudDocs");
  const inCloud: readonly string[] = await namesIn(cloud).catch(() => []);
  return inCloud.includes(name) ? "iCloud" : null;
}

import { isAbsolute, join, resolve } from "node:path";
import { Problem } from "#core/problems.ts";
import { isId, namesIn } from "../folders.ts";
import { backupName, chosenFolder, placeIn } from "./layout.ts";
import { casePath } from "./manifest.ts";
import { type ErasedCases, readPlaceErased, withoutErased } from "./place-erased.ts";
import type { OpenSet } from "./restore-plan.ts";
import { isFolder, isWhole, readSets } from "./sets.ts";

/** A set that can be restored, and what must not come back of it. */
export interface FoundSet extends OpenSet {
  readonly id: string;
  readonly erased: ErasedCases;
}

/** What was found in a folder that was picked. */
export interface FoundBackup {
  readonly folder: string;
  /** good ones latest first, then doubtful ones latest first; each was read back, its objects looked for */
  readonly sets: readonly FoundSet[];
}

/**
 * Looks for the backups of any vault in a folder; the folder that Folio made in it will do as well.
 * @throws {Problem} `backup-not-found`; `backup-damaged` where there are sets but none is whole
 */
export async function findBackups(picked: string): Promise<FoundBackup> {
  if (!isAbsolute(picked)) throw new Problem("backup-not-found");
  const folder = chosenFolder(resolve(picked));
  const found: FoundSet[] = [];
  let damaged = 0;
  for (const vault of await vaultsIn(folder)) {
    const place = placeIn(folder, vault);
    const { cases: erased } = await readPlaceErased(place);
    for (const set of await readSets(place).catch(() => [])) {
      if (set.manifest === null || set.manifest.vault !== vault || !(await isWhole(place, set))) {
        damaged += 1;
        continue;
      }
      const manifest = withoutErased(set.manifest, erased);
      found.push({ id: `${vault}.${set.name}`, place, name: set.name, manifest, erased });
    }
  }
  if (found.length === 0) throw new Problem(damaged > 0 ? "backup-damaged" : "backup-not-found");
  return { folder, sets: found.sort(betterFirst) };
}

async function vaultsIn(folder: string): Promise<readonly string[]> {
  const names = await namesIn(join(folder, backupName)).catch(() => []);
  const there = await Promise.all(names.map((name) => isFolder(join(folder, backupName, name)).catch(() => false)));
  return names.filter((name, at) => isId(name) && there[at] === true);
}

function betterFirst(one: FoundSet, other: FoundSet): number {
  const doubt = Number(one.manifest.doubtful !== null) - Number(other.manifest.doubtful !== null);
  return doubt !== 0 ? doubt : one.name < other.name ? 1 : -1;
}

/** The cases of which a set holds anything written. */
export function casesOf({ manifest }: OpenSet): readonly string[] {
  const ids = manifest.files.map(({ path }) => casePath(path)).filter((parts) => parts?.kind === "segment");
  return [...new Set(ids.map((parts) => parts?.caseId ?? ""))].sort();
}

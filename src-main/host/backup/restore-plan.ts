import { join } from "node:path";
import type { Bytes } from "#core/model/bytes.ts";
import { isId, namesIn, vaultFolders } from "../folders.ts";
import { readOrNull } from "../key-files.ts";
import { hashBytes, type Source } from "./copy-checked.ts";
import { bothErased, type ErasedOfCase, erasedFrom, erasedName, nothingErased, readErased } from "./erased-parts.ts";
import { caseKeyHolds, jsonObject } from "./key-sums.ts";
import type { Place } from "./layout.ts";
import { casePath, type Manifest } from "./manifest.ts";
import { pooledPath } from "./pool.ts";
import { planSegment, type Staged, sameFile } from "./restore-segment.ts";

/** A set that was opened for restoring. */
export interface OpenSet {
  readonly place: Place;
  readonly name: string;
  readonly manifest: Manifest;
}

/** What restoring a case would bring, without having touched anything. */
export interface CasePlan {
  /** nothing of the case is here */
  readonly isNew: boolean;
  readonly files: readonly Staged[];
}

/**
 * Plans one case of a set: all of it where it isn't here, else what is missing or longer in the backup. Erased parts
 * are passed over, whoever knows of them: the data folder, the set, or the backup folder.
 *
 * @param key the case's key, sealed for this vault, or null where the backup's own will do
 * @throws {Problem} `backup-damaged` where the same writer's segments have parted
 */
export async function planCase(
  set: OpenSet,
  caseId: string,
  options: { readonly dataFolder: string; readonly key: Bytes | null; readonly erasedThere: ErasedOfCase },
): Promise<CasePlan> {
  const { dataFolder, key, erasedThere } = options;
  const folder = vaultFolders(dataFolder).ofCase(caseId).folder;
  const erasedHere = await readErased(folder);
  const erasedIn = await erasedInSet(set, caseId);
  const erased = bothErased(erasedHere, bothErased(erasedIn, erasedThere));
  const names = await namesIn(folder);
  if (erased.whole) return { isNew: false, files: names.length === 0 ? [erasedFile(caseId, erased)] : [] };
  const isNew = names.every((name) => name === erasedName);
  const target: Target = { dataFolder, set, caseId, isNew };
  const journal = await planJournal(target, erased);
  const objects = await planObjects(target, erased);
  const keys = await planKeys(target, key);
  const files = [...objects, ...journal, ...keys];
  const noted = isNew && hasAny(erased) ? [erasedFile(caseId, erased)] : [];
  return { isNew, files: files.length === 0 ? [] : [...files, ...noted] };
}

interface Target {
  readonly dataFolder: string;
  readonly set: OpenSet;
  readonly caseId: string;
  readonly isNew: boolean;
}

/** A file of a set, to be staged and checked against the manifest. */
export function fromSet({ place, name }: OpenSet, file: { path: string; sizeBytes: number; sha256: string }): Staged {
  const path = join(place.sets, name, ...file.path.split("/"));
  return { path: file.path, source: { path, sizeBytes: file.sizeBytes }, sha256: file.sha256, over: "nothing" };
}

async function erasedInSet({ place, name, manifest }: OpenSet, caseId: string): Promise<ErasedOfCase> {
  const path = `cases/${caseId}/${erasedName}`;
  if (!manifest.files.some((file) => file.path === path)) return nothingErased;
  const bytes = await readOrNull(join(place.sets, name, ...path.split("/")));
  return bytes === null ? nothingErased : erasedFrom(jsonObject(bytes));
}

async function planJournal({ dataFolder, set, caseId }: Target, erased: ErasedOfCase): Promise<readonly Staged[]> {
  const files = set.manifest.files.filter(({ path }) => casePath(path)?.caseId === caseId);
  const isGood = set.manifest.doubtful === null;
  const planned: Staged[] = [];
  for (const file of files) {
    const { kind = "key", writer = null } = casePath(file.path) ?? {};
    if (kind === "key" || kind === "erased" || (writer !== null && erased.writers.includes(writer))) continue;
    const here = join(dataFolder, ...file.path.split("/"));
    const staged = fromSet(set, file);
    if (kind === "segment") planned.push(...(await planSegment(staged, here, file, isGood)));
    else if (!(await isThere(here))) planned.push(staged);
    else if (kind === "torn" && !(await sameFile(here, file))) planned.push(await underFreeName(staged, dataFolder));
  }
  return planned;
}

/** The end that was cut short is another one: both are kept. Heads that are here stay: one that lags is no harm. */
async function underFreeName(staged: Staged, dataFolder: string): Promise<Staged> {
  for (let number = 1; ; number += 1) {
    const path = staged.path.replace(/\d+\.torn$/, `${number}.torn`);
    if (!(await isThere(join(dataFolder, ...path.split("/"))))) return { ...staged, path };
  }
}

/**
 * Objects never change. One that is here with another content than a good set has of it has been damaged since: the
 * backup's comes in its place, and the damaged one stays beside under another name.
 */
async function planObjects(target: Target, erased: ErasedOfCase): Promise<readonly Staged[]> {
  const { dataFolder, set, caseId, isNew } = target;
  const folder = vaultFolders(dataFolder).ofCase(caseId).objects;
  const here = new Set(isNew ? [] : (await namesIn(folder)).filter(isId));
  const planned: Staged[] = [];
  for (const object of set.manifest.objects.filter((one) => one.caseId === caseId)) {
    if (erased.objects.includes(object.id)) continue;
    const damaged = here.has(object.id) && !(await sameFile(join(folder, object.id), object));
    if (here.has(object.id) && !(damaged && set.manifest.doubtful === null)) continue;
    const source: Source = { path: pooledPath(set.place, object), sizeBytes: object.sizeBytes };
    const path = `cases/${caseId}/objects/${object.id}`;
    planned.push({ path, source, sha256: object.sha256, over: damaged ? "put-aside" : "nothing" });
  }
  return planned;
}

/** The case's key that is here stays, unless neither copy of it holds. */
async function planKeys({ dataFolder, set, caseId, isNew }: Target, key: Bytes | null): Promise<readonly Staged[]> {
  const here = (await Promise.all(vaultFolders(dataFolder).ofCase(caseId).keys.map(readOrNull))).filter(
    (bytes) => bytes !== null,
  );
  if (here.some(caseKeyHolds)) return [];
  const paths = [`cases/${caseId}/key.2`, `cases/${caseId}/key`];
  const over = isNew ? "nothing" : "put-aside";
  if (key !== null) {
    return paths.map((path): Staged => ({ path, source: key, sha256: hashBytes(key), over }));
  }
  const files = set.manifest.files.filter(({ path }) => paths.includes(path));
  return files.map((file): Staged => ({ ...fromSet(set, file), over }));
}

function erasedFile(caseId: string, erased: ErasedOfCase): Staged {
  const text = JSON.stringify({ format: "folio-erased", version: 1, ...erased });
  const bytes = new TextEncoder().encode(text);
  return { path: `cases/${caseId}/${erasedName}`, source: bytes, sha256: hashBytes(bytes), over: "nothing" };
}

function hasAny({ writers, objects }: ErasedOfCase): boolean {
  return writers.length + objects.length > 0;
}

async function isThere(path: string): Promise<boolean> {
  return (await readOrNull(path)) !== null;
}

import { randomBytes } from "node:crypto";
import { rename, rm, rmdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { isId, makeFolder, namesIn, syncFolder } from "../folders.ts";
import { unfinished } from "../safe-write.ts";
import { copyChecked, hashFile } from "./copy-checked.ts";
import { isUnfinished, type Place, poolName } from "./layout.ts";
import type { Manifest, ManifestObject } from "./manifest.ts";
import type { SourceObject } from "./source-file.ts";
import { sourceProblem } from "./survey.ts";

/**
 * Brings objects into the pool, each copied once for all sets. One is there only once it was read back: it is
 * copied under another name, synced, read back, renamed; the folder's list of names is synced once at the end,
 * before any set names them.
 *
 * @param known the objects of the newest set: what has their size and time is not read again
 */
export async function pool(
  place: Place,
  objects: readonly SourceObject[],
  known: readonly ManifestObject[],
  check: () => void,
): Promise<readonly ManifestObject[]> {
  const earlier = new Map(known.map((one) => [`${one.caseId}/${one.id}`, one]));
  const touched = new Set<string>();
  const readAgain = someOf(objects);
  const pooled: ManifestObject[] = [];
  for (const object of objects) {
    check();
    const before = earlier.get(`${object.caseId}/${object.id}`);
    const same = before?.sizeBytes === object.sizeBytes && before.changedMillis === object.changedMillis;
    if (same && (await isPooled(place, before)) && (!readAgain.has(object) || (await isSound(place, before)))) {
      pooled.push(before);
      continue;
    }
    const { caseId, id, sizeBytes, changedMillis } = object;
    pooled.push({ caseId, id, sizeBytes, sha256: await bringIn(place, object, check), changedMillis });
    touched.add(caseId);
  }
  for (const caseId of touched) await syncFolder(join(place.objects, caseId));
  return pooled;
}

/**
 * Some objects of 64 MiB together, from a random one on: they are read again in the pool, so that a disk that
 * forgets is found out in time, and mended from here.
 */
function someOf(objects: readonly SourceObject[]): ReadonlySet<SourceObject> {
  const from = Math.floor(Math.random() * objects.length);
  const chosen = new Set<SourceObject>();
  let left = readAgainBytes;
  for (const object of [...objects.slice(from), ...objects.slice(0, from)]) {
    left -= object.sizeBytes;
    if (left < 0) break;
    chosen.add(object);
  }
  return chosen;
}

const readAgainBytes = 64 * 1_048_576;

async function isSound(place: Place, object: ManifestObject): Promise<boolean> {
  return (await hashFile(pooledPath(place, object)).catch(() => null)) === object.sha256;
}

/** Where an object of a set lies. */
export function pooledPath(place: Place, { caseId, id, sha256 }: ManifestObject): string {
  return join(place.objects, caseId, poolName(id, sha256));
}

/** Whether it is there in its size. */
export async function isPooled(place: Place, object: ManifestObject): Promise<boolean> {
  const found = await stat(pooledPath(place, object)).catch(() => null);
  return found?.isFile() === true && found.size === object.sizeBytes;
}

/** @returns its SHA-256 */
async function bringIn(place: Place, object: SourceObject, check: () => void): Promise<string> {
  const folder = join(place.objects, object.caseId);
  await makeFolder(folder);
  const left = await leftByAnother(folder, object);
  if (left !== null) return left;
  const temporary = join(folder, `.${object.id}.${randomBytes(8).toString("hex")}${unfinished}`);
  const sha256 = await copyChecked(object, temporary, { sourceProblem, check });
  await rename(temporary, join(folder, poolName(object.id, sha256)));
  return sha256;
}

/** A run that was broken off may have brought it in already: then its source is only read. */
async function leftByAnother(folder: string, { id, path, sizeBytes }: SourceObject): Promise<string | null> {
  const names = (await namesIn(folder)).filter((name) => name.startsWith(`${id}-`));
  if (names.length === 0) return null;
  const sha256 = await hashFile(path, sizeBytes).catch((error: unknown) => {
    throw sourceProblem(error);
  });
  const name = names.find((one) => one === poolName(id, sha256));
  if (name === undefined) return null;
  return (await hashFile(join(folder, name))) === sha256 ? sha256 : null;
}

/** Removes objects that no set names, and what killed runs left. */
export async function sweepPool(place: Place, manifests: readonly Manifest[]): Promise<void> {
  const named = new Set(manifests.flatMap(({ objects }) => objects.map((one) => pooledPath(place, one))));
  for (const caseId of (await namesIn(place.objects)).filter(isId)) {
    const folder = join(place.objects, caseId);
    for (const name of await namesIn(folder)) {
      const path = join(folder, name);
      if (isUnfinished(name) || !named.has(path)) await rm(path, { force: true });
    }
    await rmdir(folder).catch(() => undefined);
  }
}

/** Removes erased objects of a case from the pool, whatever their content. */
export async function dropFromPool(place: Place, caseId: string, objects: "all" | readonly string[]): Promise<void> {
  const folder = join(place.objects, caseId);
  if (objects === "all") return rm(folder, { recursive: true, force: true });
  const gone = (await namesIn(folder)).filter((name) => objects.includes(name.split("-")[0] ?? ""));
  for (const name of gone) await rm(join(folder, name), { force: true });
}

/** Whether all objects of a set are there in their sizes. */
export async function allPooled(place: Place, objects: readonly ManifestObject[]): Promise<boolean> {
  for (const object of objects) if (!(await isPooled(place, object))) return false;
  return true;
}

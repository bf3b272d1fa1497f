import { rm } from "node:fs/promises";
import { join } from "node:path";
import { isId, namesIn, syncFolder, vaultFolders } from "../folders.ts";
import { readOrNull } from "../key-files.ts";
import { writeWhole } from "../safe-write.ts";
import { bothErased, type ErasedOfCase, erasedFrom, nothingErased, readErased } from "./erased-parts.ts";
import { jsonObject } from "./key-sums.ts";
import { manifestName, type Place } from "./layout.ts";
import { casePath, encodeManifest, type Manifest } from "./manifest.ts";
import { dropFromPool } from "./pool.ts";
import { readSets, removeSet, type SetOnDisk, sweepSets } from "./sets.ts";
import { caseIds } from "./survey.ts";

/** What was erased for good, by case. */
export type ErasedCases = ReadonlyMap<string, ErasedOfCase>;

/** What a backup folder knows to be erased. */
export interface PlaceErased {
  readonly cases: ErasedCases;
  /** nothing of it is left in the sets; false while they are being cleaned */
  readonly clean: boolean;
}

/** What the data folder knows to be erased. Errors are the system's own. */
export async function erasedHere(dataFolder: string): Promise<ErasedCases> {
  const cases = new Map<string, ErasedOfCase>();
  for (const caseId of await caseIds(dataFolder)) {
    const erased = await readErased(vaultFolders(dataFolder).ofCase(caseId).folder);
    if (!isSubset(erased, nothingErased)) cases.set(caseId, erased);
  }
  return cases;
}

export async function readPlaceErased(place: Place): Promise<PlaceErased> {
  const bytes = await readOrNull(place.erased);
  const said = bytes === null ? null : jsonObject(bytes);
  const list: readonly unknown[] = Array.isArray(said?.["cases"]) ? said["cases"] : [];
  const cases = list.flatMap((one): (readonly [string, ErasedOfCase])[] =>
    typeof one === "object" && one !== null && "case" in one && typeof one.case === "string" && isId(one.case)
      ? [[one.case, erasedFrom(one)]]
      : [],
  );
  return { cases: new Map(cases), clean: said?.["clean"] !== false };
}

/** Whether a backup folder has all of these behind it. */
export function isDone({ cases, clean }: PlaceErased, erased: ErasedCases): boolean {
  return clean && [...erased].every(([caseId, one]) => isSubset(one, cases.get(caseId) ?? nothingErased));
}

function isSubset(one: ErasedOfCase, of: ErasedOfCase): boolean {
  if (of.whole) return true;
  const within = (ids: readonly string[], all: readonly string[]) => ids.every((id) => all.includes(id));
  return !one.whole && within(one.writers, of.writers) && within(one.objects, of.objects);
}

/**
 * Takes what was erased out of every set and the pool. It is written down first, so that restoring passes it over
 * from then on and a cleaning that was killed is finished by the next one. Deleting is the file system's deleting:
 * what a disk keeps of deleted files is beyond us.
 */
export async function eraseFromPlace(place: Place, erased: ErasedCases): Promise<void> {
  const before = await readPlaceErased(place);
  const cases = new Map(before.cases);
  for (const [caseId, one] of erased) cases.set(caseId, bothErased(cases.get(caseId) ?? nothingErased, one));
  await writePlaceErased(place, { cases, clean: false });
  await sweepSets(place);
  const sets = await readSets(place);
  for (const set of sets) await cleanSet(place, set, { cases, newest: set === sets[0] });
  for (const [caseId, { whole, objects }] of cases) await dropFromPool(place, caseId, whole ? "all" : objects);
  await writePlaceErased(place, { cases, clean: true });
}

/** A case that was erased as a whole and is here again is wanted again: its backups count from now on. */
export async function liftErased(place: Place, here: ReadonlySet<string>): Promise<void> {
  const { cases, clean } = await readPlaceErased(place);
  if (![...cases].some(([caseId, { whole }]) => whole && here.has(caseId))) return;
  const left = [...cases].map(([caseId, one]): readonly [string, ErasedOfCase] =>
    here.has(caseId) ? [caseId, { ...one, whole: false }] : [caseId, one],
  );
  await writePlaceErased(place, { cases: new Map(left), clean });
}

async function writePlaceErased(place: Place, { cases, clean }: PlaceErased): Promise<void> {
  const list = [...cases].map(([caseId, one]) => ({ case: caseId, ...one }));
  const text = JSON.stringify({ format: "folio-erased-of-vault", version: 1, clean, cases: list });
  await writeWhole(place.erased, new TextEncoder().encode(text));
}

/** A set that held cases and holds none any more is of no use, and goes; the newest stays, for its keys. */
async function cleanSet(
  place: Place,
  { name, manifest }: SetOnDisk,
  { cases, newest }: { readonly cases: ErasedCases; readonly newest: boolean },
): Promise<void> {
  const folder = join(place.sets, name);
  if (manifest !== null) {
    const left = withoutErased(manifest, cases);
    if (!newest && hasSegments(manifest) && !hasSegments(left)) return removeSet(place, name);
    if (left.files.length + left.objects.length < manifest.files.length + manifest.objects.length) {
      await writeWhole(join(folder, manifestName), encodeManifest(left));
    }
  }
  for (const [caseId, erased] of cases) await cleanCase(join(folder, "cases", caseId), caseId, erased);
}

/** What the set holds still. Of a case whose segments are all gone, key and heads go too. */
export function withoutErased(manifest: Manifest, cases: ErasedCases): Manifest {
  const files = manifest.files.filter(({ path }) => !isErasedPath(path, cases));
  const withSegments = new Set(files.map(({ path }) => segmentOf(path)));
  const emptied = (caseId: string) => cases.has(caseId) && !withSegments.has(caseId);
  const objects = manifest.objects.filter(({ caseId, id }) => {
    const erased = cases.get(caseId);
    return erased === undefined || !(erased.whole || erased.objects.includes(id) || emptied(caseId));
  });
  const stays = (path: string) => {
    const parts = casePath(path);
    return parts === null || parts.kind === "erased" || !emptied(parts.caseId);
  };
  return { ...manifest, files: files.filter(({ path }) => stays(path)), objects };
}

function isErasedPath(path: string, cases: ErasedCases): boolean {
  const parts = casePath(path);
  const erased = parts === null ? undefined : cases.get(parts.caseId);
  if (parts === null || erased === undefined || parts.kind === "erased") return false;
  return erased.whole || (parts.writer !== null && erased.writers.includes(parts.writer));
}

function segmentOf(path: string): string | null {
  const parts = casePath(path);
  return parts?.kind === "segment" ? parts.caseId : null;
}

function hasSegments(manifest: Manifest): boolean {
  return manifest.files.some(({ path }) => segmentOf(path) !== null);
}

/** By the files' names, so that it works also where a set's manifest is damaged, or was rewritten before a kill. */
async function cleanCase(folder: string, caseId: string, erased: ErasedOfCase): Promise<void> {
  for (const sub of ["journal", "heads", "."]) {
    const names = await namesIn(join(folder, sub));
    const prefix = sub === "." ? "" : `${sub}/`;
    const gone = names.filter((name) => isErasedPath(`cases/${caseId}/${prefix}${name}`, new Map([[caseId, erased]])));
    for (const name of gone) await rm(join(folder, sub, name), { force: true });
    if (gone.length > 0) await syncFolder(join(folder, sub));
  }
}

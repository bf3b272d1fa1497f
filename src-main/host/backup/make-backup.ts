import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem, type ProblemCode } from "#core/problems.ts";
import { readOrNull } from "../key-files.ts";
import type { KnownPlace } from "./backup-record.ts";
import { writeProblem } from "./copy-checked.ts";
import { vaultSaid } from "./key-sums.ts";
import { type Place, setNameAt } from "./layout.ts";
import { casePath, type Manifest, type ManifestObject, sameContents } from "./manifest.ts";
import { allPooled, pool, sweepPool } from "./pool.ts";
import { setsToKeepFor } from "./rotate.ts";
import { isFolder, isWhole, makeSet, readSets, removeSet, type SetOnDisk, sweepSets } from "./sets.ts";
import type { Survey } from "./source-file.ts";
import { SourceChanged, survey } from "./survey.ts";

/** A set that was made, or that was there already and still holds all there is. */
export interface MadeBackup {
  readonly name: string;
  /** UTC, ISO 8601: the moment that it holds */
  readonly at: string;
  readonly doubtful: ProblemCode | null;
}

export interface MakeBackup {
  readonly dataFolder: string;
  readonly place: Place;
  /** what is known of earlier backups there; null where there was none */
  readonly known: KnownPlace | null;
  readonly now: () => number;
  /** called often; what it throws ends the run */
  readonly check: () => void;
}

/**
 * Makes a backup and reads it back. Where the data folder changes under it (keys, an erasure) it begins again.
 * The caller holds the lock on the data folder's backups.
 *
 * @throws {Problem} `backup-missing`, `disk-full`, `cannot-write`, `cannot-read`
 */
export async function makeBackup(options: MakeBackup): Promise<MadeBackup> {
  await mustBeThere(options.place, options.known);
  try {
    for (let tries = 0; tries < 5; tries += 1) {
      const made = await tryOnce(options).catch(async (error: unknown) => {
        if (!(error instanceof SourceChanged)) throw error;
        await wait(200);
        return null;
      });
      if (made !== null) return made;
    }
  } catch (error) {
    throw await placeProblem(options.place, error);
  }
  throw new Problem("cannot-read", "changing");
}

/**
 * A folder that held backups and holds none now is a disk that isn't there (an empty mount point looks just like
 * this), never one to begin anew on: choosing it again does that.
 */
async function mustBeThere(place: Place, known: KnownPlace | null): Promise<void> {
  const there = await isFolder(known === null ? place.folder : place.root).catch(() => false);
  if (!there) throw new Problem("backup-missing");
}

/** What a failure to write into a backup folder means: on a disk that was pulled out it is that. */
export async function placeProblem(place: Place, error: unknown): Promise<unknown> {
  const problem = writeProblem(error);
  if (!(problem instanceof Problem) || problem.code !== "cannot-write") return problem;
  return (await isFolder(place.folder).catch(() => false)) ? problem : new Problem("backup-missing", problem.detail);
}

async function tryOnce(options: MakeBackup): Promise<MadeBackup> {
  const { dataFolder, place, known, now, check } = options;
  await sweepSets(place);
  const millis = now();
  const sets = await readSets(place);
  const latest = sets.find(({ manifest }) => manifest !== null) ?? null;
  const baseline = sets.find(({ name }) => name === known?.lastSet)?.manifest ?? null;
  const found = await survey(dataFolder, baseline);
  const objects = await pool(place, found.objects, latest?.manifest?.objects ?? [], check);
  const doubts = [...found.doubts, ...changedObjects(objects, baseline), ...(await olderKeys(options, found))];
  const doubtful = worst(doubts);
  const at = new Date(millis).toISOString();
  const files = found.files.map(({ path, sizeBytes, sha256 }) => ({ path, sizeBytes, sha256 }));
  const manifest: Manifest = { vault: place.vault, at, doubtful, files, objects };
  if (await alreadyThere(place, latest, manifest)) return { name: latest?.name ?? "", at, doubtful };
  const name = setNameAt(millis, sets[0]?.name ?? null);
  await makeSet(place, name, manifest, { files: found.files, check });
  if (!(await allPooled(place, objects))) {
    await removeSet(place, name);
    throw new SourceChanged("the pool");
  }
  await rotate(place).catch(() => undefined);
  return { name, at, doubtful };
}

/** Where nothing changed, no set is made: the newest is read back once more. */
async function alreadyThere(place: Place, latest: SetOnDisk | null, manifest: Manifest): Promise<boolean> {
  if (latest === null || latest.manifest === null || !sameContents(latest.manifest, manifest)) return false;
  return isWhole(place, latest);
}

/** An object never changes: one of another content than in the last good set is damaged. */
function changedObjects(objects: readonly ManifestObject[], baseline: Manifest | null): readonly ProblemCode[] {
  const before = new Map((baseline?.objects ?? []).map((one) => [`${one.caseId}/${one.id}`, one.sha256]));
  const changed = objects.some(({ caseId, id, sha256 }) => (before.get(`${caseId}/${id}`) ?? sha256) !== sha256);
  return changed ? ["object-damaged"] : [];
}

/** Key files of a lower generation than in the last good set were put back: they may not open the cases of today. */
async function olderKeys({ place, known }: MakeBackup, { files }: Survey): Promise<readonly ProblemCode[]> {
  const names = ["vault.json", "vault.json.2"];
  const now = files.flatMap(({ path, source }) =>
    names.includes(path) && source instanceof Uint8Array ? [source] : [],
  );
  const set = known?.lastSet ?? null;
  if (set === null) return [];
  const then = await Promise.all(names.map((name) => readOrNull(join(place.sets, set, name))));
  const latest = (copies: readonly (Bytes | null)[]) =>
    Math.max(0, ...copies.map((bytes) => vaultSaid(bytes)?.generation ?? 0));
  return now.some((bytes) => vaultSaid(bytes) !== null) && latest(now) < latest(then) ? ["vault-rolled-back"] : [];
}

function worst(doubts: readonly ProblemCode[]): ProblemCode | null {
  const order = [
    "vault-damaged",
    "vault-rolled-back",
    "case-key-damaged",
    "journal-damaged",
    "object-damaged",
  ] as const;
  return order.find((code) => doubts.includes(code)) ?? doubts[0] ?? null;
}

/**
 * Removes the sets that need not stay, then the objects that no set names. A set whose manifest is damaged stays
 * until 8 newer good ones stand, and while it does no object is removed: it may be one of its own.
 */
export async function rotate(place: Place): Promise<void> {
  const sets = await readSets(place);
  const dated = sets.flatMap(({ name, manifest }) =>
    manifest === null
      ? []
      : [{ name, at: manifest.at, good: manifest.doubtful === null, segments: segmentsOf(manifest) }],
  );
  const keep = setsToKeepFor(dated);
  const eighthGood = dated.filter(({ good }) => good)[7]?.name ?? "";
  const stays = ({ name, manifest }: SetOnDisk) => (manifest === null ? name >= eighthGood : keep.has(name));
  for (const set of sets) if (!stays(set)) await removeSet(place, set.name);
  const manifests = sets.filter(stays).map(({ manifest }) => manifest);
  const sound = manifests.filter((manifest) => manifest !== null);
  if (sound.length === manifests.length) await sweepPool(place, sound);
}

function segmentsOf({ files }: Manifest): ReadonlyMap<string, number> {
  return new Map(
    files.flatMap(({ path, sizeBytes }) => (casePath(path)?.kind === "segment" ? [[path, sizeBytes] as const] : [])),
  );
}

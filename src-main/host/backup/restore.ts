import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { BackupKeys, Restored } from "#core/host.ts";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";
import { makeFolder, namesIn, vaultFolders } from "../folders.ts";
import { readKeyFiles, readOrNull } from "../key-files.ts";
import { takeSystemLock } from "../system-lock.ts";
import { changeRecord, patiently, readRecord } from "./backup-record.ts";
import { hashBytes } from "./copy-checked.ts";
import { nothingErased } from "./erased-parts.ts";
import { casesOf, type FoundSet } from "./find-backups.ts";
import { caseKeyHolds, vaultSaid } from "./key-sums.ts";
import { casePath } from "./manifest.ts";
import { type CasePlan, fromSet, planCase } from "./restore-plan.ts";
import { type Staged, setProblem } from "./restore-segment.ts";
import { isReadyLeft, placeReady, stage } from "./restore-stage.ts";

/** What restoring needs of the host. */
export interface RestoreOptions {
  readonly dataFolder: string;
  readonly takeCase: (caseId: string) => Promise<{ release(): Promise<void> } | null>;
}

/** The sealed keys of a set, each checked against its list. @throws {Problem} `backup-damaged` */
export async function keysOf(set: FoundSet): Promise<BackupKeys> {
  const read = async (path: string): Promise<Bytes | null> => {
    const file = set.manifest.files.find((one) => one.path === path);
    if (file === undefined) return null;
    const bytes = await readOrNull(join(set.place.sets, set.name, ...path.split("/"))).catch((error: unknown) => {
      throw setProblem(error);
    });
    if (bytes === null || hashBytes(bytes) !== file.sha256) throw new Problem("backup-damaged", "keys");
    return bytes;
  };
  const cases = casesOf(set).map(async (id) => {
    const keys = await Promise.all([read(`cases/${id}/key`), read(`cases/${id}/key.2`)]);
    return { id, keys: keys.filter((bytes) => bytes !== null) };
  });
  return {
    vault: { main: await read("vault.json"), copy: await read("vault.json.2"), head: await read("vault.head") },
    cases: await Promise.all(cases),
  };
}

/**
 * Restores a whole set where there is no vault: an empty folder, one whose restoring was killed, or one whose key
 * files are gone or damaged. Cases that are here already are united with the set's.
 *
 * @throws {Problem} `vault-there` where key files are here that hold, or a case whose key isn't the set's;
 * `backup-damaged`, `case-open-elsewhere`, `disk-full`, `cannot-write`
 */
export async function restoreSet({ dataFolder, takeCase }: RestoreOptions, set: FoundSet): Promise<void> {
  await makeFolder(dataFolder);
  await placeReady(dataFolder);
  const keysLock = await patiently(() => takeSystemLock(dataFolder, "keys"), 10_000);
  if (keysLock === null) throw new Problem("keys-changed-elsewhere", "busy");
  try {
    const { main, copy } = await readKeyFiles(dataFolder);
    if (vaultSaid(main) !== null || vaultSaid(copy) !== null) throw new Problem("vault-there");
    const { vault } = await keysOf(set);
    if (vaultSaid(vault.main) === null && vaultSaid(vault.copy) === null) throw new Problem("backup-damaged", "keys");
    await mustShareKeys(dataFolder, set);
    await whileHeld(dataFolder, takeCase, casesIn(set), async () => {
      const plans: CasePlan[] = [];
      for (const caseId of casesIn(set)) plans.push(await plan(dataFolder, set, caseId, null));
      await stage(dataFolder, [...plans.flatMap(({ files }) => files), ...vaultFiles(set)]);
      await placeReady(dataFolder);
    });
    await forgetBaselines(dataFolder);
  } finally {
    await keysLock.release();
  }
}

/**
 * Restores one case of a set: the whole of it where it isn't here, else what is missing or longer.
 * @throws {Problem} `backup-damaged`, `case-open-elsewhere`, `disk-full`, `cannot-write`
 */
export async function restoreOne(
  { dataFolder, takeCase }: RestoreOptions,
  set: FoundSet,
  caseId: string,
  key: Bytes | null,
): Promise<Restored> {
  if (!casesOf(set).includes(caseId)) throw new Problem("backup-damaged", "no such case in it");
  await makeFolder(dataFolder);
  await placeReady(dataFolder);
  return whileHeld(dataFolder, takeCase, [caseId], async () => {
    const { isNew, files } = await plan(dataFolder, set, caseId, key);
    if (files.length === 0) return "nothing-new";
    await stage(dataFolder, files);
    await placeReady(dataFolder);
    return isNew ? "added" : "united";
  });
}

function plan(dataFolder: string, set: FoundSet, caseId: string, key: Bytes | null): Promise<CasePlan> {
  return planCase(set, caseId, { dataFolder, key, erasedThere: set.erased.get(caseId) ?? nothingErased });
}

/** Every case that the set knows of, also those of which only the note is left that they were erased. */
function casesIn({ manifest: { files, objects } }: FoundSet): readonly string[] {
  const ids = [...files.flatMap(({ path }) => casePath(path)?.caseId ?? []), ...objects.map(({ caseId }) => caseId)];
  return [...new Set(ids)].sort();
}

function vaultFiles(set: FoundSet): readonly Staged[] {
  const files = set.manifest.files.filter(({ path }) => casePath(path) === null);
  return files.map((file): Staged => ({ ...fromSet(set, file), over: "put-aside" }));
}

/** A case with another key than the set's was sealed anew since: the set's key files would not open it. */
async function mustShareKeys(dataFolder: string, set: FoundSet): Promise<void> {
  for (const { id, keys } of (await keysOf(set)).cases) {
    const here = await Promise.all(vaultFolders(dataFolder).ofCase(id).keys.map(readOrNull));
    const sound = here.filter((bytes) => bytes !== null && caseKeyHolds(bytes));
    const shared = sound.some((bytes) => keys.some((key) => bytes !== null && Buffer.compare(key, bytes) === 0));
    if (sound.length > 0 && !shared) throw new Problem("vault-there", "a case with another key");
  }
}

/** Nobody may be writing to a case that is united. One that isn't here needs no lock: it comes by one rename. */
async function whileHeld<T>(
  dataFolder: string,
  takeCase: RestoreOptions["takeCase"],
  caseIds: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  const held: { release(): Promise<void> }[] = [];
  try {
    for (const caseId of caseIds) {
      if ((await namesIn(vaultFolders(dataFolder).ofCase(caseId).folder)).length === 0) continue;
      const lock = await takeCase(caseId);
      if (lock === null) throw new Problem("case-open-elsewhere");
      held.push(lock);
    }
    return await work();
  } finally {
    for (const lock of held) await lock.release();
  }
}

/** What was restored may be older than the last backup of this folder: the next one need not go on from it. */
async function forgetBaselines(dataFolder: string): Promise<void> {
  if ((await readRecord(dataFolder)).places.length === 0) return;
  await changeRecord(dataFolder, (record) => ({
    ...record,
    places: record.places.map((place) => ({ ...place, lastSet: null })),
  }));
}

/** Works while no other process backs up or restores. @throws {Problem} `cannot-write` where one goes on doing so */
export async function whileAlone<T>(dataFolder: string, work: () => Promise<T>): Promise<T> {
  await makeFolder(dataFolder);
  const lock = await patiently(() => takeSystemLock(dataFolder, "backup"), 60_000);
  if (lock === null) throw new Problem("cannot-write", "busy");
  try {
    return await work();
  } finally {
    await lock.release();
  }
}

/** At a start: what a restoring had made ready when it was killed is put into place. What can't be, another time. */
export async function finishRestoring(dataFolder: string): Promise<void> {
  try {
    if (!(await isReadyLeft(dataFolder))) return;
    const lock = await patiently(() => takeSystemLock(dataFolder, "backup"), 10_000);
    if (lock === null) return;
    await placeReady(dataFolder).finally(() => lock.release());
  } catch {
    // The next restoring says it.
  }
}

/** Damaged objects that restoring put aside go with the objects that were erased. Errors are the system's own. */
export async function dropPutAside(dataFolder: string, caseId: string, objects: readonly string[]): Promise<void> {
  const folder = vaultFolders(dataFolder).ofCase(caseId).objects;
  const aside = (await namesIn(folder)).filter((name) => name.endsWith(".damaged"));
  for (const name of aside) {
    if (objects.includes(name.split(".")[0] ?? "")) await rm(join(folder, name), { force: true });
  }
}

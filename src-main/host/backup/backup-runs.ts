import { Problem, type ProblemCode } from "#core/problems.ts";
import { namesIn, vaultFolders } from "../folders.ts";
import { readKeyFiles } from "../key-files.ts";
import { takeSystemLock } from "../system-lock.ts";
import { type BackupRecord, changeRecord, type KnownPlace, patiently, readRecord } from "./backup-record.ts";
import { vaultSaid } from "./key-sums.ts";
import { type Place, placeIn } from "./layout.ts";
import { type MadeBackup, makeBackup } from "./make-backup.ts";
import { type ErasedCases, erasedHere, eraseFromPlace, isDone, liftErased, readPlaceErased } from "./place-erased.ts";
import { isFolder } from "./sets.ts";

/** How a run went. `off`: no folder was chosen; `busy`: another process is at it; `stopped`: broken off, closing. */
export type RunOutcome = "good" | "failed" | "off" | "busy" | "stopped";

/** Thrown by `check` to end a run. */
export class Stopped extends Error {}

export interface RunOptions {
  readonly dataFolder: string;
  readonly now: () => number;
  readonly check: () => void;
}

/**
 * Backs up to the chosen folder, then takes out what was erased: there and in the folders that were chosen before.
 * How it went is written down; nothing but a bug is thrown.
 *
 * @param patienceMillis how long to wait for another process that is at it
 */
export async function runBackups(options: RunOptions, patienceMillis: number): Promise<RunOutcome> {
  const { dataFolder } = options;
  if ((await readRecord(dataFolder)).places.length === 0 && (await readRecord(dataFolder)).folder === null)
    return "off";
  const lock = await patiently(() => takeSystemLock(dataFolder, "backup"), patienceMillis);
  if (lock === null) return "busy";
  try {
    const record = await readRecord(dataFolder);
    const outcome = record.folder === null ? "off" : await backUpTo(options, record.folder, record);
    for (const known of record.places) {
      if (known.folder !== record.folder) await eraseAt(options, known).catch(() => undefined);
    }
    return outcome;
  } finally {
    await lock.release();
  }
}

/** Whether what was erased here has left every folder that ever held a backup of it; null where there was none. */
export async function allErased(dataFolder: string): Promise<boolean | null> {
  const { places } = await readRecord(dataFolder);
  if (places.length === 0) return null;
  const erased = await erasedHere(dataFolder);
  const done = places.map(async ({ folder, vault }) => {
    const place = placeIn(folder, vault);
    return (await isFolder(place.root)) && isDone(await readPlaceErased(place), erased);
  });
  return (await Promise.all(done.map((one) => one.catch(() => false)))).every(Boolean);
}

/** The vault whose backups are made: as its key files say, or (where neither holds) as it was last. */
export async function vaultOf(dataFolder: string, record: BackupRecord): Promise<string> {
  const { main, copy } = await readKeyFiles(dataFolder);
  const said = vaultSaid(main) ?? vaultSaid(copy);
  const before = record.places.filter(({ folder }) => folder === record.folder).at(-1);
  const vault = said?.vault ?? before?.vault;
  if (vault !== undefined) return vault;
  throw new Problem(main === null && copy === null ? "vault-missing" : "vault-damaged");
}

async function backUpTo(options: RunOptions, folder: string, record: BackupRecord): Promise<RunOutcome> {
  const { dataFolder, now, check } = options;
  const triedAt = new Date(now()).toISOString();
  let place: Place | null = null;
  let made: MadeBackup | null = null;
  let problem: ProblemCode | null = null;
  try {
    place = placeIn(folder, await vaultOf(dataFolder, record));
    made = await makeBackup({ dataFolder, place, known: knownOf(record, place), now, check });
    problem = made.doubtful;
  } catch (error) {
    if (error instanceof Stopped) return "stopped";
    if (!(error instanceof Problem)) throw error;
    problem = error.code;
  }
  await changeRecord(dataFolder, (present) => remember(present, { place, folder, made, triedAt, problem }));
  if (place !== null) await takeOut(dataFolder, place, made !== null).catch(() => undefined);
  return problem === null ? "good" : "failed";
}

function knownOf(record: BackupRecord, place: Place): KnownPlace | null {
  return record.places.find(({ folder, vault }) => folder === place.folder && vault === place.vault) ?? null;
}

interface Run {
  readonly place: Place | null;
  readonly folder: string;
  readonly made: MadeBackup | null;
  readonly triedAt: string;
  readonly problem: ProblemCode | null;
}

/** A doubtful set leaves the last good one what it was: the next one is held against that again. */
function remember(record: BackupRecord, { place, folder, made, triedAt, problem }: Run): BackupRecord {
  const told = record.folder === folder ? { ...record, lastTriedAt: triedAt, problem } : record;
  if (place === null || made === null) return told;
  const before = knownOf(record, place) ?? { folder, vault: place.vault, lastSet: null, lastGoodAt: null };
  const known = made.doubtful === null ? { ...before, lastSet: made.name, lastGoodAt: made.at } : before;
  const others = record.places.filter((one) => one.folder !== folder || one.vault !== place.vault);
  return { ...told, places: [...others, known] };
}

/**
 * A folder that was chosen before: nothing is erased there before what is left was backed up there once more, so
 * that a compacted journal never leaves its last other copy.
 */
async function eraseAt({ dataFolder, now, check }: RunOptions, known: KnownPlace): Promise<void> {
  const place = placeIn(known.folder, known.vault);
  if (!(await isFolder(place.root))) return;
  if (isDone(await readPlaceErased(place), await erasedHere(dataFolder))) return;
  const record = await readRecord(dataFolder);
  const ours = (await vaultOf(dataFolder, record).catch(() => null)) === known.vault;
  const made = ours ? await makeBackup({ dataFolder, place, known, now, check }) : null;
  if (made !== null) {
    const run = { place, folder: known.folder, made, triedAt: "", problem: null };
    await changeRecord(dataFolder, (present) => remember(present, run));
  }
  await takeOut(dataFolder, place, true);
}

/** @param backedUp what is left stands in the folder; else only whole cases are taken out: nothing replaces those */
async function takeOut(dataFolder: string, place: Place, backedUp: boolean): Promise<void> {
  if (!(await isFolder(place.root))) return;
  const erased = await erasedHere(dataFolder);
  if (backedUp) await liftErased(place, await casesHere(dataFolder, erased));
  if (isDone(await readPlaceErased(place), erased)) return;
  const now: ErasedCases = backedUp ? erased : new Map([...erased].filter(([, { whole }]) => whole));
  if (now.size > 0) await eraseFromPlace(place, now);
}

/** Cases that are here, though they may have been erased once: taken over again from a bundle, say. */
async function casesHere(dataFolder: string, erased: ErasedCases): Promise<ReadonlySet<string>> {
  const { cases, ofCase } = vaultFolders(dataFolder);
  const here = new Set<string>();
  for (const id of await namesIn(cases)) {
    const any = (await namesIn(ofCase(id).journal)).length > 0;
    if (any && erased.get(id)?.whole !== true) here.add(id);
  }
  return here;
}

import type { CaseLease, CaseOnDisk, Host } from "../host.ts";
import { Problem, type ProblemCode } from "../problems.ts";
import { openCaseKey } from "../vault/case-key.ts";
import type { Conflict } from "../vault/conflicts.ts";
import { journalWriter } from "../vault/journal-writer.ts";
import type { OpenVault } from "../vault/vault.ts";
import type { CaseSnapshot } from "./case-snapshot.ts";
import { finishErasing } from "./finish-erasing.ts";
import type { CaseDisk, KeptCase } from "./kept-case.ts";
import { openFromSnapshot } from "./open-snapshot.ts";
import { type Replayed, readWholeJournal, replay } from "./replay.ts";

/** A case file as it was opened. */
export interface OpenedCase {
  readonly kept: KeptCase;
  /** what was cut short, damaged or missing; the rest is there */
  readonly notes: readonly ProblemCode[];
  /** what it was opened from: a snapshot that fits needs no replay */
  readonly from: "snapshot" | "snapshot-and-tail" | "journal";
  /** amounts and dates that were changed on two computers without either knowing of the other */
  readonly conflicts: readonly Conflict[];
}

/**
 * Opens a case file, and takes it for writing unless another window or process has it: then it can only be read
 * (`kept.disk.lease` is null).
 *
 * @param options.snapshot what `snapshotOf` gave at an earlier opening; where it doesn't fit, the journal is replayed
 * @param options.readOnly doesn't take it for writing
 * @throws {Problem} `case-not-found`, `case-key-damaged`, `journal-newer`
 */
export async function openCase(
  host: Host,
  vault: OpenVault,
  caseId: string,
  options: { readonly snapshot?: CaseSnapshot | null; readonly readOnly?: boolean } = {},
): Promise<OpenedCase> {
  const before = await host.readCase(caseId);
  const key = await openCaseKey(vault, caseId, before.keys);
  const lease = options.readOnly === true ? null : await takeCase(host, caseId);
  try {
    const onDisk = lease === null ? before : await host.readCase(caseId);
    const notes = new Set<ProblemCode>();
    if (onDisk.tornTails.length > before.tornTails.length) notes.add("journal-torn");
    if (key.copyDamaged) notes.add("vault-copy-damaged");
    if (key.copyDamaged && lease !== null) await host.writeCaseKey(lease, key.sound);
    const place = { host, vault, keys: key.keys, lease };
    const { replayed, from } = await readCase(place, onDisk, options.snapshot ?? null, notes);
    const kept = await keptCase(place, replayed);
    return { kept, notes: [...notes], from, conflicts: kept.conflicts };
  } catch (cause) {
    if (lease !== null) await host.releaseCase(lease).catch(() => undefined);
    throw cause;
  }
}

/** Takes a case for writing and keeps it until it is released. @returns null when another window or process has it */
export async function takeCase(host: Host, caseId: string): Promise<CaseLease | null> {
  const lease = await host.takeCase(caseId);
  if (lease !== null) holdLease(host, lease);
  return lease;
}

/** What answers when a lease that is held here has ended. One call each: over a wire it takes up a connection. */
const held = new Map<CaseLease, Promise<void>>();

/** A lease that nobody keeps ends after ten seconds. Where it ends early, the next write says so. */
export function holdLease(host: Host, lease: CaseLease): void {
  const ends = host.keepLease(lease).finally(() => held.delete(lease));
  ends.catch(() => undefined);
  held.set(lease, ends);
}

/** Answers when a lease that is held here has ended, for whatever reason. @throws {Problem} `host-gone` */
export async function leaseEnds(lease: CaseLease): Promise<void> {
  await held.get(lease);
}

/** Writes the case's head and gives it back. What was kept before is safe without it. */
export async function closeKept({ disk, file }: KeptCase): Promise<void> {
  if (disk === null || disk.lease === null) return;
  // a help for checking, never needed for opening
  await disk.journal?.writeHead(file.name).catch(() => undefined);
  await disk.host.releaseCase(disk.lease);
}

/** Where an open case is, and under which keys. */
export type CasePlace = Pick<CaseDisk, "host" | "keys" | "lease"> & { readonly vault: KeptVault };

/** What a writer says of the vault that it writes for. */
type KeptVault = Pick<OpenVault, "id" | "generation">;

/** A case that was read, with where its next changes go. */
export async function keptCase(place: CasePlace, replayed: Replayed): Promise<KeptCase> {
  const { host, vault, keys, lease } = place;
  const { file, latest, conflicts, objects, opened } = replayed;
  const { version: app } = await host.about();
  const journal = lease === null ? null : journalWriter({ host, lease, keys, vault, app, frontier: opened.frontier });
  const disk = { host, keys, lease, journal, objects, vault, app, opened };
  return { disk, file, latest, conflicts, memory: new Map() };
}

async function readCase(
  place: CasePlace,
  onDisk: CaseOnDisk,
  snapshot: CaseSnapshot | null,
  notes: Set<ProblemCode>,
): Promise<Pick<OpenedCase, "from"> & { readonly replayed: Replayed }> {
  const fast = snapshot === null ? null : await tryFast(place.host, place.keys, onDisk, snapshot);
  if (fast !== null) return { replayed: fast.replayed, from: fast.grew ? "snapshot-and-tail" : "snapshot" };
  return { replayed: await replayCase(place, onDisk, notes), from: "journal" };
}

/** Whatever is wrong with a working copy, the journal is there. */
async function tryFast(...from: Parameters<typeof openFromSnapshot>): ReturnType<typeof openFromSnapshot> {
  return openFromSnapshot(...from).catch(() => null);
}

/**
 * Replays the whole journal of a case, and finishes an erasing that was cut short.
 * @param notes what was found is added
 * @throws {Problem} `journal-newer`, `case-not-found`
 */
export async function replayCase(
  place: CasePlace,
  onDisk: CaseOnDisk,
  notes: Set<ProblemCode>,
  isAgain = false,
): Promise<Replayed> {
  const { host, keys, lease } = place;
  let isWhole = true;
  const found = new Set<ProblemCode>();
  const whole = await readWholeJournal(host, keys, onDisk, ({ level, what }) => {
    if (level === "damage") isWhole = false;
    // whoever only reads may meet another's write half done
    if (what !== "journal-torn" || lease !== null) found.add(what);
  });
  // whoever only reads may also meet a head that is newer than the sizes it has just seen
  if (lease === null && !isWhole && !isAgain) return replayCase(place, await host.readCase(keys.caseId), notes, true);
  for (const note of found) notes.add(note);
  if (found.has("journal-newer")) throw new Problem("journal-newer");
  const isEmpty = whole.journal.writers.size === 0 && isWhole;
  if (isEmpty) throw new Problem("case-not-found", "nothing was ever kept in it");
  if (lease !== null && isWhole && !isAgain) {
    const isDone = await finishErasing({ ...place, lease }, whole, new Date()).catch(notNow);
    if (isDone) return replayCase(place, await host.readCase(keys.caseId), notes, true);
  }
  return replay(whole, keys.caseId, isWhole);
}

/** A disk that is full now has room another day: what is left over counts for nothing meanwhile. */
function notNow(cause: unknown): false {
  if (cause instanceof Problem) return false;
  throw cause;
}

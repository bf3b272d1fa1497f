import { type CaseSnapshot, snapshotOf } from "#core/case-work/case-snapshot.ts";
import type { KeptCase } from "#core/case-work/kept-case.ts";
import { readSnapshot, writeSnapshot } from "../store/case-rows.ts";
import type { RowKeys } from "../store/sealed-row.ts";
import { changesDone, session } from "./current-case.ts";
import { rowsOf, windowCopy } from "./window-copy.ts";

/** Long enough that typing and quick decisions never wait for it; a snapshot that is behind costs a short replay. */
const quietMillis = 8_000;
/** Changes that never end are saved all the same. */
const mostMillis = 60_000;

let timer: ReturnType<typeof setTimeout> | undefined;
let waitsSince: number | null = null;
let saved: KeptCase | null = null;
let end: (() => void) | null = null;

/** The snapshot of a case, as it was saved last. Whether it fits its journal, opening finds out. */
export async function findSnapshot(keys: RowKeys): Promise<CaseSnapshot | null> {
  const found = await readSnapshot(windowCopy(), keys);
  // Sealed under the case's own key, in the form that `rowForm` names: only `saveSnapshot` writes one.
  return found as CaseSnapshot | null;
}

/** Saves snapshots of the open case file from here on, a little after it changes. */
export function keepSnapshots(opened: KeptCase, isSaved: boolean): void {
  stopSnapshots();
  saved = isSaved ? opened : null;
  if (!isSaved) saveSoon();
  end = session.subscribe(() => {
    const { kept } = session.get();
    if (kept !== null && kept.disk?.journal != null && kept !== saved) saveSoon();
  });
}

export function stopSnapshots(): void {
  end?.();
  end = null;
  clearTimeout(timer);
  waitsSince = null;
  saved = null;
}

/** Saves a snapshot now; one that can't be saved isn't missed. */
export async function saveSnapshot(kept: KeptCase): Promise<void> {
  const keys = rowsOf(kept);
  if (keys === null || kept.disk?.journal == null || kept === saved) return;
  const snapshot = snapshotOf(kept);
  if (snapshot !== null && (await writeSnapshot(windowCopy(), keys, snapshot))) saved = kept;
}

function saveSoon(): void {
  const now = Date.now();
  waitsSince ??= now;
  clearTimeout(timer);
  timer = setTimeout(saveQuietly, Math.max(0, Math.min(quietMillis, waitsSince + mostMillis - now)));
}

/** A change that is being written has moved the journal on, but not the case file yet: it is waited for. */
async function saveQuietly(): Promise<void> {
  waitsSince = null;
  await changesDone();
  const { kept } = session.get();
  if (kept !== null) await saveSnapshot(kept);
}

import type { CaseLease, Host } from "../host.ts";
import type { Bytes } from "../model/bytes.ts";
import type { CaseFile } from "../model/case-file.ts";
import type { Change, ChangeBody } from "../model/change.ts";
import { foldChanges } from "../model/fold.ts";
import { Problem } from "../problems.ts";
import type { CaseKeys } from "../vault/case-key.ts";
import { nextClock } from "../vault/clock.ts";
import type { JournalWriter } from "../vault/journal-writer.ts";
import type { ObjectKey } from "../vault/object.ts";

export { newId } from "../vault/text-codes.ts";

/** An open case file and where its changes go. A new value stands for every change; none is altered. */
export interface KeptCase {
  /** null for the sample case and the command line's folder, which are never written anywhere */
  readonly disk: CaseDisk | null;
  readonly file: CaseFile;
  /** the clock of the latest change, whoever made it; "" before the first */
  readonly latest: string;
  /** objects of a case that is kept in memory only, by id; empty where there is a disk */
  readonly memory: ReadonlyMap<string, Bytes>;
}

/** A case file's place on disk while it is open: the same one for all values of `KeptCase` that follow each other. */
export interface CaseDisk {
  readonly host: Host;
  readonly keys: CaseKeys;
  /** null: another window or process has it, and it can only be read here */
  readonly lease: CaseLease | null;
  /** null where it can only be read */
  readonly journal: JournalWriter | null;
  /** where each object is, by its id; grows as objects are kept */
  readonly objects: Map<string, ObjectKey>;
}

/** What a change says, or what it says given the case file as it then stands. */
export type ToKeep = ChangeBody | ((file: CaseFile) => ChangeBody);

/** A case file that lives in memory only, made from changes: the sample, or the command line's folder. */
export function caseInMemory(bodies: readonly ChangeBody[], now: Date): KeptCase {
  const file = foldChanges(bodies.map((body) => ({ body })));
  return { disk: null, file, latest: nextClock("", now), memory: new Map() };
}

/**
 * Keeps one change: on disk (synced) before it answers, then in the file.
 * @throws {Problem} `disk-full`, `cannot-write`, `case-open-elsewhere` (read-only): then nothing has changed
 */
export async function keepChange(kept: KeptCase, body: ToKeep, now: Date): Promise<KeptCase> {
  return keepChanges(kept, [body], now);
}

/**
 * Keeps several changes with one append.
 *
 * A change's clock is this computer's time, but always later than the change before it: a clock that was ahead at the
 * last launch and is right now must not put what is said today before what was said then, where it would be overruled
 * in silence. `at` is the computer's time as it was.
 *
 * @throws {Problem} `disk-full`, `cannot-write`, `case-open-elsewhere` (read-only): then nothing has changed
 */
export async function keepChanges(kept: KeptCase, bodies: readonly ToKeep[], now: Date): Promise<KeptCase> {
  if (kept.disk !== null && kept.disk.journal === null) throw new Problem("case-open-elsewhere");
  let { file, latest } = kept;
  const changes: Change[] = [];
  for (const toKeep of bodies) {
    const body = typeof toKeep === "function" ? toKeep(file) : toKeep;
    latest = nextClock(latest, now);
    const change = { at: now.toISOString(), clock: latest, body };
    changes.push(change);
    file = foldChanges([change], file);
  }
  await kept.disk?.journal?.append(changes, kept.disk.objects);
  return { ...kept, file, latest };
}

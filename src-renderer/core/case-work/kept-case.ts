import type { CaseLease, Host } from "../host.ts";
import type { Bytes } from "../model/bytes.ts";
import type { CaseFile } from "../model/case-file.ts";
import type { Change, ChangeBody } from "../model/change.ts";
import { foldChanges } from "../model/fold.ts";
import { objectsNamed } from "../model/objects-named.ts";
import { Problem } from "../problems.ts";
import type { CaseKeys } from "../vault/case-key.ts";
import { laterClock, nextClock } from "../vault/clock.ts";
import { type Conflict, unsettled } from "../vault/conflicts.ts";
import type { ChangeToWrite, JournalWriter, SegmentEnd } from "../vault/journal-writer.ts";
import type { LastLine } from "../vault/line.ts";
import type { ObjectKey } from "../vault/object.ts";
import type { OpenVault } from "../vault/vault.ts";

export { newId } from "../vault/text-codes.ts";

/** An open case file and where its changes go. A new value stands for every change; none is altered. */
export interface KeptCase {
  /** null for the sample case and the command line's folder, which are never written anywhere */
  readonly disk: CaseDisk | null;
  readonly file: CaseFile;
  /** the clock of the latest change, whoever made it; "" before the first */
  readonly latest: string;
  /** amounts and dates that two computers changed without knowing of each other; saying one again settles it */
  readonly conflicts: readonly Conflict[];
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
  readonly vault: Pick<OpenVault, "id" | "generation">;
  /** Folio's version */
  readonly app: string;
  /** what was in the journal when it was opened */
  readonly opened: OpenedJournal;
}

/** The journal as it was when the case was opened. */
export interface OpenedJournal {
  readonly segments: readonly SegmentEnd[];
  /** the last line of every writer */
  readonly last: readonly LastLine[];
  /** of those, the ones that no other of them had read */
  readonly frontier: readonly LastLine[];
  /** false where something is damaged or missing: then it is replayed every time, and said every time */
  readonly whole: boolean;
}

/** What a change says, or what it says given the case file as it then stands. */
export type ToKeep = ChangeBody | ((file: CaseFile) => ChangeBody);

/** A case file that lives in memory only, made from changes: the sample, or the command line's folder. */
export function caseInMemory(bodies: readonly ChangeBody[], now: Date): KeptCase {
  const file = foldChanges(bodies.map((body) => ({ body })));
  return { disk: null, file, latest: nextClock("", now), conflicts: [], memory: new Map() };
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
  const { disk } = kept;
  if (disk !== null && disk.journal === null) throw new Problem("case-open-elsewhere");
  let { file } = kept;
  let latest = laterClock(kept.latest, disk?.journal?.latest() ?? "");
  const changes: Change[] = [];
  let folded = 0;
  for (const toKeep of bodies) {
    if (typeof toKeep === "function") {
      file = foldChanges(changes.slice(folded), file);
      folded = changes.length;
    }
    latest = nextClock(latest, now);
    changes.push({ at: now.toISOString(), clock: latest, body: typeof toKeep === "function" ? toKeep(file) : toKeep });
  }
  await disk?.journal?.append(changes.map((change) => withObjects(change, disk.objects)));
  // A help for checking: nobody waits for it, and what was kept is safe without it.
  if (disk?.journal && disk.journal.headBehind() >= headEvery) disk.journal.writeHead(file.name).catch(() => undefined);
  const said = changes.map((change) => change.body);
  return {
    ...kept,
    file: foldChanges(changes.slice(folded), file),
    latest,
    conflicts: unsettled(kept.conflicts, said),
  };
}

/** Frames between one writing of a head and the next. */
const headEvery = 64;

/** @throws {Error} when the change names an object that was never kept: that is a bug */
function withObjects(change: Change, objects: ReadonlyMap<string, ObjectKey>): ChangeToWrite {
  const named = objectsNamed(change.body).map((id): readonly [string, ObjectKey] => {
    const place = objects.get(id);
    if (place === undefined) throw new Error("a change names an object that is not kept");
    return [id, place];
  });
  return { change, objects: new Map(named) };
}

import type { Host } from "../host.ts";
import { maxPartBytes } from "../host.ts";
import { type Bytes, joinBytes } from "../model/bytes.ts";
import type { CaseFile, Person } from "../model/case-file.ts";
import { applyChange, type Change, type ChangeBody, emptyCase, foldChanges } from "../model/change.ts";
import { Problem, type ProblemCode } from "../problems.ts";
import { readJournal, writeChange } from "../vault/journal.ts";

/** An open case file and where its changes go. A new value stands for every change; none is altered. */
export interface KeptCase {
  /** null for the sample case, which is never written anywhere */
  readonly host: Host | null;
  /** a new random id for every launch, so that copied folders never mix two writers in one segment */
  readonly writer: string;
  readonly file: CaseFile;
  /** the time of the latest change, by whichever clock; "" before the first */
  readonly latest: string;
  /** objects of a case that is kept in memory only, by id; empty where there is a host */
  readonly memory: ReadonlyMap<string, Bytes>;
}

/** A random id: 32 lower-case hex digits. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Begins a case file on this computer.
 * @throws {Problem} `disk-full`, `cannot-write`
 */
export async function beginCase(
  host: Host,
  told: { readonly name: string; readonly person: Person },
  now: Date,
): Promise<KeptCase> {
  const begun = await keepChange(
    { host, writer: newId(), file: { ...emptyCase, id: newId() }, latest: "", memory: new Map() },
    (file) => ({ kind: "case-begun", id: file.id, name: told.name, sample: false }),
    now,
  );
  return keepChange(begun, { kind: "person-told", person: told.person }, now);
}

/**
 * Opens a case file by replaying its journal. `notes` say what was cut short or damaged; the rest is there.
 * @throws {Problem} `case-not-found`
 */
export async function openCase(
  host: Host,
  caseId: string,
): Promise<{ readonly kept: KeptCase; readonly notes: readonly ProblemCode[] }> {
  const { changes, latest, notes } = readJournal(await host.readJournal(caseId));
  const file = foldChanges(changes);
  if (file.id === "") throw new Problem("case-not-found");
  return { kept: { host, writer: newId(), file, latest, memory: new Map() }, notes };
}

/** A case file that lives in memory only, made from changes: the sample, or the command line's folder. */
export function caseInMemory(bodies: readonly ChangeBody[], now: Date): KeptCase {
  const at = now.toISOString();
  const file = foldChanges(bodies.map((body) => ({ at, body })));
  return { host: null, writer: newId(), file, latest: at, memory: new Map() };
}

/**
 * Keeps one change: on disk (fsynced) before it answers, then in the file.
 *
 * Its time is this computer's, but always later than the change before it: a clock that was ahead at the last launch
 * and is right now must not put what is said today before what was said then, where it would be overruled in silence.
 *
 * @throws {Problem} `disk-full`, `cannot-write`: then nothing has changed
 */
export async function keepChange(
  kept: KeptCase,
  body: ChangeBody | ((file: CaseFile) => ChangeBody),
  now: Date,
): Promise<KeptCase> {
  const at = laterThan(kept.latest, now);
  const change: Change = { at, body: typeof body === "function" ? body(kept.file) : body };
  await kept.host?.appendJournal(kept.file.id, kept.writer, writeChange(change));
  return { ...kept, file: applyChange(kept.file, change), latest: at };
}

/** Now, or the first millisecond after `latest` where that is later still. A time that is none holds nothing up. */
function laterThan(latest: string, now: Date): string {
  const next = Date.parse(latest) + 1;
  return next > now.getTime() ? new Date(next).toISOString() : now.toISOString();
}

/**
 * Keeps bytes as an object, whole or not at all. On disk before any change speaks of it: a crash between
 * the two leaves an object nobody names, never a name without its object.
 *
 * @throws {Problem} `disk-full`, `cannot-write`
 */
export async function keepObject(
  kept: KeptCase,
  bytes: Bytes,
): Promise<{ readonly kept: KeptCase; readonly id: string }> {
  const id = newId();
  if (kept.host === null) return { kept: { ...kept, memory: new Map([...kept.memory, [id, bytes]]) }, id };
  const handle = await kept.host.startObject(kept.file.id, id);
  try {
    for (let at = 0; at < bytes.length; at += maxPartBytes) {
      await kept.host.writePart(handle, bytes.slice(at, at + maxPartBytes));
    }
    await kept.host.finishWrite(handle);
  } catch (cause) {
    await kept.host.discardWrite(handle).catch(() => undefined);
    throw cause;
  }
  return { kept, id };
}

/** The kept bytes of an object. @throws {Problem} `object-missing` */
export async function readObject(kept: KeptCase, id: string): Promise<Bytes> {
  if (kept.host === null) {
    const bytes = kept.memory.get(id);
    if (bytes === undefined) throw new Problem("object-missing");
    return bytes;
  }
  const parts: Bytes[] = [];
  for (let at = 0; ; ) {
    const part = await kept.host.readObject(kept.file.id, id, at);
    if (part.length === 0) return joinBytes(parts);
    parts.push(part);
    at += part.length;
  }
}

import { type KeptCase, keepChanges } from "#core/case-work/kept-case.ts";
import type { About, Host } from "#core/host.ts";
import type { CaseFile } from "#core/model/case-file.ts";
import type { ChangeBody } from "#core/model/change.ts";
import { Problem, type ProblemCode } from "#core/problems.ts";
import type { OpenVault } from "#core/vault/vault.ts";
import { createStore } from "./store.ts";

/** A step that can be taken back: what was done, in words, and the changes that undo it. */
export interface UndoStep {
  readonly done: string;
  readonly back: readonly ChangeBody[];
}

/** What the window has open. */
export interface Session {
  readonly host: Host | null;
  readonly about: About | null;
  /** the vault's key while it is unlocked: it stands nowhere else */
  readonly vault: OpenVault | null;
  readonly kept: KeptCase | null;
  readonly undo: readonly UndoStep[];
  /** the last thing done, for the undo bar and for screen readers */
  readonly said: string;
  /** whether the last thing said can be taken back */
  readonly undoable: boolean;
  /** a failure that is not one file's: shown on top of every screen until it is closed */
  readonly problem: ProblemCode | "folio-fault" | null;
  /** what unlocking found wrong with the vault */
  readonly vaultNotes: readonly ProblemCode[];
  /** what is wrong with the vault or the open case file, as unlocking, opening and drafts found it */
  readonly notes: readonly ProblemCode[];
}

export const session = createStore<Session>({
  host: null,
  about: null,
  vault: null,
  kept: null,
  undo: [],
  said: "",
  undoable: false,
  problem: null,
  vaultNotes: [],
  notes: [],
});

/** Undo steps kept in memory; older ones are still in the journal, but not one key away. */
const undoDepth = 100;

/** The open case file. @throws when none is open: that is a bug, since every screen but the first has one. */
export function openFile(): CaseFile {
  return openKept().file;
}

/** The open case file with where it is kept. */
export function openKept(): KeptCase {
  const { kept } = session.get();
  if (kept === null) throw new Error("no case file is open");
  return kept;
}

let queue: Promise<unknown> = Promise.resolve();

/**
 * Changes the case file that is open now. Changes wait for each other, so that two of them never start from the same
 * file; one whose case file was closed before its turn came is dropped, and never reaches another case file.
 *
 * @param caseId where the change belongs, when it was thought of earlier than now
 * @returns false when it was not kept; if that is a failure, the reason is on screen by then
 */
export function changeCase(
  change: (kept: KeptCase) => Promise<KeptCase>,
  caseId = session.get().kept?.file.id,
): Promise<boolean> {
  const turn = queue.then(async () => {
    const before = session.get().kept;
    if (before === null || before.file.id !== caseId) return false;
    const kept = await change(before);
    // Closed meanwhile, or closed and opened again: then what was kept is what opening reads, and this one is past.
    session.change((now) => (isSameOpening(now.kept, before) ? { ...now, kept } : now));
    return true;
  });
  queue = turn.catch(() => undefined);
  return turn.catch((cause: unknown) => {
    reportProblem(cause);
    return false;
  });
}

function isSameOpening(now: KeptCase | null, before: KeptCase): boolean {
  return now !== null && now.file.id === before.file.id && now.disk?.lease === before.disk?.lease;
}

/** Answers when every change that was begun is kept or refused. */
export async function changesDone(): Promise<void> {
  await queue;
}

/** Keeps what was done, all of it or nothing, and says so; `back` takes all of it back. */
export async function keep(bodies: readonly ChangeBody[], done: string, back: readonly ChangeBody[]): Promise<boolean> {
  const caseId = session.get().kept?.file.id;
  if (!(await changeCase((kept) => keepChanges(kept, bodies, new Date()), caseId))) return false;
  // A case file that was closed meanwhile leaves nothing behind here.
  session.change((now) =>
    now.kept === null || now.kept.file.id !== caseId
      ? now
      : { ...now, said: done, undoable: true, undo: [...now.undo, { done, back }].slice(-undoDepth) },
  );
  return true;
}

/** Takes the last undoable step back. */
export async function undoLast(words: { readonly undone: (done: string) => string }): Promise<void> {
  const step = session.get().undo.at(-1);
  if (step === undefined) return;
  session.change((now) => ({ ...now, undo: now.undo.slice(0, -1) }));
  const isBack = await changeCase((kept) => keepChanges(kept, step.back, new Date()));
  if (!isBack) {
    // Nothing was taken back: the step stays, to be tried again once the disk can be written.
    session.change((now) => (now.kept === null ? now : { ...now, undo: [...now.undo, step] }));
    return;
  }
  session.change((now) => (now.kept === null ? now : { ...now, said: words.undone(step.done), undoable: false }));
}

/** Says something in the bar at the foot, and to screen readers. What ends once Folio is locked is not told there. */
export function say(words: string): void {
  session.change((now) => (isShut(now) ? now : { ...now, said: words, undoable: false }));
}

/** Takes the bar at the foot away, as when another screen opens. What was done can still be undone. */
export function hush(): void {
  session.change((now) => (now.said === "" ? now : { ...now, said: "", undoable: false }));
}

function isShut({ vault, kept }: Session): boolean {
  return vault === null && kept === null;
}

/**
 * Shows a failure in words. Anything that is not a `Problem` is Folio's own fault, and is called that. What a lock
 * stopped has not failed.
 */
export function reportProblem(cause: unknown): void {
  if (cause instanceof Problem && cause.code === "vault-missing" && isShut(session.get())) return;
  const problem = cause instanceof Problem ? cause.code : "folio-fault";
  if (problem === "folio-fault") console.error(cause);
  session.change((now) => ({ ...now, problem }));
}

/** Adds to what is said of the vault or the case file, each thing once. */
export function noteProblem(code: ProblemCode): void {
  session.change((now) => (now.notes.includes(code) ? now : { ...now, notes: [...now.notes, code] }));
}

/** Adds to what is said of the vault, whichever case file is open. */
export function noteForVault(code: ProblemCode): void {
  noteProblem(code);
  session.change((now) => ({ ...now, vaultNotes: [...new Set([...now.vaultNotes, code])] }));
}

export function closeProblem(): void {
  session.change((now) => ({ ...now, problem: null }));
}

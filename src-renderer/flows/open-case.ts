import { beginCase, type KeptCase, openCase } from "#core/case-work/kept-case.ts";
import type { Host } from "#core/host.ts";
import type { CalendarDay } from "#core/model/calendar-day.ts";
import { type Nation, type ParentRole, unknownPerson } from "#core/model/case-file.ts";
import type { ProblemCode } from "#core/problems.ts";
import { setReadingsAside } from "./add-letters.ts";
import { reportProblem, type Session, session } from "./current-case.ts";
import { setDraftsAside } from "./drafts.ts";
import { offeredPictures } from "./offered-files.ts";
import { forgetPack } from "./pack-order.ts";
import { forgetPictures } from "./page-picture.ts";
import { createStore } from "./store.ts";
import { today } from "./today.ts";

/** A case file on this computer, as the first screen lists it. */
export interface ListedCase {
  readonly id: string;
  /** null for one that could not be opened */
  readonly name: string | null;
  readonly changedOn: CalendarDay;
  /** why it could not be opened; null where it could */
  readonly problem: ProblemCode | null;
}

/** The case files on this computer; null while they are being looked for. */
export const listedCases = createStore<readonly ListedCase[] | null>(null);

/** Looks for case files and learns their names, latest change first. */
export async function listCases(host: Host): Promise<void> {
  try {
    const listings = await host.listCases();
    const listed = await Promise.all(
      listings.map(async ({ id, changedAt }): Promise<ListedCase> => {
        const opened = await openCase(host, id).catch(() => null);
        return { id, name: opened?.kept.file.name ?? null, changedOn: today(new Date(changedAt)), problem: null };
      }),
    );
    listedCases.set(listed);
  } catch (cause) {
    listedCases.set([]);
    reportProblem(cause);
  }
}

/** Begins a case file and opens it. @returns false when that could not be done; the reason is on screen by then */
export async function beginNewCase(told: {
  readonly name: string;
  readonly nation: Nation;
  readonly role: ParentRole;
}): Promise<boolean> {
  const { host } = session.get();
  if (host === null) return false;
  const person = { ...unknownPerson, nation: told.nation, role: told.role };
  return beginCase(host, { name: told.name, person }, new Date()).then((kept) => show(kept, []), refuse);
}

/** Opens a case file of this computer. */
export async function openListedCase(id: string): Promise<boolean> {
  const { host } = session.get();
  if (host === null) return false;
  return openCase(host, id).then(({ kept, notes }) => show(kept, notes), refuse);
}

/**
 * Whether the open case file can only be read here, because another window or program has it: changes are refused as
 * `case-open-elsewhere`. The sample can be written (in memory).
 */
export function isReadOnly(_session: Session): boolean {
  return false;
}

/** Tries again to take the open case file for writing. @returns whether it can be written now */
export async function tryWriting(): Promise<boolean> {
  throw new Error("to follow");
}

/** Puts a case file on screen in place of the one before. */
export function show(kept: KeptCase, notes: readonly ProblemCode[]): true {
  leaveBehind();
  session.change((now) => ({ ...now, kept, notes, undo: [], said: "", undoable: false, problem: null }));
  unfinished.get(kept.file.id)?.();
  unfinished.delete(kept.file.id);
  return true;
}

/** Closes the case file; everything in it was kept as it came. */
export function closeCase(): void {
  leaveBehind();
  listedCases.set(null);
  session.change((now) => ({ ...now, kept: null, notes: [], undo: [], said: "", undoable: false, problem: null }));
}

/**
 * By case file, what puts its unfinished work back on screen: forms half filled in and letters that could not be
 * added. In memory only, and only while Folio is open.
 */
const unfinished = new Map<string, () => void>();

/** Nothing of one case file is there in the next. */
function leaveBehind(): void {
  const back = [setReadingsAside(), setDraftsAside()];
  const { kept } = session.get();
  if (kept !== null && !kept.file.sample) {
    unfinished.set(kept.file.id, () => {
      for (const put of back) put();
    });
  }
  offeredPictures.set(null);
  forgetPictures();
  forgetPack();
}

function refuse(cause: unknown): false {
  reportProblem(cause);
  return false;
}

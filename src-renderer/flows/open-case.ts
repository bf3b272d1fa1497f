import { beginCase } from "#core/case-work/begin-case.ts";
import type { KeptCase } from "#core/case-work/kept-case.ts";
import { nameCases } from "#core/case-work/name-cases.ts";
import { closeKept, type OpenedCase, openCase } from "#core/case-work/open-case.ts";
import type { Host } from "#core/host.ts";
import type { CalendarDay } from "#core/model/calendar-day.ts";
import { type Nation, type ParentRole, unknownPerson } from "#core/model/case-file.ts";
import { Problem, type ProblemCode } from "#core/problems.ts";
import { openCaseKey } from "#core/vault/case-key.ts";
import type { OpenVault } from "#core/vault/vault.ts";
import { rowKeys } from "../store/sealed-row.ts";
import { reportProblem, type Session, session } from "./current-case.ts";
import { findDrafts, keepDrafts } from "./draft-keeping.ts";
import { closed, putCaseAway } from "./put-away.ts";
import { beginSearch } from "./search.ts";
import { findSnapshot, keepSnapshots } from "./snapshot-keeping.ts";
import { createStore } from "./store.ts";
import { today } from "./today.ts";
import { watchLease } from "./watch-lease.ts";

/** A case file on this computer, as it is listed after unlocking. */
export interface ListedCase {
  readonly id: string;
  /** null for one that could not be opened */
  readonly name: string | null;
  readonly changedOn: CalendarDay;
  /** why it could not be opened; null where it could */
  readonly problem: ProblemCode | null;
}

/** The case files on this computer; null while they are being looked for, or Folio is locked. */
export const listedCases = createStore<readonly ListedCase[] | null>(null);

/** Looks for case files and learns their names, latest change first. Nothing is learnt while Folio is locked. */
export async function listCases(host: Host): Promise<void> {
  const { vault } = session.get();
  if (vault === null) return;
  const tell = (listed: readonly ListedCase[]) => {
    if (session.get().vault?.id === vault.id) listedCases.set(listed);
  };
  try {
    await closed();
    const named = await nameCases(host, vault);
    tell(named.map(({ changedAt, ...rest }) => ({ ...rest, changedOn: today(new Date(changedAt)) })));
  } catch (cause) {
    tell([]);
    reportProblem(cause);
  }
}

/** What a new case file is told. */
export interface ToldCase {
  readonly name: string;
  readonly nation: Nation;
  readonly role: ParentRole;
}

/** Begins a case file and opens it. @returns false when that could not be done; the reason is on screen by then */
export function beginNewCase(told: ToldCase): Promise<boolean> {
  return inTurn(async () => {
    await beginAndShow(told);
    return true;
  });
}

/** Begins a case file in the vault that is open, and opens it. @throws {Problem} `disk-full`, `cannot-write` */
export async function beginAndShow({ name, nation, role }: ToldCase): Promise<void> {
  const { host, vault } = unlocked();
  const kept = await beginCase(host, vault, { name, person: { ...unknownPerson, nation, role } }, new Date());
  await show(kept, { isSaved: false });
}

/** Opens a case file of this computer. @returns false when that could not be done; the reason is on screen by then */
export function openListedCase(id: string): Promise<boolean> {
  return inTurn(async () => {
    const { host, vault } = unlocked();
    await putCaseAway();
    await closed();
    const opened = await openQuickly(host, vault, id);
    if (await isLockedSince(vault, opened)) return false;
    await show(opened.kept, { ...opened, isSaved: opened.from === "snapshot" });
    return true;
  });
}

/**
 * Whether the open case file can only be read here, because another window or program has it: changes are refused as
 * `case-open-elsewhere`. The sample can be written (in memory).
 */
export function isReadOnly({ kept }: Pick<Session, "kept">): boolean {
  return kept !== null && kept.disk !== null && kept.disk.lease === null;
}

/**
 * Tries again to take the open case file for writing; what was changed elsewhere is on screen then.
 * @returns whether it can be written now
 */
export function tryWriting(): Promise<boolean> {
  return inTurn(async () => {
    const { host, vault } = unlocked();
    const before = session.get().kept;
    if (before === null || !isReadOnly({ kept: before })) return before !== null;
    const opened = await openQuickly(host, vault, before.file.id);
    if (await isLockedSince(vault, opened)) return false;
    session.change((now) => ({ ...now, kept: opened.kept, problem: null }));
    await keepOnDisk(opened.kept, opened.from === "snapshot");
    return !isReadOnly(session.get());
  });
}

/** What opening a case file found, besides the case file. */
interface Shown extends Partial<Pick<OpenedCase, "notes">> {
  /** whether its snapshot says the same */
  readonly isSaved: boolean;
}

/** Puts a case file on screen in place of the one before. */
export async function show(kept: KeptCase, { notes = [], isSaved }: Shown): Promise<void> {
  await putCaseAway();
  session.change((now) => ({ ...now, kept, notes: [...new Set([...now.vaultNotes, ...notes])] }));
  beginSearch();
  await keepOnDisk(kept, isSaved);
}

/** Closes the case file; everything in it was kept as it came. */
export async function closeCase(): Promise<void> {
  await putCaseAway();
  listedCases.set(null);
}

/** The open case file's lease, drafts and snapshot; nothing of the kind for one that is in memory or can only be read. */
async function keepOnDisk(kept: KeptCase, isSaved: boolean): Promise<void> {
  watchLease(kept);
  const found = await findDrafts(kept);
  if (session.get().kept?.disk !== kept.disk) return;
  keepDrafts(kept, found);
  if (kept.disk !== null && kept.disk.lease !== null) keepSnapshots(kept, isSaved);
}

/** Opens a case from its snapshot, where there is one that fits. */
async function openQuickly(host: Host, vault: OpenVault, caseId: string): Promise<OpenedCase> {
  const { keys } = await openCaseKey(vault, caseId, (await host.readCase(caseId)).keys);
  const snapshot = await findSnapshot(rowKeys(caseId, keys.keys));
  return openCase(host, vault, caseId, { snapshot });
}

let turn: Promise<unknown> = Promise.resolve();

/** Opening waits for opening: two of them at once would each find the case file taken by the other. */
function inTurn(work: () => Promise<boolean>): Promise<boolean> {
  const mine = turn.then(work).catch((cause: unknown) => {
    reportProblem(cause);
    return false;
  });
  turn = mine;
  return mine;
}

/** Whether Folio was locked while a case file was being opened: then it is closed again. */
async function isLockedSince(vault: OpenVault, { kept }: OpenedCase): Promise<boolean> {
  if (session.get().vault?.id === vault.id) return false;
  await closeKept(kept);
  return true;
}

/** @throws {Problem} `vault-missing` where Folio was locked meanwhile */
function unlocked(): { readonly host: Host; readonly vault: OpenVault } {
  const { host, vault } = session.get();
  if (host === null || vault === null) throw new Problem("vault-missing", "locked");
  return { host, vault };
}

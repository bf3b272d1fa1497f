import { beginCase } from "#core/case-work/begin-case.ts";
import { nameCases } from "#core/case-work/name-cases.ts";
import type { Host } from "#core/host.ts";
import type { CalendarDay } from "#core/model/calendar-day.ts";
import { type Nation, type ParentRole, unknownPerson } from "#core/model/case-file.ts";
import { Problem, type ProblemCode } from "#core/problems.ts";
import type { OpenVault } from "#core/vault/vault.ts";
import { reportProblem, type Session, session } from "./current-case.ts";
import { closed, putCaseAway } from "./put-away.ts";
import { newlyBegun, openQuickly, showCase } from "./show-case.ts";
import { createStore } from "./store.ts";
import { today } from "./today.ts";
import { hostUntil, untilLocked } from "./until-locked.ts";

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
  const until = untilLocked();
  const tell = (listed: readonly ListedCase[]) => {
    if (!until.aborted) listedCases.set(listed);
  };
  try {
    await closed();
    const named = await nameCases(hostUntil(until, host), vault);
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
  await showCase(await newlyBegun(kept), vault);
}

/** Opens a case file of this computer. @returns false when that could not be done; the reason is on screen by then */
export function openListedCase(id: string): Promise<boolean> {
  return inTurn(async () => {
    const { host, vault } = unlocked();
    await putCaseAway();
    return showCase(await openQuickly(host, vault, id), vault);
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
    const isShown = await showCase(await openQuickly(host, vault, before.file.id), vault);
    return isShown && !isReadOnly(session.get());
  });
}

/** Closes the case file; everything in it was kept as it came. */
export async function closeCase(): Promise<void> {
  await putCaseAway();
  listedCases.set(null);
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

/** @throws {Problem} `vault-missing` where Folio was locked meanwhile */
function unlocked(): { readonly host: Host; readonly vault: OpenVault } {
  const { host, vault } = session.get();
  if (host === null || vault === null) throw new Problem("vault-missing", "locked");
  return { host, vault };
}

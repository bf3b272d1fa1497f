import { caseHead, readHistory } from "#core/case-work/history.ts";
import type { KeptCase } from "#core/case-work/kept-case.ts";
import { type Finding, verifyCase } from "#core/case-work/verify-case.ts";
import { Problem } from "#core/problems.ts";
import { type CustodyDeed, type CustodyLine, custodyOf } from "#core/vault/custody.ts";
import { changesDone, openKept, session } from "./current-case.ts";
import { type FieldVersion, versionsOf } from "./field-history.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { hostUntil, untilLocked } from "./until-locked.ts";

// what screens have the words for
export type { CustodyDeed } from "#core/vault/custody.ts";
export type { FieldVersion } from "./field-history.ts";

/** One thing that was done to an exhibit, as data: screens have the words. */
export interface CustodyEntry extends CustodyLine {
  /** for keys of lists */
  readonly id: string;
  /** whether it was this window, since it was opened; another launch or another computer else */
  readonly mine: boolean;
  readonly did: CustodyDeed;
}

/** An exhibit's custody log, oldest first. */
export function custodyOfExhibit(exhibitId: string): Promise<Outcome<readonly CustodyEntry[]>> {
  return outcomeOf(async () => {
    const kept = await settled();
    const mine = writersOf(kept);
    return custodyOf(await readHistory(kept), exhibitId).map((line) => ({
      ...line,
      id: `${line.writer} ${line.sequence}`,
      mine: mine.has(line.writer),
    }));
  });
}

/** Every version of a call note, message, cost, event or issue, or of the person (`"person"`), oldest first. */
export function historyOf(entryId: string): Promise<Outcome<readonly FieldVersion[]>> {
  return outcomeOf(async () => {
    const kept = await settled();
    return versionsOf(await readHistory(kept), entryId, writersOf(kept));
  });
}

/** The head of the case as it stands: printed in packs and exports. */
export function headOfCase(): Promise<Outcome<string>> {
  return outcomeOf(async () => caseHead(await settled()));
}

/** What checking the whole case file found: a note costs nothing; damage does. */
export type CheckFinding = Finding;

/** Checks every line and every original of the open case file against what was written. May take minutes for large ones; a lock ends it. */
export function checkCase(onFound: (finding: CheckFinding) => void): Promise<Outcome> {
  return outcomeOf(async () => {
    const { host, vault } = session.get();
    if (host === null || vault === null) throw new Problem("vault-missing", "locked");
    await verifyCase(hostUntil(untilLocked(), host), vault, (await settled()).file.id, onFound);
    return null;
  });
}

async function settled(): Promise<KeptCase> {
  await changesDone();
  return openKept();
}

function writersOf({ disk }: KeptCase): ReadonlySet<string> {
  return new Set(disk?.journal?.ends().map((segment) => segment.writer));
}

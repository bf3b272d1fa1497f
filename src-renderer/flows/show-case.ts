import type { KeptCase } from "#core/case-work/kept-case.ts";
import { closeKept, type OpenedCase, openCase } from "#core/case-work/open-case.ts";
import type { Host } from "#core/host.ts";
import type { ProblemCode } from "#core/problems.ts";
import { openCaseKey } from "#core/vault/case-key.ts";
import type { OpenVault } from "#core/vault/vault.ts";
import { rowKeys } from "../store/sealed-row.ts";
import { session } from "./current-case.ts";
import type { FoundDrafts } from "./draft-files.ts";
import { findDrafts, keepDrafts } from "./draft-keeping.ts";
import { closed, putCaseAway } from "./put-away.ts";
import { beginSearch } from "./search.ts";
import { findSnapshot, keepSnapshots } from "./snapshot-keeping.ts";
import { watchLease } from "./watch-lease.ts";

/** A case file that was opened and is not on screen yet, with what was typed in it and not kept. */
export interface ReadyCase {
  readonly kept: KeptCase;
  readonly notes: readonly ProblemCode[];
  readonly found: FoundDrafts;
  /** whether its snapshot says the same */
  readonly isSaved: boolean;
}

/** Opens a case from its snapshot, where there is one that fits. @throws as `openCase` */
export async function openQuickly(host: Host, vault: OpenVault, caseId: string): Promise<ReadyCase> {
  await closed();
  const { keys } = await openCaseKey(vault, caseId, (await host.readCase(caseId)).keys);
  const snapshot = await findSnapshot(rowKeys(caseId, keys.keys));
  return withDrafts(await openCase(host, vault, caseId, { snapshot }));
}

/** A case file that was begun just now. */
export async function newlyBegun(kept: KeptCase): Promise<ReadyCase> {
  return withDrafts({ kept, notes: [], from: "journal" });
}

/**
 * Puts a case file on screen, forms and all, in place of the one before; one that is in memory only, too.
 * @param vault the one that it was opened with: where Folio was locked meanwhile the case file is closed again
 * @returns whether it is on screen
 */
export async function showCase(ready: ReadyCase, vault: OpenVault | null): Promise<boolean> {
  if (session.get().kept?.file.id !== ready.kept.file.id) await putCaseAway();
  if (vault !== null && session.get().vault?.id !== vault.id) {
    await closeKept(ready.kept);
    return false;
  }
  putOnScreen(ready);
  return true;
}

/** All at once, so that no screen is drawn before what was typed in it is back. */
function putOnScreen({ kept, notes, found, isSaved }: ReadyCase): void {
  const isSame = session.get().kept?.file.id === kept.file.id;
  keepDrafts(kept, found);
  const drafts = found.damaged ? (["draft-damaged"] as const) : [];
  session.change((now) => ({
    ...now,
    kept,
    notes: [...new Set([...now.vaultNotes, ...notes, ...drafts])],
    problem: isSame ? null : now.problem,
  }));
  if (!isSame) beginSearch();
  watchLease(kept);
  if (kept.disk !== null && kept.disk.lease !== null) keepSnapshots(kept, isSaved);
}

async function withDrafts({ kept, notes, from }: Pick<OpenedCase, "kept" | "notes" | "from">): Promise<ReadyCase> {
  return { kept, notes, found: await findDrafts(kept), isSaved: from === "snapshot" };
}

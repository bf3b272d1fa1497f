import { keepChange } from "#core/case-work/kept-case.ts";
import { sha256 } from "#core/model/bytes.ts";
import type { MadePack, Recipient } from "#core/pack/order.ts";
import { changeCase, reportProblem, session } from "./current-case.ts";
import { isReadOnly } from "./open-case.ts";
import { packHost, packState, savedPacks } from "./pack-order.ts";
import { untilLocked } from "./until-locked.ts";
import { writeOut } from "./write-out.ts";

/**
 * Saves a pack where the person chooses, whole or not at all, and keeps in the case file that it went out: to whom, which
 * exhibits it shows, its SHA-256 and the head that is printed in it.
 * @returns where it went, or null when the person cancelled or it failed (the reason is on screen by then)
 */
export async function savePack(made: MadePack, recipient: Recipient, name: string): Promise<string | null> {
  const host = packHost();
  if (host === null) return null;
  const until = untilLocked();
  try {
    const where = await writeOut(host, "pack", name, made.pdf);
    if (where === null || until.aborted) return where;
    savedPacks.change((now) => [...now, { id: now.length + 1, recipient, pageCount: made.pageCount, where }]);
    await keepShown(made, recipient);
    return where;
  } catch (cause) {
    reportProblem(cause);
    return null;
  }
}

/** What can only be read here goes out unnoted: the window that writes doesn't learn of it. */
async function keepShown(made: MadePack, recipient: Recipient): Promise<void> {
  const state = packState.get();
  const { kept } = session.get();
  if (kept === null || state.kind !== "ready" || state.made !== made || isReadOnly({ kept })) return;
  const exhibitIds = state.madeFrom.exhibits.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id);
  const packSha256 = await sha256(made.pdf);
  const head = made.head ?? "";
  await changeCase((now) =>
    keepChange(now, { kind: "pack-shown", recipient, exhibitIds, packSha256, head }, new Date()),
  );
}

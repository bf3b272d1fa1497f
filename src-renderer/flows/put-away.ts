import type { KeptCase } from "#core/case-work/kept-case.ts";
import { closeKept } from "#core/case-work/open-case.ts";
import { within } from "../store/within.ts";
import { dropReadings } from "./add-letters.ts";
import { changesDone, reportProblem, session } from "./current-case.ts";
import { putDraftsAway } from "./draft-keeping.ts";
import { closeForms } from "./drafts.ts";
import { stopHandOver } from "./hand-over.ts";
import { offeredPictures } from "./offered-files.ts";
import { forgetPack } from "./pack-order.ts";
import { forgetPackPicture } from "./pack-preview.ts";
import { forgetPictures } from "./page-picture.ts";
import { forgetSearch } from "./search.ts";
import { saveSnapshot, stopSnapshots } from "./snapshot-keeping.ts";
import { typedFields } from "./typed-fields.ts";

/** The writing that ends case files; the next one is opened when it is done. */
let closing: Promise<unknown> = Promise.resolve();

/** A disk that takes longer may take for ever: then the case file opens to be read, and `tryWriting` tries again. */
const closedMillis = 10_000;

/** Answers when every case file that was closed is off this window's hands. */
export async function closed(): Promise<void> {
  await within(closing, closedMillis);
}

/**
 * Takes the open case file off the screen: changes that are under way are kept first, then everything of it leaves the
 * window's memory, and what is to be written is.
 * @param limitMillis how long a disk is waited for; what it is given by then goes on without being waited for
 */
export async function putCaseAway(limitMillis = 10_000): Promise<void> {
  const { kept } = session.get();
  if (kept !== null) await within(changesDone(), limitMillis / 2);
  const now = session.get().kept;
  const isDone = Promise.all([now === null ? null : writeOut(now), putDraftsAway()]);
  closing = Promise.all([closing, isDone.then(() => (now === null ? undefined : giveBack(now)))]);
  forgetCase();
  await within(closing, limitMillis / 2);
}

/** Everything that holds something of the case file, emptied. */
function forgetCase(): void {
  stopSnapshots();
  dropReadings();
  closeForms();
  typedFields.set(new Map());
  offeredPictures.set(null);
  forgetPictures();
  forgetPack();
  forgetPackPicture();
  stopHandOver();
  forgetSearch();
  session.change((now) => ({
    ...now,
    kept: null,
    undo: [],
    said: "",
    undoable: false,
    problem: null,
    notes: [],
  }));
}

async function writeOut(kept: KeptCase): Promise<void> {
  await saveSnapshot(kept);
}

/** The head, and the right to write: after the drafts, which need it. */
async function giveBack(kept: KeptCase): Promise<void> {
  await closeKept(kept).catch(reportProblem);
}

import type { KeptCase } from "#core/case-work/kept-case.ts";
import { Problem } from "#core/problems.ts";
import { reportProblem } from "./current-case.ts";
import { caseDraftSealer, type FoundDrafts, readDraftFiles } from "./draft-files.ts";
import { forgetLetterList, putBack, typedNow, whenTyped } from "./draft-sources.ts";
import { type DraftWriter, draftWriter } from "./draft-writer.ts";

export const nothingFound: FoundDrafts = { values: new Map(), ids: new Map(), damaged: false };

/** What keeps the drafts of the open case file; null where nothing is kept: the sample, a case that can only be read. */
let keeping: { readonly writer: DraftWriter; readonly end: () => void } | null = null;

/** A case's drafts, read before it is shown. One that can't be read is told of in `notes`, and stays on disk. */
export async function findDrafts({ disk }: KeptCase): Promise<FoundDrafts> {
  if (disk === null || disk.lease === null) return nothingFound;
  try {
    return await readDraftFiles(disk.host, disk.keys);
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    return { ...nothingFound, damaged: true };
  }
}

/** Puts a case's drafts back on screen, and keeps on disk from here on whatever is typed. */
export function keepDrafts({ disk, file }: KeptCase, found: FoundDrafts): void {
  if (disk === null || disk.lease === null) return;
  keeping?.end();
  putBack(found.values, file);
  const place = { host: disk.host, lease: disk.lease, sealer: caseDraftSealer(disk.keys) };
  const writer = draftWriter(place, found, reportProblem);
  const tell = () => writer.tell(typedNow());
  keeping = { writer, end: whenTyped(tell) };
  tell();
}

/**
 * Takes down everything that is typed and keeps no more after it, so that forms may be closed.
 * @returns answers when it is on disk; a failure is on screen by then
 */
export function putDraftsAway(): Promise<void> {
  if (keeping === null) return Promise.resolve();
  const { writer, end } = keeping;
  keeping = null;
  end();
  writer.tell(typedNow());
  forgetLetterList();
  return writer.end().catch(reportProblem);
}

import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as otherWork } from "node:timers/promises";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";
import { erasedName, readErased } from "./backup/erased-parts.ts";
import { eraseLeftObjects, isOfCase, isSegment, mustBeThere } from "./case-files.ts";
import { type CaseFolders, makeFolder, namesIn } from "./folders.ts";
import type { HeldCase } from "./leases.ts";
import { writeInOrder } from "./safe-write.ts";
import type { Segments } from "./segments.ts";
import { sweep } from "./sweep.ts";
import { isWholeAndSmall, setTornEndAside } from "./torn.ts";

/** A case that somebody may write to, with its open files. */
export interface WritableCase extends HeldCase {
  readonly folders: CaseFolders;
  readonly segments: Segments;
}

/**
 * Readies a case whose lock was just taken: ends that a crash cut short are set aside, what was never finished is
 * swept. Where the disk refuses either (it is full, say) the case can be written to all the same, under a new
 * writer: the ends stay where they are, are told by who reads, and are set aside another time.
 *
 * @throws {Problem} `case-not-found`
 */
export async function readyCase(folders: CaseFolders): Promise<void> {
  await mustBeThere(folders);
  const writers = (await namesIn(folders.journal)).filter(isSegment).map((name) => name.slice(0, 32));
  for (const [index, writer] of writers.entries()) {
    if (index % manyAtOnce === 0) await otherWork();
    await setAside(folders.journal, writer).catch(() => undefined);
  }
  await eraseLeftObjects(folders).catch(() => undefined);
  for (const folder of [folders.folder, folders.journal, folders.heads, folders.objects, folders.drafts]) {
    await sweep(folder).catch(() => undefined);
  }
}

/** So many small segments are looked at before other windows have their turn. */
const manyAtOnce = 200;

async function setAside(folder: string, writer: string): Promise<void> {
  if (!isWholeAndSmall(join(folder, `${writer}.seg`))) await setTornEndAside(folder, writer);
}

/**
 * Makes a new case's folder with its sealed key. Its lock must have been taken. Errors are the system's own.
 *
 * A case that was erased for good and comes back (a bundle is taken over again) is wanted again: from then on it is
 * backed up like any other.
 *
 * @throws {Problem} `host-refused` where there already is something of such a case
 */
export async function makeCase(folders: CaseFolders, key: Bytes): Promise<void> {
  await makeFolder(folders.folder);
  if ((await namesIn(folders.folder)).some(isOfCase)) {
    throw new Problem("host-refused", "case is there already");
  }
  if ((await readErased(folders.folder)).whole) await rm(join(folders.folder, erasedName), { force: true });
  await writeCaseKey(folders, key);
}

/** Second copy first, as with vault.json. */
export function writeCaseKey({ keys }: CaseFolders, key: Bytes): Promise<void> {
  return writeInOrder(keys.map((path) => ({ path, bytes: key })));
}

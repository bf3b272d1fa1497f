import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { CaseLease, Host } from "#core/host.ts";
import { Problem } from "#core/problems.ts";
import type { BackupFiles } from "./backup/backups.ts";
import { addErased } from "./backup/erased-parts.ts";
import { eraseAll, eraseFiles } from "./case-files.ts";
import { checkedFrames, checkedId, checkedIds, checkedPart, checkedSmall } from "./checked.ts";
import { writing } from "./disk-problems.ts";
import { makeFolder, vaultFolders } from "./folders.ts";
import { makeCase, readyCase, type WritableCase, writeCaseKey } from "./held-case.ts";
import type { Leases, Visitor } from "./leases.ts";
import { startNewFile } from "./objects.ts";
import { writeWhole } from "./safe-write.ts";
import { openSegments } from "./segments.ts";
import type { Writes } from "./writes.ts";

export type WriteCalls = Pick<
  Host,
  | "beginCase"
  | "takeCase"
  | "keepLease"
  | "releaseCase"
  | "writeCaseKey"
  | "appendJournal"
  | "startSegment"
  | "writeHead"
  | "writeDraft"
  | "dropDraft"
  | "startObject"
  | "eraseParts"
  | "eraseCase"
>;

/** What the windows share, and one window's own. */
export interface WriteOptions {
  readonly dataFolder: string;
  readonly leases: Leases<WritableCase>;
  readonly backups: Pick<BackupFiles, "noteChange" | "erase">;
  /** segments that failed while this process runs (segments.ts) */
  readonly broken: Map<string, Problem>;
  readonly visitor: Visitor;
  readonly writes: Writes;
}

/** The calls that write into a case: each checks first that this window holds it. */
export function writeCalls({ dataFolder, leases, backups, broken, visitor, writes }: WriteOptions): WriteCalls {
  const { ofCase } = vaultFolders(dataFolder);
  const take = (caseId: string, ready: () => Promise<void>) =>
    leases.take(caseId, visitor, async () => {
      await ready();
      const folders = ofCase(caseId);
      const segments = openSegments(folders.journal, broken);
      const held: WritableCase = {
        caseId,
        folders,
        segments,
        atEnd: async () => {
          await writes.discardOf(held);
          await segments.close();
        },
      };
      return held;
    });
  /** Works on the held case, in a person's words where the disk refuses. */
  const during = <T>(lease: CaseLease, work: (held: WritableCase) => Promise<T>): Promise<T> =>
    leases.during(checkedId(lease), visitor, (held) => writing(() => work(held)));
  const start = (lease: CaseLease, place: (held: WritableCase) => { folder: string; name: string }) =>
    during(lease, (held) => {
      const { folder, name } = place(held);
      const finished = () => backups.noteChange(held.caseId);
      return writes.begin(() => startNewFile(folder, name), { place: ownFolder, owner: held, finished });
    });
  return {
    beginCase: async (caseId, key) => {
      const [id, sealed] = [checkedId(caseId), checkedSmall(key)];
      const lease = await writing(() => take(id, () => makeCase(ofCase(id), sealed)));
      if (lease === null) throw new Problem("host-refused", "case is there already");
      return lease;
    },
    takeCase: async (caseId) => {
      const id = checkedId(caseId);
      return writing(() => take(id, () => readyCase(ofCase(id))));
    },
    keepLease: async (lease) => leases.keep(checkedId(lease), visitor),
    releaseCase: async (lease) => leases.release(checkedId(lease), visitor),
    writeCaseKey: async (lease, key) => {
      const sealed = checkedSmall(key);
      await during(lease, async ({ caseId, folders }) => {
        await writeCaseKey(folders, sealed);
        backups.noteChange(caseId);
      });
    },
    appendJournal: async (lease, writer, frames) => {
      const [by, bytes] = [checkedId(writer), checkedFrames(frames)];
      await during(lease, async ({ caseId, segments }) => {
        await segments.append(by, bytes);
        backups.noteChange(caseId);
      });
    },
    startSegment: async (lease, writer) => {
      const name = `${checkedId(writer)}.seg`;
      return start(lease, ({ folders }) => ({ folder: folders.journal, name }));
    },
    startObject: async (lease, objectId) => {
      const name = checkedId(objectId);
      return start(lease, ({ folders }) => ({ folder: folders.objects, name }));
    },
    writeHead: async (lease, writer, head) => {
      const [by, bytes] = [checkedId(writer), checkedSmall(head)];
      await during(lease, ({ folders }) => writeIn(folders.heads, by, bytes));
    },
    writeDraft: async (lease, draftId, draft) => {
      const [id, bytes] = [checkedId(draftId), checkedPart(draft)];
      await during(lease, ({ folders }) => writeIn(folders.drafts, id, bytes));
    },
    dropDraft: async (lease, draftId) => {
      const id = checkedId(draftId);
      await during(lease, ({ folders }) => rm(join(folders.drafts, id), { force: true }));
    },
    eraseParts: async (lease, parts) => {
      const erased = { writers: checkedIds(parts?.writers), objects: checkedIds(parts?.objects) };
      return during(lease, async ({ caseId, folders }) => {
        await addErased(folders.folder, { whole: false, ...erased });
        await eraseFiles(folders, erased);
        return { backups: await backups.erase(caseId, erased) };
      });
    },
    eraseCase: async (lease) => {
      const erased = await during(lease, async ({ caseId, folders, segments }) => {
        await addErased(folders.folder, { whole: true, writers: [], objects: [] });
        await segments.close();
        await eraseAll(folders);
        return { backups: await backups.erase(caseId, "whole") };
      });
      await leases.release(lease, visitor);
      return erased;
    },
  };
}

const ownFolder = "Folio's own folder on this computer";

async function writeIn(folder: string, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await makeFolder(folder);
  await writeWhole(join(folder, name), bytes);
}

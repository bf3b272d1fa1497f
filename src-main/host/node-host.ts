import type { About, Host } from "#core/host.ts";
import { checkedFileName, checkedFrames, checkedId, checkedOffset, checkedPart } from "./checked.ts";
import { journalFiles } from "./journal-files.ts";
import { objectFiles } from "./objects.ts";
import { startSafeFile } from "./safe-write.ts";
import { openWrites } from "./writes.ts";

export interface NodeHostOptions {
  readonly dataFolder: string;
  readonly version: string;
  readonly kind: About["host"];
  /** Where to keep a pack; null when the person cancelled, or where this host can't ask. */
  readonly askWhereToSave: (suggestedName: string) => Promise<string | null>;
}

/** The host on Node, and how to end it. */
export interface NodeHost extends Host {
  /** The window is gone or was loaded anew: what it had begun to write is dropped. */
  dropWrites(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The machine's side of Folio, on a data folder. It sees ciphertext only, writes it safely, and logs nothing.
 * Arguments are checked here, whoever calls: this is the door to the disk.
 */
export function nodeHost({ dataFolder, version, kind, askWhereToSave }: NodeHostOptions): NodeHost {
  const journal = journalFiles(dataFolder);
  const objects = objectFiles(dataFolder);
  const writes = openWrites();
  return {
    about: async () => ({ host: kind, version }),
    listCases: () => journal.list(),
    readJournal: async (caseId) => journal.read(checkedId(caseId)),
    appendJournal: async (caseId, writer, frames) =>
      journal.append(checkedId(caseId), checkedId(writer), checkedFrames(frames)),
    startObject: async (caseId, objectId) => {
      const [inCase, id] = [checkedId(caseId), checkedId(objectId)];
      return writes.begin(() => objects.start(inCase, id), "Folio's own folder on this computer");
    },
    readObject: async (caseId, objectId, offset) =>
      objects.read(checkedId(caseId), checkedId(objectId), checkedOffset(offset)),
    startPack: async (suggestedName) => {
      const path = await askWhereToSave(checkedFileName(suggestedName));
      return path === null ? null : writes.begin(() => startSafeFile(path), path);
    },
    writePart: async (handle, part) => writes.write(checkedId(handle), checkedPart(part)),
    finishWrite: async (handle) => writes.finish(checkedId(handle)),
    discardWrite: async (handle) => writes.discard(checkedId(handle)),
    dropWrites: () => writes.discardAll(),
    close: async () => {
      await writes.discardAll();
      await journal.close();
    },
  };
}

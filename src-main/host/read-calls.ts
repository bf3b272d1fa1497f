import type { Host } from "#core/host.ts";
import { listCases, readCase, readDrafts, readSegment } from "./case-files.ts";
import { checkedId, checkedOffset } from "./checked.ts";
import { vaultFolders } from "./folders.ts";
import { readKeyFiles } from "./key-files.ts";
import { listObjects, readObject } from "./objects.ts";

export type ReadCalls = Pick<
  Host,
  "readKeyFiles" | "listCases" | "readCase" | "readSegment" | "listObjects" | "readObject" | "readDrafts"
>;

/** The calls that only read. They need no lease, and are the same for every window. */
export function readCalls(dataFolder: string): ReadCalls {
  const { ofCase } = vaultFolders(dataFolder);
  const inCase = (caseId: unknown) => ofCase(checkedId(caseId));
  return {
    readKeyFiles: () => readKeyFiles(dataFolder),
    listCases: () => listCases(dataFolder),
    readCase: async (caseId) => readCase(inCase(caseId)),
    readSegment: async (caseId, writer, offset) =>
      readSegment(inCase(caseId), checkedId(writer), checkedOffset(offset)),
    listObjects: async (caseId) => listObjects(inCase(caseId)),
    readObject: async (caseId, objectId, offset) =>
      readObject(inCase(caseId), checkedId(objectId), checkedOffset(offset)),
    readDrafts: async (caseId) => readDrafts(inCase(caseId)),
  };
}

import { open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { maxPartBytes } from "#core/host.ts";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";
import { isMissing, systemCode } from "./disk-problems.ts";
import { caseFolders, makeFolder } from "./folders.ts";
import { type SafeFile, startSafeFile, unfinished } from "./safe-write.ts";

/** Originals and page images on disk: written once, never changed. */
export interface ObjectFiles {
  /** @throws {Problem} `host-refused` where there already is one: objects are never replaced */
  start(caseId: string, objectId: string): Promise<SafeFile>;
  /** @throws {Problem} `object-missing`, `cannot-read` */
  read(caseId: string, objectId: string, offset: number): Promise<Bytes>;
}

export function objectFiles(dataFolder: string): ObjectFiles {
  const folders = caseFolders(dataFolder);
  const swept = new Set<string>();
  return {
    start: async (caseId, objectId) => {
      const folder = folders.objects(caseId);
      await makeFolder(folder);
      if (!swept.has(caseId)) await sweep(folder);
      swept.add(caseId);
      const path = join(folder, objectId);
      await mustBeNew(path);
      const file = await startSafeFile(path);
      // Once more at the end: ids are random, so two writes of one are a mistake, but never one that replaces.
      return { ...file, finish: () => mustBeNew(path).then(file.finish) };
    },
    read: (caseId, objectId, offset) => readPart(join(folders.objects(caseId), objectId), offset),
  };
}

async function mustBeNew(path: string): Promise<void> {
  try {
    await stat(path);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  throw new Problem("host-refused", "object is there already");
}

async function readPart(path: string, offset: number): Promise<Bytes> {
  try {
    const handle = await open(path, "r");
    try {
      const part = new Uint8Array(maxPartBytes);
      let filled = 0;
      while (filled < part.length) {
        const { bytesRead } = await handle.read(part, filled, part.length - filled, offset + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return part.slice(0, filled);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (isMissing(error)) throw new Problem("object-missing");
    throw new Problem("cannot-read", systemCode(error) ?? "unknown", { cause: error });
  }
}

const sweepAfterMillis = 24 * 60 * 60 * 1000;

/** Removes what a crash left half-written; only after a day, since another window or the command line may be at it. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(unfinished)) continue;
    const path = join(folder, name);
    const written = await stat(path).catch(() => null);
    if (written !== null && Date.now() - written.mtimeMs > sweepAfterMillis) await rm(path, { force: true });
  }
}

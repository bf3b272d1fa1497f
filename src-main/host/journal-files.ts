import { type FileHandle, open, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { CaseListing, JournalSegment } from "#core/host.ts";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";
import { diskProblem, isMissing, systemCode } from "./disk-problems.ts";
import { caseFolders, makeFolder, syncFolder } from "./folders.ts";
import { writeAll } from "./safe-write.ts";

/** Journals on disk: one file a writer, only ever grown. Frames are opaque here; sealing is the window's work. */
export interface JournalFiles {
  list(): Promise<readonly CaseListing[]>;
  read(caseId: string): Promise<readonly JournalSegment[]>;
  append(caseId: string, writer: string, frames: Bytes): Promise<void>;
  close(): Promise<void>;
}

export function journalFiles(dataFolder: string): JournalFiles {
  const folders = caseFolders(dataFolder);
  const segments = new Map<string, OpenSegment>();
  const settled = () => Promise.allSettled([...segments.values()].map((segment) => segment.last));
  return {
    list: () => reading(() => listCases(folders)),
    read: async (caseId) => {
      await settled();
      return reading(() => readSegments(folders.journal(caseId)));
    },
    append: (caseId, writer, frames) => {
      const path = join(folders.journal(caseId), writer + suffix);
      const segment = segments.get(path) ?? { handle: null, broken: null, last: Promise.resolve() };
      segments.set(path, segment);
      const mine = segment.last.then(() => appendTo(segment, folders.journal(caseId), path, frames));
      segment.last = mine.catch(() => undefined);
      return mine;
    },
    close: async () => {
      await settled();
      await Promise.all([...segments.values()].map((segment) => segment.handle?.close()));
      segments.clear();
    },
  };
}

const suffix = ".seg";

interface OpenSegment {
  handle: FileHandle | null;
  /** set once what is on disk can no longer be told: from then on nothing more is added */
  broken: Problem | null;
  /** the last append, so that each begins when the one before has ended */
  last: Promise<void>;
}

/**
 * Adds frames and answers once they are on disk. Where they don't fit, the segment is cut back to what it was, so
 * that nothing of them counts.
 *
 * After a failed fsync the segment takes no more: the system may have dropped the pages and say "all well" to
 * the next fsync. A new launch writes under a new writer id anyway.
 */
async function appendTo(segment: OpenSegment, folder: string, path: string, frames: Bytes): Promise<void> {
  if (segment.broken !== null) throw segment.broken;
  try {
    segment.handle ??= await openSegment(folder, path);
  } catch (error) {
    throw diskProblem(error);
  }
  const { handle } = segment;
  const before = await handle.stat().catch((error: unknown) => {
    throw diskProblem(error);
  });
  try {
    await writeAll(handle, frames);
  } catch (error) {
    await cutBack(segment, handle, before.size);
    throw diskProblem(error);
  }
  try {
    await handle.datasync();
  } catch (error) {
    segment.broken = diskProblem(error);
    await cutBack(segment, handle, before.size);
    throw segment.broken;
  }
}

async function openSegment(folder: string, path: string): Promise<FileHandle> {
  await makeFolder(folder);
  const handle = await open(path, "a", 0o600);
  try {
    await syncFolder(folder);
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function cutBack(segment: OpenSegment, handle: FileHandle, size: number): Promise<void> {
  try {
    await handle.truncate(size);
    await handle.datasync();
  } catch (error) {
    segment.broken ??= diskProblem(error);
  }
}

/** Reads, and says in a person's words where the disk refuses. */
async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new Problem("cannot-read", systemCode(error) ?? "unknown", { cause: error });
  }
}

async function readSegments(folder: string): Promise<readonly JournalSegment[]> {
  const names = await segmentNames(folder);
  return Promise.all(
    names.map(async (name) => ({
      writer: name.slice(0, -suffix.length),
      bytes: new Uint8Array(await readFile(join(folder, name))),
    })),
  );
}

/** Every case with something in its journal, latest first. Names that are no ids are not ours and are passed over. */
async function listCases({ cases, journal }: ReturnType<typeof caseFolders>): Promise<readonly CaseListing[]> {
  const ids = (await namesIn(cases)).filter((name) => /^[0-9a-f]{32}$/.test(name));
  const listings = await Promise.all(
    ids.map(async (id): Promise<CaseListing | null> => {
      const changedMillis = await Promise.all(
        (await segmentNames(journal(id))).map(async (name) => (await stat(join(journal(id), name))).mtimeMs),
      );
      return changedMillis.length === 0 ? null : { id, changedAt: new Date(Math.max(...changedMillis)).toISOString() };
    }),
  );
  return listings
    .filter((listing) => listing !== null)
    .sort((one, other) => (one.changedAt < other.changedAt ? 1 : -1));
}

async function segmentNames(folder: string): Promise<string[]> {
  return (await namesIn(folder)).filter((name) => /^[0-9a-f]{32}\.seg$/.test(name)).sort();
}

/** The names in a folder; none where there is no such folder. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

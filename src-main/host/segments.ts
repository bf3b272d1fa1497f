import { type FileHandle, open, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";
import { diskProblem } from "./disk-problems.ts";
import { makeFolder, syncFolder } from "./folders.ts";
import { writeAll } from "./safe-write.ts";

/** The segments of one case that somebody with its lease writes to: one file a writer, only ever grown. */
export interface Segments {
  /** @throws {Problem} `disk-full`, `cannot-write`: then nothing of the frames counts, and that segment takes no more */
  append(writer: string, frames: Bytes): Promise<void>;
  /** Waits for what is being added, and closes the files. */
  close(): Promise<void>;
}

/** @param broken segments that failed while this process runs, by path: kept beyond one lease */
export function openSegments(folder: string, broken: Map<string, Problem>): Segments {
  const segments = new Map<string, OpenSegment>();
  return {
    append: (writer, frames) => {
      const path = join(folder, `${writer}.seg`);
      const segment = segments.get(path) ?? { path, handle: null, last: Promise.resolve() };
      if (!segments.has(path) && segments.size >= mostSegments) {
        return Promise.reject(new Problem("host-refused", "too many writers"));
      }
      segments.set(path, segment);
      const mine = segment.last.then(() => appendOrBreak(segment, folder, frames, broken));
      segment.last = mine.catch(() => undefined);
      return mine;
    },
    close: async () => {
      const all = [...segments.values()];
      segments.clear();
      await Promise.all(all.map(async (segment) => segment.last.then(() => segment.handle?.close())));
    },
  };
}

const mostSegments = 256;

interface OpenSegment {
  readonly path: string;
  handle: FileHandle | null;
  /** the last append, so that each begins when the one before has ended */
  last: Promise<void>;
}

/**
 * Adds frames and answers once they are on disk. After any failure the segment is cut back to what it was and takes
 * no more: after a failed fsync the system may have dropped what was written and say "all well" to the next one, and
 * a cut that fails leaves an end behind which nothing may be added.
 */
async function appendOrBreak(
  segment: OpenSegment,
  folder: string,
  frames: Bytes,
  broken: Map<string, Problem>,
): Promise<void> {
  const before = broken.get(segment.path);
  if (before !== undefined) throw before;
  let sizeBytes: number | null = null;
  try {
    segment.handle ??= await openSegment(folder, segment.path);
    sizeBytes = (await segment.handle.stat()).size;
    await writeAll(segment.handle, frames);
    await segment.handle.datasync();
  } catch (error) {
    const problem = diskProblem(error);
    broken.set(segment.path, problem);
    await cutBack(segment, sizeBytes);
    throw problem;
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

/** As well as it goes: what can't be cut off now is set aside when the case is taken again. */
async function cutBack(segment: OpenSegment, sizeBytes: number | null): Promise<void> {
  const { handle, path } = segment;
  segment.handle = null;
  try {
    if (handle !== null && sizeBytes !== null && sizeBytes > 0) {
      await handle.truncate(sizeBytes);
      await handle.datasync();
    }
  } catch {
    // Said by the append itself.
  }
  await handle?.close().catch(() => undefined);
  if (sizeBytes === 0) await rm(path, { force: true }).catch(() => undefined);
}

/** Once it has a frame a segment is never replaced: neither by an import nor by a compacted one. */
export async function mustBeNew(path: string): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (there !== null) throw new Problem("host-refused", "is there already");
}

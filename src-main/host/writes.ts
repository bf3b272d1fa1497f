import { randomBytes } from "node:crypto";
import type { WriteHandle } from "#core/host.ts";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";
import { diskProblem } from "./disk-problems.ts";
import type { SafeFile } from "./safe-write.ts";

/**
 * Large writes that were begun and not yet finished. A write that fails is dropped whole at once, and so is one
 * that was left alone for an hour: nothing half-written outlives its window.
 */
export interface Writes {
  /** @param place where the file goes, as the person would say it */
  begin(start: () => Promise<SafeFile>, place: string): Promise<WriteHandle>;
  write(handle: WriteHandle, part: Bytes): Promise<void>;
  finish(handle: WriteHandle): Promise<string>;
  discard(handle: WriteHandle): Promise<void>;
  discardAll(): Promise<void>;
}

export function openWrites(): Writes {
  const writes = new Map<WriteHandle, OpenWrite>();
  const discard = async (handle: WriteHandle) => {
    const write = writes.get(handle);
    writes.delete(handle);
    await write?.file.discard();
  };
  /** One step at a time: a part sent before the last one was answered has no sure place, and is memory nobody counts. */
  const step = async (handle: WriteHandle, work: (file: SafeFile) => Promise<void>): Promise<OpenWrite> => {
    const write = writes.get(handle);
    if (write === undefined) throw new Problem("host-refused", "no such write");
    if (write.busy) throw new Problem("host-refused", "parts come one at a time");
    write.busy = true;
    try {
      await work(write.file);
    } catch (error) {
      await discard(handle);
      throw diskProblem(error);
    }
    write.busy = false;
    write.touchedMillis = Date.now();
    return write;
  };
  return {
    begin: async (start, place) => {
      for (const [handle, write] of writes) {
        if (!write.busy && Date.now() - write.touchedMillis > idleMillis) await discard(handle);
      }
      if (writes.size >= mostWrites) throw new Problem("host-refused", "too many writes at once");
      const file = await start().catch((error: unknown) => {
        throw diskProblem(error);
      });
      const handle = randomBytes(16).toString("hex");
      writes.set(handle, { file, place, busy: false, touchedMillis: Date.now() });
      return handle;
    },
    write: async (handle, part) => {
      await step(handle, (file) => file.write(part));
    },
    finish: async (handle) => {
      const { place } = await step(handle, (file) => file.finish());
      writes.delete(handle);
      return place;
    },
    discard,
    discardAll: async () => {
      await Promise.all([...writes.keys()].map(discard));
    },
  };
}

const idleMillis = 60 * 60 * 1000;
const mostWrites = 32;

interface OpenWrite {
  readonly file: SafeFile;
  readonly place: string;
  busy: boolean;
  touchedMillis: number;
}

import { randomBytes } from "node:crypto";
import type { WriteHandle } from "#core/host.ts";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";
import { diskProblem } from "./disk-problems.ts";
import type { SafeFile } from "./safe-write.ts";

/** What a large write is: where it goes, and what it ends with. */
export interface BegunWrite {
  /** where the file goes, as the person would say it */
  readonly place: string;
  /** a held case that it goes into: it is dropped when that lease ends; null for a file outside Folio */
  readonly owner: object | null;
  /** Runs once the file is there. */
  readonly finished?: () => void;
}

/**
 * One window's large writes that were begun and not yet finished. A write that fails is dropped whole at once, and
 * so is one that was left alone for an hour: nothing half-written outlives its window.
 */
export interface Writes {
  begin(start: () => Promise<SafeFile>, about: BegunWrite): Promise<WriteHandle>;
  write(handle: WriteHandle, part: Bytes): Promise<void>;
  finish(handle: WriteHandle): Promise<string>;
  discard(handle: WriteHandle): Promise<void>;
  /** Drops what goes into a case whose lease ends; what is about to be finished is waited for. */
  discardOf(owner: object): Promise<void>;
  discardAll(): Promise<void>;
}

export function openWrites(): Writes {
  const writes = new Map<WriteHandle, OpenWrite>();
  /** Those whose lease ended: their windows are told why, not that there never was such a write. */
  const cutOff = new Set<WriteHandle>();
  const discard = async (handle: WriteHandle) => {
    const write = writes.get(handle);
    writes.delete(handle);
    await write?.step?.catch(() => undefined);
    await write?.file.discard();
  };
  const discardOf = async (owner: object) => {
    const owned = [...writes].filter(([, write]) => write.about.owner === owner);
    if (cutOff.size > mostCutOff) cutOff.clear();
    for (const [handle] of owned) cutOff.add(handle);
    await Promise.all(owned.map(([handle]) => discard(handle)));
  };
  /** One step at a time: a part sent before the last one was answered has no sure place, and is memory nobody counts. */
  const step = async (handle: WriteHandle, work: (file: SafeFile) => Promise<void>): Promise<OpenWrite> => {
    const write = writes.get(handle);
    if (write === undefined && cutOff.has(handle)) throw new Problem("case-open-elsewhere", "lease");
    if (write === undefined) throw new Problem("host-refused", "no such write");
    if (write.step !== null) throw new Problem("host-refused", "parts come one at a time");
    write.step = work(write.file);
    try {
      await write.step;
    } catch (error) {
      write.step = null;
      await discard(handle);
      throw diskProblem(error);
    }
    write.step = null;
    write.touchedMillis = Date.now();
    return write;
  };
  return {
    begin: async (start, about) => {
      for (const [handle, write] of writes) {
        if (write.step === null && Date.now() - write.touchedMillis > idleMillis) await discard(handle);
      }
      if (writes.size >= mostWrites) throw new Problem("host-refused", "too many writes at once");
      const file = await start().catch((error: unknown) => {
        throw diskProblem(error);
      });
      const handle = randomBytes(16).toString("hex");
      writes.set(handle, { file, about, step: null, touchedMillis: Date.now() });
      return handle;
    },
    write: async (handle, part) => {
      await step(handle, (file) => file.write(part));
    },
    finish: async (handle) => {
      const { about } = await step(handle, (file) => file.finish());
      writes.delete(handle);
      about.finished?.();
      return about.place;
    },
    discard,
    discardOf,
    discardAll: async () => {
      await Promise.all([...writes.keys()].map(discard));
    },
  };
}

const idleMillis = 60 * 60 * 1000;
const mostWrites = 32;
const mostCutOff = 1000;

interface OpenWrite {
  readonly file: SafeFile;
  readonly about: BegunWrite;
  /** what is being done to it now */
  step: Promise<void> | null;
  touchedMillis: number;
}

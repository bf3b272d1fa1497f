import type { Bytes } from "./model/bytes.ts";
import type { ProblemCode } from "./problems.ts";

/** How the window is being run. */
export interface About {
  readonly host: "electron" | "loopback";
  readonly version: string;
}

/** A case file on this computer, as it can be listed without reading what is in it. */
export interface CaseListing {
  readonly id: string;
  /** UTC, ISO 8601: when its journal last grew */
  readonly changedAt: string;
}

/** One writer's part of a case's journal, as it stands on disk. */
export interface JournalSegment {
  readonly writer: string;
  readonly bytes: Bytes;
}

/** What a large write was opened as: give it back with every part. */
export type WriteHandle = string;

/**
 * What the window may ask of the machine it runs on. Main answers it; tests run the real one on a temporary folder.
 * Ids (case, writer, object) are 32 lower-case hex digits; anything else is refused as `host-refused`.
 */
export interface Host {
  about(): Promise<About>;

  /** The cases in the data folder, latest change first. */
  listCases(): Promise<readonly CaseListing[]>;

  /**
   * The whole journal of a case, one segment a writer; empty for a case that has none yet.
   * A part cut short at the end of a segment is kept on disk and left for the reader to find.
   */
  readJournal(caseId: string): Promise<readonly JournalSegment[]>;

  /**
   * Adds frames (at most 8 MiB) to the end of one writer's segment. When it answers, they are on disk (fsync).
   * @throws {Problem} `disk-full`, `cannot-write`: then nothing of them counts
   */
  appendJournal(caseId: string, writer: string, frames: Bytes): Promise<void>;

  /** Begins an object (an original file). It is there only once `finishWrite` has answered. */
  startObject(caseId: string, objectId: string): Promise<WriteHandle>;

  /** A part of an object, from `offset`, at most 1 MiB; shorter or empty at its end. @throws {Problem} `object-missing` */
  readObject(caseId: string, objectId: string, offset: number): Promise<Bytes>;

  /** Asks where to keep a pack. @returns null when the person cancelled */
  startPack(suggestedName: string): Promise<WriteHandle | null>;

  /** Adds a part, at most 1 MiB. @throws {Problem} `disk-full`, `cannot-write` */
  writePart(handle: WriteHandle, part: Bytes): Promise<void>;

  /** Makes what was written real: whole or not at all. @returns where it went, as the person would say it */
  finishWrite(handle: WriteHandle): Promise<string>;

  /** Drops what was written so far; nothing is left behind. */
  discardWrite(handle: WriteHandle): Promise<void>;
}

/** Every call by name. Leave one out, or add one too many, and this line does not compile. */
export const hostCalls: Record<keyof Host, true> = {
  about: true,
  listCases: true,
  readJournal: true,
  appendJournal: true,
  startObject: true,
  readObject: true,
  startPack: true,
  writePart: true,
  finishWrite: true,
  discardWrite: true,
};

/** How an answer crosses the wire: Electron strips an Error to its message, so data is sent. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ProblemCode; readonly detail: string };

/** The largest part that crosses the wire in one call: 1 MiB. */
export const maxPartBytes = 1_048_576;

/** The most that one `appendJournal` takes: 8 MiB. Changes are small; what is large is an object. */
export const maxAppendBytes = 8_388_608;

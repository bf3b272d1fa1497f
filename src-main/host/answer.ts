import type { Host, Reply } from "#core/host.ts";
import { Problem } from "#core/problems.ts";

/**
 * Answers one call from a window, as data: Electron strips an Error to its message, and HTTP knows none.
 *
 * A bug inside is answered as `host-gone` with no detail, so that neither a path nor a stack reaches the window.
 *
 * @param name as it came over the wire; anything but a call of `Host` is refused
 * @param args as they came over the wire; `nodeHost` checks each value, here only their number
 */
export async function answer(host: Host, name: string, args: unknown): Promise<Reply<unknown>> {
  try {
    if (!isHostCall(name) || !Array.isArray(args)) throw new Problem("host-refused", "call");
    const list: readonly unknown[] = args;
    if (takes[name] !== list.length) throw new Problem("host-refused", "number of arguments");
    // A union of calls takes no argument list that TypeScript can follow; every value is checked by nodeHost.
    const call = host[name] as (...args: readonly unknown[]) => Promise<unknown>;
    return { ok: true, value: await call(...list) };
  } catch (error) {
    if (error instanceof Problem) return { ok: false, code: error.code, detail: error.detail };
    return { ok: false, code: "host-gone", detail: "" };
  }
}

/** How many arguments each call takes. */
const takes: Record<keyof Host, number> = {
  about: 0,
  readKeyFiles: 0,
  writeKeyFiles: 3,
  listCases: 0,
  readCase: 1,
  readSegment: 3,
  listObjects: 1,
  readObject: 3,
  readDrafts: 1,
  beginCase: 2,
  takeCase: 1,
  keepLease: 1,
  releaseCase: 1,
  writeCaseKey: 2,
  appendJournal: 3,
  startSegment: 2,
  writeHead: 3,
  writeDraft: 3,
  dropDraft: 2,
  startObject: 2,
  eraseParts: 2,
  eraseCase: 1,
  startFile: 2,
  writePart: 2,
  finishWrite: 1,
  discardWrite: 1,
  backupState: 0,
  chooseBackupFolder: 1,
  stopBackups: 0,
  backUpNow: 0,
  openBackup: 1,
  readBackup: 2,
  restoreVault: 2,
  restoreCase: 4,
  waitForLock: 0,
  clearClipboard: 1,
  sealWithComputer: 1,
  openWithComputer: 1,
};

function isHostCall(name: string): name is keyof Host {
  return Object.hasOwn(takes, name);
}

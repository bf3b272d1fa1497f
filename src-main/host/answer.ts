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
  listCases: 0,
  readJournal: 1,
  appendJournal: 3,
  startObject: 2,
  readObject: 3,
  startPack: 1,
  writePart: 2,
  finishWrite: 1,
  discardWrite: 1,
};

function isHostCall(name: string): name is keyof Host {
  return Object.hasOwn(takes, name);
}

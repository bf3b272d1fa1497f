import type { Host } from "#core/host.ts";
import { Problem, type ProblemCode, problemCodes } from "#core/problems.ts";

/** Takes one call over a wire and gives back what came, unlooked at. */
export type Carry = (name: keyof Host, args: readonly unknown[]) => Promise<unknown>;

/** The host on the other side of a wire: each call sends its arguments and unwraps the `Reply`. */
export function hostOver(carry: Carry): Host {
  const call = <Name extends keyof Host>(name: Name, ...args: Parameters<Host[Name]>) =>
    // The other side is Folio's own host of the same build: what it answers has the type that `Host` gives it.
    carry(name, args).then(unwrap) as ReturnType<Host[Name]>;
  return {
    about: () => call("about"),
    listCases: () => call("listCases"),
    readJournal: (caseId) => call("readJournal", caseId),
    appendJournal: (caseId, writer, frames) => call("appendJournal", caseId, writer, frames),
    startObject: (caseId, objectId) => call("startObject", caseId, objectId),
    readObject: (caseId, objectId, offset) => call("readObject", caseId, objectId, offset),
    startPack: (suggestedName) => call("startPack", suggestedName),
    writePart: (handle, part) => call("writePart", handle, part),
    finishWrite: (handle) => call("finishWrite", handle),
    discardWrite: (handle) => call("discardWrite", handle),
  };
}

/** @throws {Problem} the one that was answered, or `host-gone` for something that is no `Reply` */
function unwrap(reply: unknown): unknown {
  if (typeof reply !== "object" || reply === null || !("ok" in reply)) throw new Problem("host-gone", "reply");
  if (reply.ok === true) return "value" in reply ? reply.value : undefined;
  const code = "code" in reply && isProblemCode(reply.code) ? reply.code : "host-gone";
  const detail = "detail" in reply && typeof reply.detail === "string" ? reply.detail : "";
  throw new Problem(code, detail);
}

function isProblemCode(code: unknown): code is ProblemCode {
  return problemCodes.some((known) => known === code);
}

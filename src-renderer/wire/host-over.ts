import { type Host, hostCalls } from "#core/host.ts";
import { Problem, type ProblemCode, problemCodes } from "#core/problems.ts";

/** Takes one call over a wire and gives back what came, unlooked at. */
export type Carry = (name: keyof Host, args: readonly unknown[]) => Promise<unknown>;

/**
 * The host on the other side of a wire: each call sends its arguments and unwraps the `Reply`. The other side is
 * Folio's own host of the same build: what it answers has the type that `Host` gives it.
 */
export function hostOver(carry: Carry): Host {
  // Made from `hostCalls`, which names every call of `Host` and no other.
  return Object.fromEntries(
    Object.keys(hostCalls).map((name) => [
      name,
      (...args: readonly unknown[]) => carry(name as keyof Host, args).then(unwrap),
    ]),
  ) as unknown as Host;
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

import { type Host, hostCalls } from "#core/host.ts";
import { Problem } from "#core/problems.ts";

let unlocked = new AbortController();

/**
 * Aborted when Folio is locked next. Whatever goes on for longer than a moment with keys or with words of a case file
 * takes it when it begins, and looks at it before it goes on: what answers late must not bring back what was dropped.
 */
export function untilLocked(): AbortSignal {
  return unlocked.signal;
}

/** Ends everything that was begun while Folio was open. For `lockNow` alone. */
export function endWithLock(): void {
  unlocked.abort(new Problem("vault-missing", "locked"));
  unlocked = new AbortController();
}

/**
 * A host that answers until Folio is locked, for long work that reads or seals: it then ends with the first call that
 * it makes, as a crash would end it. What was taken can still be given back.
 */
export function hostUntil(until: AbortSignal, host: Host): Host {
  const calls = Object.keys(hostCalls).map((name) => {
    const call = host[name as keyof Host] as (...args: readonly unknown[]) => Promise<unknown>;
    const asked = async (...args: readonly unknown[]) => {
      until.throwIfAborted();
      const answer = await call(...args);
      until.throwIfAborted();
      return answer;
    };
    return [name, givesBack.has(name) ? call : asked] as const;
  });
  // Made from `hostCalls`, which names every call of `Host` and no other.
  return Object.fromEntries(calls) as unknown as Host;
}

const givesBack: ReadonlySet<string> = new Set(["keepLease", "releaseCase", "discardWrite"] satisfies (keyof Host)[]);

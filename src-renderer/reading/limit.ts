import { Problem } from "#core/problems.ts";

/** A signal that fires when the person stops or the time is up, whichever comes first, and says which. */
export interface Limit {
  readonly signal: AbortSignal;
  /** Waits for the work, but no longer than the limit. @throws {Problem} `reading-stopped`, `reading-timed-out` */
  within<T>(work: Promise<T>): Promise<T>;
  /** Gives the work more time, from when its time would have been up. */
  extend(millis: number): void;
  /** Must be called when the work is done: stops the clock. */
  end(): void;
}

/** `AbortSignal.any` would do, but Chromium has it only from version 116. */
export function startLimit(millis: number, person: AbortSignal | undefined): Limit {
  const controller = new AbortController();
  const stop = () => controller.abort(new Problem("reading-stopped"));
  const timeUp = () => controller.abort(new Problem("reading-timed-out"));
  let endsAt = performance.now() + millis;
  let clock = setTimeout(timeUp, millis);
  if (person?.aborted) stop();
  else person?.addEventListener("abort", stop, { once: true });
  const { signal } = controller;
  return {
    signal,
    async within(work) {
      // Nobody may be left to see the work fail after the limit has passed.
      work.catch(() => {});
      signal.throwIfAborted();
      let stopped = () => {};
      const limit = new Promise<never>((_, reject) => {
        stopped = () => reject(signal.reason);
        signal.addEventListener("abort", stopped, { once: true });
      });
      try {
        return await Promise.race([work, limit]);
      } finally {
        signal.removeEventListener("abort", stopped);
      }
    },
    extend(more) {
      if (signal.aborted) return;
      clearTimeout(clock);
      endsAt += more;
      clock = setTimeout(timeUp, endsAt - performance.now());
    },
    end() {
      clearTimeout(clock);
      person?.removeEventListener("abort", stop);
    },
  };
}

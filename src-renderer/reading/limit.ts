import { Problem } from "#core/problems.ts";

/** A signal that fires when the person stops or the time is up, whichever comes first, and says which. */
export interface Limit {
  readonly signal: AbortSignal;
  /** Waits for the work, but no longer than the limit. @throws {Problem} `reading-stopped`, `reading-timed-out` */
  within<T>(work: Promise<T>): Promise<T>;
  /** Must be called when the work is done: stops the clock. */
  end(): void;
}

/** `AbortSignal.any` would do, but Chromium has it only from version 116. */
export function startLimit(millis: number, person: AbortSignal | undefined): Limit {
  const controller = new AbortController();
  const stop = () => controller.abort(new Problem("reading-stopped"));
  const clock = setTimeout(() => controller.abort(new Problem("reading-timed-out")), millis);
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
    end() {
      clearTimeout(clock);
      person?.removeEventListener("abort", stop);
    },
  };
}

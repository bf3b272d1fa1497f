import { Problem } from "#core/problems.ts";

/** Something that works elsewhere and can be ended at once. */
export interface PoolWorker {
  terminate(): unknown;
}

/** A number of workers that are lent out one piece of work at a time; more work waits its turn. */
export interface WorkerPool<Worker extends PoolWorker> {
  /**
   * @throws the signal's reason when stopped, and `reading-stopped` when the pool is closed; the worker that was at it is
   * then ended, as it is after any failure
   */
  use<T>(work: (worker: Worker) => Promise<T>, signal: AbortSignal | undefined): Promise<T>;
  /** Ends every worker, at work or not. None is started after it. */
  close(): Promise<void>;
}

/** Each worker is started when there is first work for it, and kept warm. */
export function createPool<Worker extends PoolWorker>(most: number, start: () => Promise<Worker>): WorkerPool<Worker> {
  const idle: Worker[] = [];
  const waiting: (() => void)[] = [];
  let running = 0;
  const ending = new AbortController();

  function giveBack(worker: Worker | null): void {
    running -= 1;
    if (worker !== null) idle.push(worker);
    waiting.shift()?.();
  }

  return {
    async use(work, signal) {
      signal?.throwIfAborted();
      ending.signal.throwIfAborted();
      while (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
      running += 1;
      let worker: Worker | null = null;
      let sound = false;
      try {
        signal?.throwIfAborted();
        ending.signal.throwIfAborted();
        worker = idle.pop() ?? (await start());
        ending.signal.throwIfAborted();
        const done = await unlessStopped(unlessStopped(work(worker), signal), ending.signal);
        sound = true;
        return done;
      } finally {
        if (!sound) void worker?.terminate();
        giveBack(sound ? worker : null);
      }
    },
    async close() {
      ending.abort(new Problem("reading-stopped"));
      await Promise.all(idle.splice(0).map((worker) => worker.terminate()));
    },
  };
}

async function unlessStopped<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  signal.throwIfAborted();
  let stop = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
  });
  // A worker that is ended may fail later, when nobody listens any more.
  work.catch(() => {});
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

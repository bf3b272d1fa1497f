/** When automatic backups are made. */
export interface Schedule {
  /** Something changed: one is due a minute later, and ten minutes after the last try at the earliest. */
  changed(): void;
  /** One was tried, now. */
  tried(): void;
  stop(): void;
}

export interface ScheduleOptions {
  readonly now: () => number;
  readonly afterChangeMillis: number;
  readonly betweenMillis: number;
  readonly run: () => void;
}

export function backupSchedule({ now, afterChangeMillis, betweenMillis, run }: ScheduleOptions): Schedule {
  let timer: NodeJS.Timeout | null = null;
  let lastTriedMillis = Number.NEGATIVE_INFINITY;
  const stop = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  return {
    changed: () => {
      if (timer !== null) return;
      // A clock that was put back since the last try must not put the next one off by as much.
      const sinceLast = Math.max(0, now() - lastTriedMillis);
      const dueMillis = Math.max(afterChangeMillis, betweenMillis - sinceLast);
      timer = setTimeout(() => {
        timer = null;
        run();
      }, dueMillis);
      // No reason for a process to stay: closing makes the last one.
      timer.unref();
    },
    tried: () => {
      lastTriedMillis = now();
      stop();
    },
    stop,
  };
}

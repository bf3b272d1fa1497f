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
      const due = Math.max(now() + afterChangeMillis, lastTriedMillis + betweenMillis);
      timer = setTimeout(() => {
        timer = null;
        run();
      }, due - now());
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

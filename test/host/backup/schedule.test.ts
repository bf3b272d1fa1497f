import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { backupSchedule } from "../../../src-main/host/backup/schedule.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const [minute, day] = [60_000, 86_400_000];

function scheduled() {
  let millis = 1_000 * day;
  let runs = 0;
  const run = () => {
    runs += 1;
    schedule.tried();
  };
  const schedule = backupSchedule({ now: () => millis, afterChangeMillis: minute, betweenMillis: 10 * minute, run });
  return { schedule, runs: () => runs, setClock: (by: number) => (millis += by) };
}

it.each([-day, -40 * day, 40 * day])(
  "a clock that was set by %d ms puts no backup off for longer than between two",
  (by) => {
    const { schedule, runs, setClock } = scheduled();
    schedule.tried();
    setClock(by);
    schedule.changed();
    vi.advanceTimersByTime(minute - 1);
    expect(runs()).toBe(0);
    vi.advanceTimersByTime(9 * minute + 1);
    expect(runs()).toBe(1);
  },
);

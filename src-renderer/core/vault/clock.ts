/**
 * A hybrid logical clock: `<milliseconds since 1970, 15 digits>.<count, 6 digits>`. Clocks are compared as text.
 *
 * It is the computer's own time, but never at or below `latest`: time that was set back puts nothing before what was
 * already said.
 *
 * @param latest the latest clock seen so far; "" (or what is no clock) where there is none
 */
export function nextClock(latest: string, now: Date): string {
  const time = now.getTime();
  if (!isClock(latest)) return write(time, 0);
  const before = Number(latest.slice(0, 15));
  if (time > before) return write(time, 0);
  const count = Number(latest.slice(16)) + 1;
  return count > mostCount ? write(before + 1, 0) : write(before, count);
}

/** The later of two clocks; "" is before every one. */
export function laterClock(one: string, other: string): string {
  if (one < other) return other;
  return one;
}

/** Whether a text is a clock. */
export function isClock(text: unknown): text is string {
  return typeof text === "string" && /^\d{15}\.\d{6}$/.test(text);
}

const mostCount = 999_999;

function write(millis: number, count: number): string {
  return `${String(Math.max(0, millis)).padStart(15, "0")}.${String(count).padStart(6, "0")}`;
}

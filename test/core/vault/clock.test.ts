import fc from "fast-check";
import { expect, test } from "vitest";
import { isClock, laterClock, nextClock } from "#core/vault/clock.ts";

const clock = fc
  .tuple(fc.nat({ max: 4_000_000_000_000 }), fc.nat({ max: 999_999 }))
  .map(([millis, count]) => `${String(millis).padStart(15, "0")}.${String(count).padStart(6, "0")}`);
const date = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2200-01-01") });

test("a clock is always later than the one before it, and never behind the computer's own time", () => {
  fc.assert(
    fc.property(fc.oneof(clock, fc.constant("")), date, (before, now) => {
      const next = nextClock(before, now);
      expect(isClock(next)).toBe(true);
      expect(next > before).toBe(true);
      expect(Number(next.slice(0, 15))).toBeGreaterThanOrEqual(now.getTime());
      expect(laterClock(next, before)).toBe(next);
      expect(laterClock(before, next)).toBe(next);
    }),
  );
});

test("what is no clock holds nothing up", () => {
  expect(nextClock("tomorrow", new Date(5))).toBe("000000000000005.000000");
  expect([isClock("5.0"), isClock(null), isClock("000000000000005.0000000")]).toEqual([false, false, false]);
});

test("a million changes in one millisecond go on with the next", () => {
  expect(nextClock("000000000000005.999999", new Date(1))).toBe("000000000000006.000000");
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DatedSet, setsToKeep } from "../../../src-main/host/backup/rotate.ts";

const dayMillis = 86_400_000;

/** Sets as they are listed: latest first. */
function sets(ages: readonly number[], good = true): readonly DatedSet[] {
  const from = Date.parse("2026-11-23T12:00:00Z");
  return ages.map((days) => {
    const at = new Date(from - days * dayMillis).toISOString();
    return { name: `${at}${good}`, at, good };
  });
}

describe("rotation", () => {
  it("keeps the newest 8, the newest of each of 6 weeks and of each of 12 months", () => {
    const daily = sets(Array.from({ length: 800 }, (_, day) => day));
    const kept = daily.filter(({ name }) => setsToKeep(daily).has(name)).map(({ at }) => at.slice(0, 10));
    expect(kept).toEqual([
      ...[
        "2026-11-23",
        "2026-11-22",
        "2026-11-21",
        "2026-11-20",
        "2026-11-19",
        "2026-11-18",
        "2026-11-17",
        "2026-11-16",
      ],
      ...["2026-11-15", "2026-11-08", "2026-11-01", "2026-10-31", "2026-10-25", "2026-09-30", "2026-08-31"],
      ...["2026-07-31", "2026-06-30", "2026-05-31", "2026-04-30", "2026-03-31", "2026-02-28", "2026-01-31"],
      "2025-12-31",
    ]);
  });

  it("never lets a doubtful set take a good one's place", () => {
    const good = sets(Array.from({ length: 8 }, (_, at) => 100 + at));
    const all = [
      ...sets(
        Array.from({ length: 90 }, (_, at) => at),
        false,
      ),
      ...good,
    ];
    for (const { name } of good) expect(setsToKeep(all).has(name)).toBe(true);
  });

  it("keeps the newest good set, whatever the dates say", () => {
    const ages = fc.array(fc.record({ days: fc.integer({ min: -40_000, max: 20_000 }), good: fc.boolean() }), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(ages, (list) => {
        const all = list.flatMap(({ days, good }) => sets([days], good));
        const kept = setsToKeep(all);
        const newest = all.find(({ good }) => good);
        expect(newest === undefined || kept.has(newest.name)).toBe(true);
        expect(kept.size).toBeLessThanOrEqual(2 * (8 + 6 + 12));
      }),
    );
  });
});

import { expect, test } from "vitest";
import { packChronology } from "#core/chronology/for-pack.ts";
import { emptyCase } from "#core/model/change.ts";
import { exhibit, letter, mention } from "../exhibits.ts";

const dates = [
  mention("1 April 2026", "2026-04-01", "deadline"),
  mention("2 April 2026", "2026-04-02", "payment-due"),
  mention("27 February", "2026-02-27", "event"),
];

test("unconfirmed payments are left out and counted, limits and happenings stay", () => {
  const file = { ...emptyCase, exhibits: [exhibit(1, letter("2026-03-04", dates))] };
  const { events, leftOut } = packChronology(file);
  expect(events.map((event) => event.day)).toEqual(["2026-02-27", "2026-03-04", "2026-04-01"]);
  expect(leftOut).toBe(1);
});

test("what a person confirmed is never left out", () => {
  const one = { ...exhibit(1, letter("2026-03-04", dates)), judgements: { 1: { kind: "accepted" } as const } };
  expect(packChronology({ ...emptyCase, exhibits: [one] }).leftOut).toBe(0);
});

test("the lines of a bank statement are the exhibit's business", () => {
  const statement = exhibit(1, { ...letter("2026-03-04", dates), sender: "bank" });
  const { events } = packChronology({ ...emptyCase, exhibits: [statement] });
  expect(events.map((event) => event.source.kind)).toEqual(["letter"]);
});

test("one happening that two letters name stands once, with the first", () => {
  const both = [exhibit(1, letter("2026-03-04", dates)), exhibit(2, letter("2026-03-05", dates))];
  const { events } = packChronology({ ...emptyCase, exhibits: both });
  const happenings = events.filter((event) => event.role === "event");
  expect(happenings.map((event) => event.source)).toEqual([expect.objectContaining({ kind: "mention", exhibit: 1 })]);
});

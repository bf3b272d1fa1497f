import { expect, test } from "vitest";
import { buildChronology } from "#core/chronology/build.ts";
import type { CallNote } from "#core/model/call-note.ts";
import { emptyCase } from "#core/model/change.ts";
import { pence } from "#core/model/pence.ts";
import { day } from "../../day.ts";
import { exhibit, letter, mention } from "../exhibits.ts";

const call: CallNote = {
  id: "c1",
  day: day("2026-03-02"),
  time: "09:05",
  direction: "out",
  who: "Lee",
  theySaid: "",
  iSaid: "",
  promises: [
    { what: "ring back", by: day("2026-03-09") },
    { what: "look into it", by: null },
  ],
  holdMinutes: null,
  minutes: null,
};

test("letters, their dates, calls, promises and costs stand in one order of days", () => {
  const rows = buildChronology({
    ...emptyCase,
    exhibits: [
      exhibit(
        1,
        letter("2026-03-04", [
          mention("4 March 2026", "2026-03-04", "letter-date"),
          mention("1 April 2026", "2026-04-01", "deadline"),
          mention("27 February", "2026-02-27", "event"),
        ]),
      ),
    ],
    calls: [call],
    costs: [
      {
        id: "k1",
        day: day("2026-03-03"),
        payee: "Post Office",
        what: "Stamps",
        amount: pence(165),
        head: "out-of-pocket",
        cause: "",
        proof: null,
      },
    ],
  });
  expect(rows.map((row) => [row.day, row.lane])).toEqual([
    ["2026-02-27", "facts"],
    ["2026-03-02", "calls"],
    ["2026-03-03", "costs"],
    ["2026-03-04", "they-wrote"],
    ["2026-03-09", "limits"],
    ["2026-04-01", "limits"],
  ]);
});

test("a date printed three times in one letter is one row, births are none", () => {
  const one = exhibit(
    1,
    letter(null, [
      mention("1 April 2026", "2026-04-01", "deadline"),
      mention("1.4.26", "2026-04-01", "deadline"),
      mention("born 4 May 2015", "2015-05-04", "birth"),
    ]),
  );
  expect(buildChronology({ ...emptyCase, exhibits: [one] })).toHaveLength(1);
});

test("a rejected date is gone, a corrected one stands where it was corrected to, confirmed", () => {
  const read = letter("2026-03-04", [
    mention("1 April 2026", "2026-04-01", "deadline"),
    mention("2 April 2026", "2026-04-02", "event"),
  ]);
  const judged = {
    ...exhibit(1, read),
    judgements: {
      0: { kind: "rejected" } as const,
      1: {
        kind: "corrected",
        to: { value: { kind: "day", day: day("2026-05-02") }, role: "deadline" },
      } as const,
    },
  };
  const rows = buildChronology({ ...emptyCase, exhibits: [judged] });
  expect(rows.map((row) => [row.day, row.role, row.confirmed])).toEqual([
    ["2026-03-04", "letter-date", false],
    ["2026-05-02", "deadline", true],
  ]);
});

test("a withdrawn exhibit has no rows", () => {
  const gone = { ...exhibit(1, letter("2026-03-04")), withdrawn: true };
  expect(buildChronology({ ...emptyCase, exhibits: [gone] })).toEqual([]);
});

test("happenings stand apart from periods and payments, and from the lines of a bank statement", () => {
  const dates = [
    mention("27 February", "2026-02-27", "event"),
    mention("1 March", "2026-03-01", "decision-effective"),
    mention("2 March", "2026-03-02", "payment-due"),
    mention("3 March", "2026-03-03", "deadline"),
  ];
  const lanes = (read: ReturnType<typeof letter>, judgements = {}) =>
    buildChronology({ ...emptyCase, exhibits: [{ ...exhibit(1, read), judgements }] }).map((row) => row.lane);
  expect(lanes(letter(null, dates))).toEqual(["facts", "facts", "other", "limits"]);
  const statement = { ...letter(null, dates), sender: "bank" } as const;
  expect(lanes(statement)).toEqual(["other", "other", "other", "other"]);
  expect(lanes(statement, { 3: { kind: "accepted" } })).toEqual(["other", "other", "other", "limits"]);
});

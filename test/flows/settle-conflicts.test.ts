import { expect, test } from "vitest";
import { emptyCase } from "#core/model/change.ts";
import { pence } from "#core/model/pence.ts";
import type { Conflict } from "#core/vault/conflicts.ts";
import { conflictGroups, settledBodies } from "../../src-renderer/flows/settle-conflicts.ts";
import { sayConflictValue, sayDisputed } from "../../src-renderer/ui/say-conflict.ts";
import { day } from "../day.ts";

const cost = {
  id: "c1",
  day: day("2026-05-03"),
  what: "Stamps",
  payee: "",
  amount: pence(1250),
  head: "out-of-pocket",
  cause: "",
  proof: null,
} as const;
const file = { ...emptyCase, costs: [cost] };
const side = (value: unknown) => ({ writer: "w", sequence: 1, at: "2026-05-03T10:00:00.000Z", value });
const amount: Conflict = { what: "cost-amount", id: "c1", position: null, sides: [side(1340), side(1250)] };
const when: Conflict = { what: "cost-day", id: "c1", position: null, sides: [side("2026-05-02"), side("2026-05-03")] };

test("an amount and a day of one cost are asked for together and said in one change", () => {
  expect(conflictGroups([amount, when])).toEqual([[amount, when]]);
  const settled = [
    { field: amount, value: 1340 },
    { field: when, value: "2026-05-02" },
  ];
  expect(settledBodies(file, settled)).toEqual([
    { kind: "cost-kept", cost: { ...cost, amount: 1340, day: "2026-05-02" } },
  ]);
});

test("undo says again what stood before", () => {
  expect(settledBodies(file, [{ field: amount, value: 1340 }], true)).toEqual([{ kind: "cost-kept", cost }]);
});

test("a reminder that one side took away can be settled as none", () => {
  const retention = { what: "retention", id: "case", position: null } as const;
  expect(settledBodies(emptyCase, [{ field: retention, value: null }])).toEqual([
    { kind: "retention-told", day: null },
  ]);
});

test("something that was erased meanwhile settles nothing", () => {
  expect(settledBodies(emptyCase, [{ field: amount, value: 1340 }])).toEqual([]);
});

test("sides read as amounts, days and judgements, never as they are stored", () => {
  expect(sayDisputed(amount, file)).toBe("Stamps");
  expect(sayConflictValue(amount, 1340)).toBe("£13.40");
  expect(sayConflictValue(when, "2026-05-02")).toBe("2 May 2026");
  const letter = { what: "letter-date", id: "e1", position: 0 } as const;
  const corrected = { kind: "corrected", to: { value: { kind: "day", day: "2026-05-02" }, role: "event" } };
  expect(sayConflictValue(letter, corrected)).toBe("2 May 2026");
  expect(sayConflictValue(letter, null)).toBe("Not checked");
});

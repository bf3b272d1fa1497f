import { expect, test } from "vitest";
import type { CallNote, PortalMessage } from "#core/model/call-note.ts";
import type { Cost } from "#core/model/cost.ts";
import { pence } from "#core/model/pence.ts";
import {
  asCall,
  asCost,
  asMessage,
  typedCall,
  typedCost,
  typedMessage,
} from "../../src-renderer/flows/typed-entries.ts";
import { day } from "../day.ts";

const call: CallNote = {
  id: "c1",
  day: day("2026-03-02"),
  time: "09:05",
  direction: "in",
  who: "Lee",
  theySaid: "yes",
  iSaid: "no",
  promises: [
    { what: "ring back", by: day("2026-03-09") },
    { what: "look into it", by: null },
  ],
  holdMinutes: 0,
  minutes: 25,
};
const message: PortalMessage = {
  id: "m1",
  day: day("2026-03-02"),
  time: null,
  direction: "out",
  subject: "",
  text: "x",
};
const cost: Cost = {
  id: "k1",
  day: day("2026-03-03"),
  payee: "Post Office",
  what: "Stamps",
  amount: pence(120450),
  head: "delay",
  cause: "",
  proof: { exhibit: 3, page: null },
};

test("an entry put in its form and kept again unchanged is the same entry", () => {
  expect(asCall("c1", typedCall(call))).toEqual(call);
  expect(asMessage("m1", typedMessage(message))).toEqual(message);
  expect(asCost("k1", typedCost(cost))).toEqual(cost);
  expect(asCost("k1", typedCost({ ...cost, proof: null }))).toEqual({ ...cost, proof: null });
});

test("a form whose day or amount can't be read says nothing yet", () => {
  expect(asCall("c1", { ...typedCall(call), day: "soon" })).toBeNull();
  expect(asCost("k1", { ...typedCost(cost), amount: "a lot" })).toBeNull();
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { type ChangeBody, emptyCase } from "#core/model/change.ts";
import { judgedMentions } from "#core/model/exhibit.ts";
import { applyChange, foldChanges } from "#core/model/fold.ts";
import { isKnownKind, isWellFormed } from "#core/model/known-body.ts";
import { nextNumber, settleNumbers } from "#core/model/settle-numbers.ts";
import { day } from "../../day.ts";
import { exhibit, letter, mention } from "../exhibits.ts";

test("a date that a person told joins the end of the letter's dates, confirmed, and moves no other", () => {
  const one = exhibit(1, letter(null, [mention("1 April 2026", "2026-04-01", "deadline")]));
  const told = mention("5 May 2026", "2026-05-05", "letter-date");
  const file = applyChange(
    { ...emptyCase, exhibits: [one] },
    { body: { kind: "date-told", exhibitId: "exhibit-1", mention: told } },
  );
  const [changed] = file.exhibits;
  expect(changed?.letter.mentions.map((each) => each.words)).toEqual(["1 April 2026", "5 May 2026"]);
  expect(changed === undefined ? [] : judgedMentions(changed).map((each) => each.confirmed)).toEqual([false, true]);
});

test("an entry kept again with the same id replaces the first, in its place", () => {
  const issue = {
    id: "i1",
    triage: "service",
    title: "One",
    whatHappened: "",
    whyWrong: "",
    effect: "",
    want: "",
  } as const;
  const kept = [issue, { ...issue, id: "i2", title: "Two" }, { ...issue, title: "One again" }].reduce(
    (file, each) => applyChange(file, { body: { kind: "issue-kept", issue: each } }),
    emptyCase,
  );
  expect(kept.issues.map((each) => each.title)).toEqual(["One again", "Two"]);
});

const ids = fc.constantFrom("a", "b", "c");
const exhibitIds = fc.constantFrom("exhibit-1", "exhibit-2", "exhibit-3");
const event = (id: string, text: string) => ({ id, text, day: day("2026-03-04"), time: null });
const body: fc.Arbitrary<ChangeBody> = fc.oneof(
  fc.nat({ max: 3 }).map((number): ChangeBody => ({ kind: "exhibit-added", exhibit: exhibit(number, letter(null)) })),
  fc
    .tuple(exhibitIds, fc.string())
    .map(([exhibitId, title]): ChangeBody => ({ kind: "exhibit-titled", exhibitId, title })),
  exhibitIds.map((exhibitId): ChangeBody => ({ kind: "exhibit-withdrawn", exhibitId, withdrawn: true })),
  fc.tuple(ids, fc.string()).map(([id, text]): ChangeBody => ({ kind: "event-kept", event: event(id, text) })),
  ids.map((entryId): ChangeBody => ({ kind: "entry-removed", entryId })),
  exhibitIds.map((id): ChangeBody => ({ kind: "parts-erased", exhibits: [{ id, number: 9 }], entryIds: ["a"] })),
  fc.string().map((text): ChangeBody => ({ kind: "wants-told", wants: [text] })),
  fc.constant<ChangeBody>({ kind: "retention-told", day: null }),
);

test("changes give the same case file one by one, all together, and from any point between", () => {
  fc.assert(
    fc.property(fc.array(body, { maxLength: 30 }), fc.nat(), (bodies, where) => {
      const changes = bodies.map((one) => ({ body: one }));
      const cut = where % (bodies.length + 1);
      const whole = foldChanges(changes);
      expect(changes.reduce(applyChange, emptyCase)).toEqual(whole);
      expect(foldChanges(changes.slice(cut), foldChanges(changes.slice(0, cut)))).toEqual(whole);
    }),
  );
});

test("a change leaves the case file before it as it was", () => {
  const before = applyChange(emptyCase, { body: { kind: "exhibit-added", exhibit: exhibit(1, letter(null)) } });
  const copy = structuredClone(before);
  applyChange(before, { body: { kind: "exhibit-titled", exhibitId: "exhibit-1", title: "Another" } });
  applyChange(before, { body: { kind: "parts-erased", exhibits: [{ id: "exhibit-1", number: 1 }], entryIds: [] } });
  expect(before).toEqual(copy);
});

test("exhibits with the same number: who came first keeps it, the others get the lowest that nobody says", () => {
  const numbered = (number: number, id: string) => ({ ...exhibit(number, letter(null)), id });
  const settled = settleNumbers(
    [numbered(1, "a"), numbered(1, "b"), numbered(3, "c"), numbered(1, "d"), numbered(3, "e")],
    [2],
  );
  expect(settled.map((one) => one.number)).toEqual([1, 4, 3, 5, 6]);
});

test("the next number is past every exhibit's, also those that were withdrawn or erased", () => {
  expect(nextNumber({ exhibits: [], erasedNumbers: [] })).toBe(1);
  expect(nextNumber({ exhibits: [{ number: 2 }], erasedNumbers: [5, 3] })).toBe(6);
});

test("what the fold can't take is told apart from what it can", () => {
  const said = (value: object) => isWellFormed(value as ChangeBody);
  expect(said({ kind: "exhibit-added", exhibit: exhibit(1, letter(null)) })).toBe(true);
  expect(said({ kind: "retention-told", day: null })).toBe(true);
  const wrong = [
    { kind: "exhibit-added" },
    { kind: "exhibit-added", exhibit: { ...exhibit(1, letter(null)), letter: {} } },
    { kind: "exhibit-titled", exhibitId: 1, title: "A" },
    { kind: "cost-kept", cost: { id: "a", amount: "1" } },
    { kind: "parts-erased", exhibits: [null], entryIds: [] },
    { kind: "toString" },
  ];
  for (const one of wrong) expect(said(one)).toBe(false);
  expect([isKnownKind("toString"), isKnownKind("case-begun")]).toEqual([false, true]);
});

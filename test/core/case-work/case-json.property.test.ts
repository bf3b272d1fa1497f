import fc from "fast-check";
import { expect, test } from "vitest";
import { caseChanges, readCaseJson } from "#core/case-work/case-json.ts";
import { addDays, sayDay } from "#core/model/calendar-day.ts";
import { nations, parentRoles } from "#core/model/case-file.ts";
import { headsOfLoss } from "#core/model/cost.ts";
import { foldChanges } from "#core/model/fold.ts";
import { pence, sayPounds } from "#core/model/pence.ts";
import { Problem } from "#core/problems.ts";
import { day } from "../../day.ts";

/** A value as the case file holds it, beside a way of writing it. */
const days = fc.tuple(fc.integer({ min: 0, max: 40_000 }), fc.boolean()).map(([count, words]) => {
  const value = addDays(day("1950-01-01"), count);
  return { value, written: words ? sayDay(value) : value };
});
const amounts = fc.tuple(fc.integer({ min: 0, max: 99_999_999 }), fc.nat({ max: 2 })).map(([count, form]) => {
  const value = pence(count);
  return { value, written: form === 0 ? sayPounds(value) : form === 1 ? (count / 100).toFixed(2) : count / 100 };
});
const texts = fc.string({ unit: "grapheme", maxLength: 30 });
const someTexts = texts.map((text) => `x${text}`);
const minutes = fc.option(fc.integer({ min: 0, max: 1440 }));

const people = fc.record({
  name: texts,
  address: fc.array(texts, { maxLength: 3 }),
  phone: texts,
  email: texts,
  nationalInsurance: texts,
  role: fc.constantFrom(...parentRoles),
  nation: fc.constantFrom(...nations),
});
const calls = fc.record({
  date: days,
  who: texts,
  iSaid: texts,
  theySaid: texts,
  direction: fc.constantFrom("in", "out"),
  holdMinutes: minutes,
  minutes,
});
const costs = fc.record({
  date: days,
  payee: texts,
  what: someTexts,
  amount: amounts,
  head: fc.constantFrom(...headsOfLoss),
});
const cases = fc.record({
  person: people,
  calls: fc.array(calls, { maxLength: 3 }),
  costs: fc.array(costs, { maxLength: 3 }),
});

test("whatever is told comes back from the case file as it was told", () => {
  fc.assert(
    fc.property(cases, (told) => {
      const file = foldChanges(caseChanges(readCaseJson(asWritten(told)), []).map((body) => ({ at: "", body })));
      expect(file.person).toEqual({ ...told.person, birth: null });
      expect(file.calls).toMatchObject(told.calls.map(({ date, ...call }) => ({ ...call, day: date.value })));
      expect(file.costs).toMatchObject(
        told.costs.map(({ date, amount, ...cost }) => ({ ...cost, day: date.value, amount: amount.value })),
      );
    }),
  );
});

test("any one field renamed is refused and named, wherever it stands", () => {
  fc.assert(
    fc.property(cases, fc.nat(), fc.string({ minLength: 1, maxLength: 5 }), (told, pick, more) => {
      const tree: unknown = JSON.parse(asWritten(told));
      const places = fieldsOf(tree);
      const place = places[pick % places.length];
      if (place === undefined) return;
      const { group, name } = place;
      const renamed = `${name}Q${more}`;
      Object.defineProperty(group, renamed, { value: group[name], enumerable: true });
      delete group[name];
      const plain = renamed.replace(/[\p{Cc}\p{Cf}]/gu, "").slice(0, 40);
      expect(faultsOf(JSON.stringify(tree)).join("\n")).toContain(`${plain} is not a field Folio knows`);
    }),
  );
});

test("any one value of another type is refused by its field's name", () => {
  const others = fc.constantFrom<unknown>({ wrong: 1 }, [["wrong"]], true, -3.5);
  fc.assert(
    fc.property(cases, fc.nat(), others, (told, pick, other) => {
      const tree: unknown = JSON.parse(asWritten(told));
      const places = fieldsOf(tree);
      const place = places[pick % places.length];
      if (place === undefined) return;
      place.group[place.name] = other;
      expect(faultsOf(JSON.stringify(tree)).join("\n")).toContain(place.name);
    }),
  );
});

test("no text at all is met with anything but an answer or a named fault", () => {
  const broken = fc.tuple(cases.map(asWritten), fc.nat(), fc.nat({ max: 9 }), fc.string({ maxLength: 4 }));
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string(), broken.map(damage)), (text) => {
      faultsOf(text);
    }),
    { numRuns: 1000 },
  );
});

function asWritten(told: object): string {
  return JSON.stringify(told, (_key, value: unknown) =>
    typeof value === "object" && value !== null && "written" in value ? value.written : value,
  );
}

function damage([text, at, length, put]: readonly [string, number, number, string]): string {
  const place = at % text.length;
  return text.slice(0, place) + put + text.slice(place + length);
}

interface Place {
  readonly group: Record<string, unknown>;
  readonly name: string;
}

/** Every named field in a tree. */
function fieldsOf(tree: unknown): readonly Place[] {
  if (Array.isArray(tree)) return tree.flatMap(fieldsOf);
  if (!isGroup(tree)) return [];
  return Object.entries(tree).flatMap(([name, value]) => [{ group: tree, name }, ...fieldsOf(value)]);
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What is refused, by line; none where it is taken. Anything but the named problem is thrown on. */
function faultsOf(text: string): readonly string[] {
  try {
    readCaseJson(text);
    return [];
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.code !== "case-json-wrong") throw problem;
    expect(problem.where.length).toBeGreaterThan(0);
    return problem.where;
  }
}

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readEntryLine } from "#core/case-work/entry-line.ts";
import type { NamedExhibit } from "#core/case-work/proofs.ts";
import { Problem } from "#core/problems.ts";

const id = "0123456789abcdef0123456789abcdef";
const bill: NamedExhibit = {
  id: "e1",
  number: 4,
  fileNames: ["a.jpg", "bill.pdf"],
  files: ["a.jpg", "bill.pdf"].map((name) => ({
    name,
    type: "pdf" as const,
    pageCount: 2,
    sizeBytes: 1,
    sha256: "",
    object: "",
  })),
  letter: { letterDate: null, caseReference: null, sender: "other", kind: "other", mentions: [] },
};

const read = (value: unknown, exhibits: readonly NamedExhibit[] = []) =>
  readEntryLine(typeof value === "string" ? value : JSON.stringify(value), id, exhibits);

function faultsOf(value: unknown, exhibits: readonly NamedExhibit[] = []): readonly string[] {
  try {
    read(value, exhibits);
  } catch (problem) {
    if (problem instanceof Problem && problem.code === "entry-line-wrong") return problem.where;
    throw problem;
  }
  return [];
}

describe("good lines", () => {
  test("a call says who, when, what each said and what was promised", () => {
    expect(
      read({
        type: "call",
        when: "2026-03-04T10:00",
        who: "Lee",
        theySaid: "It is in the post.",
        iSaid: "Which day?",
        promises: [{ what: "ring back", by: "6 March 2026" }, "look into it"],
      }),
    ).toEqual({
      kind: "call-kept",
      call: {
        id,
        day: "2026-03-04",
        time: "10:00",
        direction: "out",
        who: "Lee",
        theySaid: "It is in the post.",
        iSaid: "Which day?",
        promises: [
          { what: "ring back", by: "2026-03-06" },
          { what: "look into it", by: null },
        ],
        holdMinutes: null,
        minutes: null,
      },
    });
  });

  test("a message may tell its day and time apart, as case.json does", () => {
    expect(read({ type: "message", date: "3 Mar 2026", time: "09:15", text: "Hello" })).toEqual({
      kind: "message-kept",
      message: { id, day: "2026-03-03", time: "09:15", direction: "out", subject: "", text: "Hello" },
    });
  });

  test("an event and an issue are what they say", () => {
    const event = { kind: "event-kept", event: { id, day: "2026-03-03", time: null, text: "Bailiff came" } };
    expect(read({ type: "event", when: "2026-03-03", text: "Bailiff came" })).toEqual(event);
    expect(read({ type: "event", when: "2026-03-03", what: "Bailiff came" })).toEqual(event);
    expect(read({ type: "issue", triage: "service", title: "No reply" })).toMatchObject({
      kind: "issue-kept",
      issue: { id, triage: "service", title: "No reply", want: "" },
    });
  });

  test("a cost's proof names a kept letter's file, and its page is counted over the letter", () => {
    const cost = { type: "cost", date: "2026-03-03", what: "Calls", amount: 4.5, head: "out-of-pocket" };
    expect(read({ ...cost, proof: { file: "bill.pdf", page: 1 } }, [bill])).toMatchObject({
      kind: "cost-kept",
      cost: { id, amount: 450, proof: { exhibit: 4, page: 3 } },
    });
    expect(faultsOf({ ...cost, proof: { file: "gone.pdf" } }, [bill])[0]).toMatch(/^proof\.file: /);
    expect(faultsOf({ ...cost, proof: { file: "bill.pdf", page: 3 } }, [bill])).toEqual([
      "proof.page: this file has 2 pages",
    ]);
  });

  test.each([
    ["2026-03-04", "2026-03-04", null],
    ["4 March 2026", "2026-03-04", null],
    ["2026-03-04 10:00", "2026-03-04", "10:00"],
    ["2026-03-04T10:00:59.123", "2026-03-04", "10:00"],
    ["2026-03-04T10:00Z", "2026-03-04", "10:00"],
    ["2026-07-04T23:30:00Z", "2026-07-05", "00:30"],
    ["2026-07-05T01:30:00+02:00", "2026-07-05", "00:30"],
  ])("%s is %s at %s by a clock in Britain", (moment, day, time) => {
    expect(read({ type: "event", when: moment, text: "x" })).toMatchObject({ event: { day, time } });
  });
});

describe("bad lines name the field, and never repeat what was said", () => {
  test.each([
    ["nonsense", "column 1: expected text in double quotes, a number, a list in [ ] or fields in { }"],
    ['{"type":"event","when":"2026-03-04","text":"a"', "column 47: expected a comma or }"],
    ['{"type":"event","type":"call"}', "column 17: this field stands here twice"],
    ["[]", "the line: expected fields in { }"],
    ["3", "the line: expected fields in { }"],
    ["null", "the line: expected fields in { }"],
    [{}, "type is missing"],
    [{ type: "letter" }, "type: expected one of call, message, cost, event, issue"],
    [{ type: "event", text: "a" }, "when is missing"],
    [{ type: "event", when: "2026-03-04" }, "text is missing"],
    [{ type: "event", when: "2026-02-30T10:00", text: "a" }, /^when: expected a date like/],
    [{ type: "event", when: "2026-03-04T24:00", text: "a" }, /^when: expected a date like/],
    [{ type: "event", when: "2026-03-04", date: "2026-03-04", text: "a" }, /^when: expected either/],
    [{ type: "event", when: "2026-03-04", txt: "a" }, "txt is not a field Folio knows; did you mean text?"],
    [{ type: "call", when: "2026-03-04", who: 3 }, "who: expected text in double quotes"],
    [{ type: "call", when: "2026-03-04", who: "x", promises: [{ by: "2026-03-05" }] }, "promises[0].what is missing"],
    [
      { type: "cost", when: "2026-03-04", what: "x", amount: "lots", head: "delay" },
      "amount: expected an amount like 12.50",
    ],
  ])("%j", (value, fault) => {
    const [first] = faultsOf(value);
    if (typeof fault === "string") expect(first).toBe(fault);
    else expect(first).toMatch(fault);
  });

  test("a line of endless length is refused before it is read", () => {
    expect(faultsOf(`"${"x".repeat(1_000_001)}"`)).toEqual(["the line is longer than 1,000,000 characters"]);
  });

  test("whatever a line holds, it is kept or refused in words", () => {
    const key = fc.constantFrom(
      "type",
      "when",
      "date",
      "time",
      "who",
      "text",
      "what",
      "amount",
      "head",
      "promises",
      "x",
    );
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom("call", "cost", "event", "message", "issue", "2026-03-04"));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.dictionary(key, value).map((told) => JSON.stringify(told)),
        ),
        (line) => {
          try {
            expect(read(line)).toHaveProperty("kind");
          } catch (problem) {
            if (!(problem instanceof Problem)) throw problem;
            expect(problem.code).toBe("entry-line-wrong");
            expect(problem.where.length).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});

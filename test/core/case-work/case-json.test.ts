import { expect, test } from "vitest";
import { caseChanges, datesNotFound, readCaseJson } from "#core/case-work/case-json.ts";
import type { NamedExhibit } from "#core/case-work/proofs.ts";
import { foldChanges } from "#core/model/fold.ts";
import type { Mention } from "#core/model/mention.ts";
import { Problem } from "#core/problems.ts";
import { day } from "../../day.ts";

function faultsOf(work: () => unknown): readonly string[] {
  try {
    work();
  } catch (problem) {
    if (problem instanceof Problem && problem.code === "case-json-wrong") return problem.where;
    throw problem;
  }
  return [];
}

const wrongIn = (value: unknown) =>
  faultsOf(() => readCaseJson(typeof value === "string" ? value : JSON.stringify(value)));
const cost = { date: "3 March 2026", what: "Stamps", amount: "4.35", head: "out-of-pocket" };
const letterDate: Mention = {
  page: 1,
  words: "3 September\n2025",
  value: { kind: "day", day: day("2025-09-03") },
  role: "event",
  meaning: "event",
  certainty: 0.5,
  rule: "day-month-year",
  context: "",
  boxes: [],
};

function exhibit(number: number, fileNames: readonly string[], pageCounts: readonly number[]): NamedExhibit {
  const files = fileNames.map((name, index) => ({
    name,
    type: "pdf" as const,
    pageCount: pageCounts[index] ?? 0,
    sizeBytes: 1,
    sha256: "",
    object: "",
  }));
  const mentions = [letterDate, { ...letterDate, page: 2 }];
  return {
    id: `exhibit-${number}`,
    number,
    files,
    fileNames,
    letter: { letterDate: null, caseReference: null, sender: "other", kind: "other", mentions },
  };
}

const wrongFiles: readonly (readonly [value: unknown, where: string])[] = [
  [[], "the whole file: expected fields in { }"],
  ["nonsense", "line 1, column 1: expected text in double quotes, a number, a list in [ ] or fields in { }"],
  ['{\n  "calls": [],\n}', "line 3, column 1: there is a comma too many before this }"],
  [{ version: 2 }, "version: expected 1"],
  [{ persn: {} }, "persn is not a field Folio knows; did you mean person?"],
  [{ person: { role: "mother" } }, "person.role: expected one of receiving, paying, both, other"],
  [{ person: { birth: "31 June 1990" } }, "person.birth: expected a date like 3 March 2026 or 2026-03-03"],
  [{ person: [] }, "person: expected fields in { }"],
  [{ case: { reference: "1210045" } }, "case.reference: expected 12 digits beginning with 121"],
  [{ costs: {} }, "costs: expected a list in [ ]"],
  [{ costs: [cost, { ...cost, amount: "12.505" }] }, "costs[1].amount: expected an amount like 12.50"],
  [{ costs: [{ ...cost, amount: -1 }] }, "costs[0].amount: expected an amount like 12.50"],
  [{ costs: [{ ...cost, amount: "90000000000000" }] }, "costs[0].amount: expected an amount like 12.50"],
  [{ costs: [{ ...cost, amout: "1" }] }, "costs[0].amout is not a field Folio knows; did you mean amount?"],
  [{ costs: [{ ...cost, date: undefined }] }, "costs[0].date is missing"],
  [{ costs: [{ ...cost, proof: { file: "a.pdf", page: 0 } }] }, "costs[0].proof.page: expected a page number from 1"],
  [{ calls: [{ date: "2026-03-03", who: "x", time: "9:15" }] }, "calls[0].time: expected a time like 09:15"],
  [{ letters: [{ files: [] }] }, "letters[0].files: expected at least one file's name"],
  [{ letters: [{ files: ["a"] }, { files: ["b", "a"] }] }, "letters[1].files[1]: this file is in the list twice"],
  [
    { letters: [{ files: ["a"], confirmed: [{ words: "today", date: "2026-03-03" }] }] },
    "letters[0].confirmed[0]: expected a role beside the date",
  ],
  [
    { letters: [{ files: ["a"], confirmed: [{ words: "x", date: "2026-03-03", role: "event", notADate: true }] }] },
    "letters[0].confirmed[0]: expected either date or notADate, not both",
  ],
];

test.each(wrongFiles)("%j is refused, and the field is named", (value, where) => {
  expect(wrongIn(value)).toContain(where);
});

test.each(["constructor", "toString", "__proto__"])("the name %s is refused like any other unknown one", (name) => {
  expect(wrongIn(`{"person": {"${name}": 1}}`)[0]).toMatch(/^person\.\w+ is not a field Folio knows/);
});

test("what the file says is not repeated in the log or on screen", () => {
  try {
    readCaseJson(
      JSON.stringify({ person: { name: 7, birth: "secret day" }, costs: [{ ...cost, amount: "secret sum" }] }),
    );
    expect.unreachable();
  } catch (problem) {
    expect(problem).toBeInstanceOf(Problem);
    if (problem instanceof Problem) expect(`${problem.message} ${problem.where.join(" ")}`).not.toContain("secret");
  }
});

test("no more than ten faults are named, and the rest counted", () => {
  const where = wrongIn({ costs: Array.from({ length: 14 }, () => ({ ...cost, amount: "much" })) });
  expect(where).toHaveLength(11);
  expect(where.at(-1)).toBe("and 4 more");
});

test("an empty case.json is a case of which nothing is told", () => {
  expect(caseChanges(readCaseJson("\ufeff{}"), [])).toEqual([]);
});

test("dates, amounts and references are read as people write them", () => {
  const json = readCaseJson(
    JSON.stringify({
      case: { reference: "121 004 519 873" },
      person: { birth: "7 Feb 1990" },
      costs: [
        cost,
        { ...cost, amount: "£1,204.50" },
        { ...cost, amount: 12.5 },
        { ...cost, date: "2026-03-04", amount: 0 },
      ],
    }),
  );
  expect(json.case?.reference).toBe("121004519873");
  expect(json.person?.birth).toBe("1990-02-07");
  expect(json.costs.map((one) => one.amount)).toEqual([435, 120450, 1250, 0]);
  expect(json.costs.map((one) => one.date)).toEqual(["2026-03-03", "2026-03-03", "2026-03-03", "2026-03-04"]);
});

test("a proof's page counts over the pages of the files before it", () => {
  const exhibits = [exhibit(1, ["a.pdf"], [3]), exhibit(2, ["b.pdf", "c.jpg"], [4, 1])];
  const proofs = [{ file: "c.jpg", page: 1 }, { file: "b.pdf", page: 4 }, { file: "a.pdf" }];
  const json = readCaseJson(JSON.stringify({ costs: proofs.map((proof) => ({ ...cost, proof })) }));
  const kept = caseChanges(json, exhibits).flatMap((change) =>
    change.kind === "cost-kept" ? [change.cost.proof] : [],
  );
  expect(kept).toEqual([
    { exhibit: 2, page: 5 },
    { exhibit: 2, page: 4 },
    { exhibit: 1, page: null },
  ]);
});

test("a proof that names a file or a page that is not there is refused by its field", () => {
  const proofs = [{ file: "z.pdf" }, { file: "a.pdf", page: 4 }];
  const json = readCaseJson(JSON.stringify({ costs: proofs.map((proof) => ({ ...cost, proof })) }));
  expect(faultsOf(() => caseChanges(json, [exhibit(1, ["a.pdf"], [3])]))).toEqual([
    "costs[0].proof.file: there is no letter with a file of this name",
    "costs[1].proof.page: this file has 3 pages",
  ]);
});

test("confirmed dates judge every mention in those words, or those on the page told", () => {
  const told = (confirmed: object) =>
    caseChanges(readCaseJson(JSON.stringify({ letters: [{ files: ["a.pdf"], confirmed: [confirmed] }] })), [
      exhibit(1, ["a.pdf"], [2]),
    ]).flatMap((change) => (change.kind === "date-judged" ? [[change.position, change.judgement]] : []));
  expect(told({ words: "3 september 2025" })).toEqual([
    [0, { kind: "accepted" }],
    [1, { kind: "accepted" }],
  ]);
  expect(told({ words: "3 September 2025", page: 2, notADate: true })).toEqual([[1, { kind: "rejected" }]]);
  expect(told({ words: "3 September 2025", page: 1, date: "4 September 2025", role: "deadline" })).toEqual([
    [0, { kind: "corrected", to: { value: { kind: "day", day: "2025-09-04" }, role: "deadline" } }],
  ]);
});

test("a confirmed date that was not read is said, and changes nothing", () => {
  const json = readCaseJson(JSON.stringify({ letters: [{ files: ["a.pdf"], confirmed: [{ words: "1 May 2026" }] }] }));
  const exhibits = [exhibit(1, ["a.pdf"], [1])];
  expect(caseChanges(json, exhibits)).toEqual([]);
  expect(datesNotFound(json, exhibits)).toEqual([
    "letters[0].confirmed[0]: these words were not read as a date in this letter",
  ]);
});

test("a case.json that tells everything fills the case file", () => {
  const json = readCaseJson(
    JSON.stringify({
      version: 1,
      case: { name: "Mine", reference: "121004519873", wants: ["An apology"] },
      person: { name: "A", address: ["1 Row"], role: "receiving", nation: "wales" },
      calls: [{ date: "3 March 2026", who: "B", promises: [{ what: "Ring back", by: "4 March 2026" }] }],
      messages: [{ date: "3 March 2026", text: "Hello" }],
      costs: [cost],
      issues: [{ triage: "service", title: "Lost" }],
    }),
  );
  const file = foldChanges(caseChanges(json, []).map((body) => ({ at: "", body })));
  expect(file).toMatchObject({
    caseReference: "121004519873",
    wants: ["An apology"],
    person: { name: "A", nation: "wales", email: "", birth: null },
    calls: [{ id: "call-1", day: "2026-03-03", direction: "out", promises: [{ what: "Ring back", by: "2026-03-04" }] }],
    messages: [{ id: "message-1", day: "2026-03-03", text: "Hello" }],
    costs: [{ id: "cost-1", amount: 435, proof: null }],
    issues: [{ id: "issue-1", triage: "service", want: "" }],
  });
});

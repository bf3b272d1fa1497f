import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { caseChanges, readCaseJson } from "#core/case-work/case-json.ts";
import type { NamedExhibit } from "#core/case-work/proofs.ts";
import { weekday } from "#core/model/calendar-day.ts";
import { totalsByHead } from "#core/model/cost.ts";
import { foldChanges } from "#core/model/fold.ts";
import { day } from "../../day.ts";

const folder = new URL("../../../resources/sample-case/", import.meta.url);
const sources = new URL("../../fixtures/sample-case/letters/", import.meta.url);
const json = readCaseJson(readFileSync(new URL("case.json", folder), "utf8"));
const index: { files: string[] } = JSON.parse(readFileSync(new URL("index.json", folder), "utf8"));
const letters = readdirSync(sources).map((name) => readFileSync(new URL(name, sources), "utf8"));

/** The sample's letters as exhibits whose pages are not counted. */
const exhibits = json.letters.map(({ files }, at): NamedExhibit => {
  const kept = files.map((name) => ({ name, type: null, pageCount: 0, sizeBytes: 1, sha256: "", object: "" }));
  const letter = { letterDate: null, caseReference: null, sender: "other", kind: "other", mentions: [] } as const;
  return { id: `${at}`, number: at + 1, files: kept, fileNames: files, letter };
});
const file = foldChanges(caseChanges(json, exhibits).map((body) => ({ at: "", body })));

test("the list of files is what lies in the folder, and case.json tells of each, in the same order", () => {
  const there = readdirSync(folder).filter((name) => /\.(?:pdf|jpg)$/.test(name));
  expect(index.files).toEqual(there.sort());
  expect(json.letters.flatMap((letter) => letter.files)).toEqual(index.files);
});

test("the sample shows every part of a case: calls, messages, costs with and without proof, both kinds of issue", () => {
  expect(file.calls).toHaveLength(8);
  expect(file.messages).toHaveLength(4);
  expect(file.costs.filter((cost) => cost.proof !== null)).toHaveLength(8);
  expect(file.costs.filter((cost) => cost.proof === null)).toHaveLength(2);
  expect(file.issues.map((issue) => issue.triage)).toEqual(["service", "service", "decision"]);
  expect(totalsByHead(file.costs).map((total) => total.head)).toEqual([
    "out-of-pocket",
    "delay",
    "distress",
    "loss-from-delay",
  ]);
});

test("what the final response says was asked for is what the costs add up to", () => {
  const asked = file.costs.reduce((sum, cost) => sum + cost.amount, 0);
  expect(asked).toBe(15_191);
  expect(letters.some((letter) => letter.includes("£151.91"))).toBe(true);
});

test("every weekday printed beside a date is the calendar's", () => {
  const names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
  const months = "January February March April May June July August September October November December".split(" ");
  const printed = letters.flatMap((letter) => [...letter.matchAll(/\b(\w+day),? (\d{1,2}) (\w+) (\d{4})/g)]);
  expect(printed.length).toBeGreaterThan(0);
  for (const [words, name = "", number = "", month = "", year = ""] of printed) {
    const iso = `${year}-${String(months.indexOf(month) + 1).padStart(2, "0")}-${number.padStart(2, "0")}`;
    expect(names[weekday(day(iso)) - 1], words).toBe(name);
  }
});

test("every money table's balance runs: what was before, less paid out, more paid in", () => {
  const statement = letters.find((letter) => letter.startsWith("style: bank")) ?? "";
  const rows = [...statement.matchAll(/^\| \d+ \w{3} \|[^|]*\|([^|]*)\|([^|]*)\|([^|]*)\|$/gm)];
  expect(rows.length).toBeGreaterThan(20);
  const pounds = (text: string | undefined) => Math.round(Number((text ?? "").replace(/[£, ]/g, "") || 0) * 100);
  let before = pounds(rows[0]?.[3]);
  for (const [words, out, paidIn, balance] of rows) {
    expect(pounds(balance), words).toBe(before - pounds(out) + pounds(paidIn));
    before = pounds(balance);
  }
});

test("telephone numbers are from the ranges kept for drama", () => {
  const text = `${letters.join("\n")}${JSON.stringify(json)}`;
  const numbers = text.match(/\b0\d{3,4} ?\d{3} ?\d{3}\b/g) ?? [];
  expect(numbers.length).toBeGreaterThan(10);
  for (const number of numbers) expect(number).toMatch(/^(?:07700 900|01632 960|08081 570|03069 990) ?\d{3}$/);
});

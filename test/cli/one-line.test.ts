import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newDesk } from "./folio.ts";

const desk = newDesk();
const { folio, path } = desk;
const orders = "\u001b]0;owned\u0007\u001b[2J";
let caseId = "";

beforeAll(() => {
  const entry = { date: "2026-03-01", text: `needle ${orders}\nsecond line` };
  writeFileSync(path("case.json"), JSON.stringify({ person: { name: `Ada\n${orders}\rB` }, events: [entry] }));
  desk.init("data");
  caseId = folio("new", "data", "--case", "case.json").out.trim();
}, 60_000);
afterAll(() => desk.close());

describe("what a case file says can't speak to the terminal, nor break a list into other lines", () => {
  test("in the list of cases", () => {
    const { code, out } = folio("cases", "data");
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^${caseId}  \\S+  Ada .*B\n$`));
    expect(out.slice(0, -1)).not.toMatch(/\p{Cc}/u);
  });

  test("in what was found", () => {
    const { code, out } = folio("search", "data", "needle");
    expect(code).toBe(0);
    expect(out.split("\n")).toHaveLength(3);
    expect(out.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  });
});

import { mkdirSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newDesk } from "./folio.ts";

const desk = newDesk();
const { folio, path } = desk;

beforeAll(() => {
  writeFileSync(path("case.json"), '{"person":{"name":"Ada"}}');
  desk.init("data");
  folio("new", "data", "--case", "case.json");
  mkdirSync(path("disk"));
  mkdirSync(path("neither"));
  folio("backup", "data", "--to", "disk");
}, 60_000);
afterAll(() => desk.close());

test("a sound backup is not called an unsound bag", () => {
  for (const folder of ["disk", "disk/Folio backup"]) {
    const { code, out, err } = folio("verify", folder);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("folio restore");
  }
});

test("a folder that is neither is still no sound bag", () => {
  expect(folio("verify", "neither").code).toBe(1);
});

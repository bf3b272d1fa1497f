import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newDesk } from "./folio.ts";

const desk = newDesk();
const { folio, path } = desk;
const recipient = "age1jpfqstjjyq69hf80fw3he3rvwm25j4gu2pr77x9sttrlyyveg5ls8rcp6c";
let caseId = "";

beforeAll(() => {
  writeFileSync(path("case.json"), '{"person":{"name":"Ada"},"events":[{"date":"2026-03-01","text":"x"}]}');
  desk.init("data");
  caseId = folio("new", "data", "--case", "case.json").out.trim();
  mkdirSync(path("a-folder"));
  mkdirSync(path("full"));
  writeFileSync(path("full", "x.txt"), "x");
  symlinkSync(path("data"), path("link"));
}, 60_000);
afterAll(() => desk.close());

/** Every file of the data folder with its SHA-256. */
function filesOfData(): readonly string[] {
  const entries = readdirSync(path("data"), { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return entries
    .map((one) => join(one.parentPath, one.name))
    .sort()
    .map((file) => `${file} ${createHash("sha256").update(readFileSync(file)).digest("hex")}`);
}

function segment(): string {
  const journal = join("data", "cases", caseId, "journal");
  return join(journal, readdirSync(path(journal))[0] ?? "");
}

describe("nothing is written into a data folder that isn't its own", () => {
  const timeline = (out: string) => ["timeline", "data", caseId, "--json", "--out", out];
  test.each([
    ["a timeline over vault.json", () => timeline("data/vault.json")],
    ["a timeline over a segment", () => timeline(segment())],
    ["a timeline by another name of the folder", () => timeline("link/new.json")],
    ["a bundle over a case's key", () => [...exported(join("data", "cases", caseId, "key")), "--recipient", recipient]],
    ["a plain copy", () => [...exported("data/plain"), "--plain"]],
    ["a plain tar", () => [...exported("data/plain.tar"), "--plain"]],
    ["a pack", () => ["pack", "data", caseId, "--for", "mp", "--out", "data/pack.pdf"]],
    ["a pack's list", () => ["pack", "data", caseId, "--for", "mp", "--out", "p.pdf", "--manifest", "data/m.json"]],
  ])("%s", (_name, command) => {
    const before = filesOfData();
    const { code, out, err } = folio(...command());
    expect([code, out]).toEqual([3, ""]);
    expect(err).toContain("holds locked case files");
    expect(filesOfData()).toEqual(before);
  });

  test("and no recovery words beside what they open", () => {
    const { code, err } = desk.folioWith({}, "init", "new-data", "--words-file", "new-data/words.txt");
    expect([code, err]).toEqual([3, expect.stringContaining("new-data")]);
    expect(readdirSync(desk.folder)).not.toContain("new-data");
  });
});

describe("a copy that can't be written is not told in the history", () => {
  test.each([
    ["a bundle in a folder's place", "a-folder", ["--recipient", recipient], "is no file"],
    ["a plain copy where something is", "full", ["--plain"], "already holds something"],
  ])("%s", (_name, out, more, said) => {
    const before = filesOfData();
    const { code, err } = folio(...exported(out), ...more);
    expect([code, err]).toEqual([3, expect.stringContaining(said)]);
    expect(filesOfData()).toEqual(before);
  });
});

function exported(out: string): readonly string[] {
  return ["export", "data", caseId, "--out", out];
}

// whoever is root may write everywhere
test.skipIf(process.getuid?.() === 0)("a copy is made of a case that can't be written to, and that is said", () => {
  const journal = path("data", "cases", caseId, "journal");
  chmodSync(journal, 0o500);
  const { code, err } = folio(...exported("read-only.folio"), "--recipient", recipient);
  chmodSync(journal, 0o700);
  expect([code, err]).toEqual([0, expect.stringContaining("history does not say")]);
});

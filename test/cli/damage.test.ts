import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newDesk } from "./folio.ts";

const desk = newDesk();
const { folio, folioWith, path } = desk;
let caseId = "";

beforeAll(() => {
  writeFileSync(path("case.json"), '{"person":{"name":"Ada"},"events":[{"date":"2026-03-01","text":"x"}]}');
  writeFileSync(path("a.txt"), `Date: 3 March 2026\n${"Dear Ms Example ".repeat(50)}`);
  desk.init("data");
  desk.sameWords("data", "copy");
  caseId = folio("new", "data", "--case", "case.json").out.trim();
  folio("add", "data", caseId, "a.txt");
  folio("export", "data", caseId, "--out", "x.folio");
  folio("export", "data", caseId, "--plain", "--out", "bag");
  folio("export", "data", caseId, "--plain", "--out", "bag.tar");
  folio("pack", "data", caseId, "--for", "mp", "--out", "p.pdf");
}, 120_000);
afterAll(() => desk.close());

/** Turns one bit of a file, `from` 0 (its first byte) to 1 (its last). */
function flip(file: string, from: number): void {
  const bytes = readFileSync(file);
  const at = Math.min(bytes.length - 1, Math.floor(from * bytes.length));
  bytes[at] = (bytes[at] ?? 0) ^ 0x10;
  writeFileSync(file, bytes);
}

/** A copy of the data folder, to be damaged. */
function copyOfData(): string {
  rmSync(path("copy"), { recursive: true, force: true });
  cpSync(path("data"), path("copy"), { recursive: true });
  return path("copy");
}

function onlyFileIn(folder: string): string {
  return join(folder, readdirSync(folder).sort()[0] ?? "");
}

interface Found {
  readonly level: string;
  readonly what: string;
  readonly where: string;
}

function verified(...args: readonly string[]): { code: number | null; err: string; findings: readonly Found[] } {
  const { code, out, err } = folio("verify", ...args, "--json");
  return { code, err, findings: JSON.parse(out).findings };
}

const noStack = /\n\s+at |Error:|node:internal/;

describe("one changed bit is named", () => {
  const inCase = (name: string) => join("cases", caseId, name);
  const inCopy = (name: string) => join(inCase(name), readdirSync(path("copy", inCase(name))).sort()[0] ?? "");
  test.each([
    ["vault.json", () => "vault.json", "vault-copy-damaged", "vault.json"],
    ["the second vault.json", () => "vault.json.2", "vault-copy-damaged", "vault.json"],
    ["vault.head", () => "vault.head", "vault-head-damaged", "vault.head"],
    ["a case's key", () => inCase("key"), "vault-copy-damaged", "cases/"],
    ["a segment", () => inCopy("journal"), "journal-damaged", "/journal/"],
    ["a head", () => inCopy("heads"), "journal-damaged", "/heads/"],
    ["an object", () => inCopy("objects"), "object-damaged", "/objects/"],
  ])("in %s", (_name, file, what, where) => {
    copyOfData();
    flip(path("copy", file()), 0.7);
    const { code, err, findings } = verified("copy");
    expect([code, err]).toEqual([1, ""]);
    expect(findings.filter(({ level }) => level === "damage")).toContainEqual({
      level: "damage",
      what: expect.any(String),
      where: expect.stringContaining(where),
      says: expect.any(String),
    });
    expect(findings.map((one) => one.what)).toContain(what);
  });

  test.each([0.002, 0.3, 0.9999])("in a bundle, at %d of it", (from) => {
    cpSync(path("x.folio"), path("y.folio"));
    flip(path("y.folio"), from);
    const verify = folio("verify", "y.folio");
    // Its first lines say how it is locked: damaged there, it looks as a wrong passphrase does.
    expect(from < 0.01 ? [1, 3] : [1]).toContain(verify.code);
    expect(verify.out + verify.err).not.toMatch(noStack);
    const restore = folio("restore", "y.folio", "data");
    expect([restore.code, restore.out]).toEqual([3, ""]);
    expect(restore.err).not.toMatch(noStack);
  });

  test("a bundle cut short leaves no vault behind where there was none", () => {
    writeFileSync(path("cut.folio"), readFileSync(path("x.folio")).subarray(0, 2000));
    expect(folio("restore", "cut.folio", "nothing-here").code).toBe(3);
    expect(folio("cases", "nothing-here").err).toContain("There are no locked case files");
  });

  test.each(["data/originals/001 a.txt", "manifest-sha256.txt", "bag-info.txt", "bagit.txt"])(
    "in a bag's %s",
    (file) => {
      rmSync(path("bag2"), { recursive: true, force: true });
      cpSync(path("bag"), path("bag2"), { recursive: true });
      flip(path("bag2", file), 0.5);
      const { code, findings } = verified("bag2");
      expect([code, findings.length > 0]).toEqual([1, true]);
    },
  );

  test("in a bag's tar", () => {
    flip(path("bag.tar"), 0.4);
    expect(verified("bag.tar").code).toBe(1);
  });

  test("in a pack, where it shows", () => {
    const bytes = readFileSync(path("p.pdf"));
    bytes[bytes.indexOf("MediaBox") + 1] = 0x58;
    writeFileSync(path("q.pdf"), bytes);
    expect(folio("verify", "q.pdf").code).toBe(1);
    writeFileSync(path("cut.pdf"), bytes.subarray(0, 3000));
    const cut = folio("verify", "cut.pdf");
    expect([cut.code, cut.err]).toEqual([1, ""]);
  });
});

test("a torn end and an object that nobody names are notes, and verify ends with 0", () => {
  const copy = copyOfData();
  const segment = onlyFileIn(join(copy, "cases", caseId, "journal"));
  writeFileSync(segment, Buffer.concat([readFileSync(segment), Buffer.from("46", "hex")]));
  const objects = join(copy, "cases", caseId, "objects");
  writeFileSync(join(objects, "0123456789abcdef0123456789abcdef"), readFileSync(onlyFileIn(objects)));
  const { code, findings } = verified("copy");
  expect(findings.map(({ level }) => level)).toEqual(["note", "note"]);
  expect(code).toBe(0);
});

test("a damaged case is said by commands that read it, and what can be read is given", () => {
  const copy = copyOfData();
  flip(onlyFileIn(join(copy, "cases", caseId, "journal")), 0.9);
  const told = folio("timeline", "copy", caseId, "--json");
  expect(told.code).toBe(3);
  expect(told.err).toContain("damaged on disk");
  expect(told.err).not.toMatch(noStack);
  expect(() => JSON.parse(told.out)).not.toThrow();
});

test("a wrong passphrase is refused in words by every command, and nothing is written", () => {
  mkdirSync(path("safe"));
  folio("backup", "data", "--to", "safe");
  const wrong = { FOLIO_PASSPHRASE: "wrong", FOLIO_BUNDLE_PASSPHRASE: "wrong", FOLIO_NEW_PASSPHRASE: "next" };
  const before = readdirSync(desk.folder);
  for (const args of [
    ["cases", "data"],
    ["new", "data", "--case", "case.json"],
    ["add", "data", caseId, "a.txt"],
    ["import", "data", caseId, "a.txt"],
    ["timeline", "data", caseId, "--json"],
    ["search", "data", "x"],
    ["pack", "data", caseId, "--for", "mp", "--out", "w.pdf"],
    ["export", "data", caseId, "--out", "w.folio"],
    ["restore", "x.folio", "data5"],
    ["restore", "safe", "data5"],
    ["backup", "data", "--to", "safe"],
    ["verify", "data"],
    ["verify", "x.folio"],
    ["passphrase", "data"],
    ["erase", "data", caseId],
  ]) {
    const { code, out, err } = folioWith(wrong, ...args);
    expect([args, code, out]).toEqual([args, 3, ""]);
    expect(err).toMatch(/[Tt]hat passphrase/);
    expect(err).not.toMatch(noStack);
  }
  expect(readdirSync(desk.folder).filter((name) => name !== "data5")).toEqual(before);
  expect(folio("cases", "data").out).toContain(caseId);
}, 180_000);

test("without a passphrase, and nobody to ask, how to give one is said", () => {
  const run = folioWith({ FOLIO_PASSPHRASE: "" }, "cases", "data");
  expect([run.code, run.out]).toEqual([2, ""]);
  expect(run.err).toContain("--passphrase-file FILE, or in FOLIO_PASSPHRASE");
});

import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const entry = fileURLToPath(new URL("../../src-main/launch/folio.ts", import.meta.url));
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "folio-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command line as a person would: its own process, in a folder of its own. */
function folio(...args: readonly string[]) {
  const run = spawnSync(process.execPath, [entry, ...args], { cwd: folder, encoding: "utf8" });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

function put(name: string, text: string | Uint8Array): string {
  writeFileSync(join(folder, name), text);
  return name;
}

describe("wrong usage", () => {
  test.each([[[]], [["fly"]], [["read"]], [["read", "--jsn", "a.txt"]], [["pack", "--for", "god"]], [["sample"]]])(
    "%j exits with 2, prints the usage on standard error and nothing on standard output",
    (args) => {
      const run = folio(...args);
      expect([run.code, run.out]).toEqual([2, ""]);
      expect(run.err).toContain("folio ");
    },
  );

  test("a day that is none is refused", () => {
    expect(folio("read", "a.txt", "--today", "2026-02-30").err).toContain("--today takes a day like");
  });

  test("help is an answer, not a mistake", () => {
    for (const args of [["--help"], ["read", "--help"], ["pack", "-h"], ["sample", "--help"]]) {
      const run = folio(...args);
      expect([run.code, run.err]).toEqual([0, ""]);
    }
  });
});

describe("read", () => {
  test("gives one JSON line an argument, in order, and exits with 3 when one file is bad", () => {
    put("good.txt", "Date: 3 March 2026\n\nDear Ms Example\nPlease reply by 31 March 2026.\n");
    put("empty.pdf", "");
    put("program.jpg", "MZ\u0090\u0000 not a picture");
    const run = folio("read", "empty.pdf", "good.txt", "program.jpg", "gone.pdf", "--json", "--today", "2026-11-22");
    expect(run.code).toBe(3);
    const lines = run.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => [line.file, line.problems.map((problem: { code: string }) => problem.code)])).toEqual([
      ["empty.pdf", ["file-empty"]],
      ["good.txt", []],
      ["program.jpg", ["file-program"]],
      ["gone.pdf", ["file-unreadable"]],
    ]);
    const good = lines[1];
    expect(good).toMatchObject({ type: "text", pages: 1, textSource: "layer", letterDate: "2026-03-03" });
    expect(good.mentions).toContainEqual(
      expect.objectContaining({ text: "31 March 2026", date: "2026-03-31", role: "deadline", page: 1 }),
    );
  });

  test.each(["", "+", "++"])("“%s” is no file, and that is said", (argument) => {
    const run = folio("read", argument, "--json");
    expect([run.code, JSON.parse(run.out).problems[0]?.code]).toEqual([3, "file-unreadable"]);
  });

  test("A+B is one letter, its pages in that order", () => {
    put("one.txt", "Date: 3 March 2026\nDear Ms Example");
    put("two.txt", "Please reply by 31 March 2026.");
    const line = JSON.parse(folio("read", "one.txt+two.txt", "--json", "--today", "2026-11-22").out);
    expect([line.pages, line.letterDate]).toEqual([2, "2026-03-03"]);
    expect(line.mentions.find((one: { page: number }) => one.page === 2)?.text).toBe("31 March 2026");
  });
});

describe("sample and pack", () => {
  test("the sample case is written whole, once, and makes a pack whose manifest fits it", () => {
    expect(folio("sample", "--out", "sample").code).toBe(0);
    const files = readdirSync(join(folder, "sample")).filter((name) => name !== "case.json");
    expect(files.length).toBeGreaterThan(10);
    const again = folio("sample", "--out", "sample");
    expect([again.code, again.out]).toEqual([3, ""]);
  });

  test("a pack that holds a forbidden word is not written, and where it stands is said", () => {
    const letters = mkdtempSync(join(folder, "letters-"));
    writeFileSync(join(letters, "a.txt"), "Date: 3 March 2026\nI live at 9 Hidden Lane.");
    const words = put("words.txt", "# my address\nHidden Lane\n");
    const run = folio("pack", "--from", letters, "--for", "mp", "--out", "secret.pdf", "--forbid", words);
    expect(run.code).toBe(3);
    expect(run.err).toContain("Hidden Lane");
    expect(existsSync(join(folder, "secret.pdf"))).toBe(false);
  });

  test("a case.json that is wrong names the field, and nothing is written", () => {
    const letters = mkdtempSync(join(folder, "letters-"));
    writeFileSync(join(letters, "a.txt"), "Date: 3 March 2026");
    writeFileSync(join(letters, "case.json"), JSON.stringify({ costs: [{ amount: "lots" }] }));
    const run = folio("pack", "--from", letters, "--for", "ice", "--out", "wrong.pdf");
    expect(run.code).toBe(3);
    expect(run.err).toContain("costs[0].amount");
    expect(existsSync(join(folder, "wrong.pdf"))).toBe(false);
  });

  test("every file of the folder is in the pack, also one that can't be read", () => {
    const letters = mkdtempSync(join(folder, "letters-"));
    writeFileSync(join(letters, "1-good.txt"), "Date: 3 March 2026\nDear Ms Example");
    writeFileSync(join(letters, "2-broken.pdf"), "%PDF-1.7 and then nothing");
    const run = folio("pack", "--from", letters, "--for", "cms", "--out", "both.pdf", "--manifest", "both.json");
    expect(run.code).toBe(0);
    expect(run.err).toContain("2-broken.pdf");
    const { documents } = JSON.parse(readFileSync(join(folder, "both.json"), "utf8"));
    expect(documents.filter((one: { section: string }) => /exhibit/i.test(one.section))).toHaveLength(2);
    expect(readFileSync(join(folder, "both.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
  });

  /** A folder with one letter in it, that a person gave the command line. */
  function oneLetter(text = "Date: 3 March 2026\nDear Ms Example"): string {
    const letters = mkdtempSync(join(folder, "letters-"));
    writeFileSync(join(letters, "a.txt"), text);
    return letters;
  }

  test("a letter that can't be opened is a page that says so, and the others go on", () => {
    const letters = oneLetter();
    symlinkSync(join(letters, "gone"), join(letters, "b.pdf"));
    const run = folio("pack", "--from", letters, "--for", "cms", "--out", "gone.pdf", "--manifest", "gone.json");
    expect(run.code).toBe(0);
    expect(run.err).toContain("b.pdf: This file could not be read from where it is kept.");
    expect(run.err).not.toContain("is empty");
    expect(JSON.parse(readFileSync(join(folder, "gone.json"), "utf8")).documents).toHaveLength(2);
  });

  test("a name with an accent is found however the system spells it", () => {
    const letters = oneLetter();
    writeFileSync(join(letters, "Jose\u0301.txt"), "Date: 3 March 2026");
    const costs = [{ date: "1 May 2026", what: "stamps", amount: 1, head: "delay", proof: { file: "Jos\u00e9.txt" } }];
    writeFileSync(join(letters, "case.json"), JSON.stringify({ letters: [{ files: ["Jos\u00e9.txt"] }], costs }));
    expect(folio("pack", "--from", letters, "--for", "mp", "--out", "accent.pdf").code).toBe(0);
  });

  test("a pack beside its letters is not in the next one, which stands in its place", () => {
    const letters = oneLetter();
    const again = () => {
      const run = folio(
        "pack",
        "--from",
        letters,
        "--for",
        "mp",
        "--out",
        join(letters, "p.pdf"),
        "--manifest",
        "m.json",
      );
      return [run.code, JSON.parse(readFileSync(join(folder, "m.json"), "utf8")).documents.length];
    };
    expect([again(), again()]).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  test.each(["a.txt", "case.json"])("a pack or manifest never stands in the place of %s", (name) => {
    const letters = oneLetter();
    writeFileSync(join(letters, "case.json"), "{}");
    const before = readFileSync(join(letters, name), "utf8");
    for (const to of [
      ["--out", join(letters, name)],
      ["--out", "x.pdf", "--manifest", join(letters, name)],
    ]) {
      const run = folio("pack", "--from", letters, "--for", "mp", ...to);
      expect([run.code, run.out]).toEqual([3, ""]);
    }
    expect(readFileSync(join(letters, name), "utf8")).toBe(before);
    expect(existsSync(join(folder, "x.pdf"))).toBe(false);
  });

  test("a pack and a manifest of one name are wrong usage", () => {
    const run = folio("pack", "--from", oneLetter(), "--for", "mp", "--out", "one.pdf", "--manifest", "./one.pdf");
    expect([run.code, existsSync(join(folder, "one.pdf"))]).toEqual([2, false]);
  });

  test.each([["nowhere/x.pdf"], ["x.pdf", "--manifest", "."]])(
    "%s can't be written, and that is said first",
    (...out) => {
      const run = folio("pack", "--from", "not-even-there", "--for", "mp", "--out", ...out);
      expect([run.code, existsSync(join(folder, "x.pdf"))]).toEqual([3, false]);
      expect(run.err).toMatch(/There is no folder|is no file/);
    },
  );

  test.each(["utf16le", "latin1"] as const)(
    "forbidden words written down in %s are forbidden all the same",
    (encoding) => {
      const mark = encoding === "utf16le" ? "\ufeff" : "";
      const words = put("words.txt", Buffer.from(`${mark}# mine\r\nJosé Example\r\n`, encoding));
      const letters = oneLetter("Date: 3 March 2026\nfor José Example");
      expect(folio("pack", "--from", letters, "--for", "mp", "--out", "se.pdf", "--forbid", words).code).toBe(3);
    },
  );

  test("Ctrl-C leaves nothing half-written behind", async () => {
    const letters = mkdtempSync(join(folder, "letters-"));
    for (let count = 0; count < 200; count += 1) {
      writeFileSync(join(letters, `${count}.txt`), `Date: 3 March 2026\n${"Dear Ms Example. ".repeat(2000)}`);
    }
    const before = readdirSync(folder).length;
    const child = spawn(process.execPath, [entry, "pack", "--from", letters, "--for", "ice", "--out", "cut.pdf"], {
      cwd: folder,
    });
    setTimeout(() => child.kill("SIGINT"), 1200);
    const code = await new Promise((resolve) => child.once("exit", resolve));
    expect(code).toBe(130);
    expect(readdirSync(folder)).toHaveLength(before);
  });
});

test("whoever takes the answers may hang up", async () => {
  const names = Array.from({ length: 8 }, (_, count) => put(`hang-${count}.txt`, "Date: 3 March 2026\n"));
  const child = spawn(process.execPath, [entry, "read", ...names, "--json"], { cwd: folder });
  child.stdout.destroy();
  let said = "";
  child.stderr.on("data", (words: Buffer) => {
    said += words;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  expect([code, said]).toEqual([141, ""]);
});

test("starting takes no build and puts nothing but the answer on standard output", () => {
  expect(execFileSync(process.execPath, [entry, "--help"], { encoding: "utf8" })).toMatch(/^Folio on the command line/);
});

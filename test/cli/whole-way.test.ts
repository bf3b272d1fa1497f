import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { headsIn, newDesk } from "./folio.ts";

/* One case file on its whole way: each test goes on from the one before. */

const desk = newDesk();
const { folio, folioWith, path } = desk;
afterAll(() => desk.close());

let caseId = "";

function put(name: string, text: string): string {
  writeFileSync(path(name), text);
  return name;
}

beforeAll(() => {
  put("a.txt", "Date: 3 March 2026\n\nDear Ms Example\nPlease reply by 31 March 2026.\n");
  put("b.txt", "The café in Bangor");
  put("bad.jpg", "MZ\u0090\u0000 not a picture");
});

describe("a vault is made and a case begun", () => {
  test("init makes it once, and says that there is no recovery sheet", () => {
    const made = folio("init", "data4");
    expect([made.code, made.out]).toEqual([0, `${path("data4")}\n`]);
    expect(made.err).toContain("no recovery sheet was made yet");
    const again = folio("init", "data4");
    expect([again.code, again.out]).toEqual([3, ""]);
  });

  test("recovery words go to a new file only, for its owner alone, and unlock", () => {
    put("there.txt", "something");
    expect(folio("init", "data", "--words-file", "there.txt").code).toBe(3);
    expect(existsSync(path("data", "vault.json"))).toBe(false);
    const made = desk.init("data");
    const words = readFileSync(path("data.words"), "utf8");
    expect(words.trim().split("\n")).toHaveLength(24);
    expect(made.out + made.err).not.toContain("1. ");
    expect(statSync(path("data.words")).mode & 0o077).toBe(0);
    expect(folioWith({ FOLIO_PASSPHRASE: "" }, "cases", "data", "--recovery-file", "data.words").code).toBe(0);
  });

  test("new keeps what case.json tells, and its last line is the case's id", () => {
    const told = {
      person: { name: "Ada Example" },
      letters: [{ files: ["x.pdf"] }],
      calls: [{ date: "2026-03-01", who: "Lee" }],
      costs: [{ date: "2026-03-01", what: "Stamps", amount: 1, head: "delay", proof: { file: "x.pdf" } }],
      events: [{ date: "2026-03-02", text: "=1+1 arrived" }],
    };
    const made = folio("new", "data", "--case", put("case.json", JSON.stringify(told)));
    expect(made.code).toBe(0);
    caseId = made.out.trim().split("\n").at(-1) ?? "";
    expect(caseId).toMatch(/^[0-9a-f]{32}$/);
    expect(made.err).toContain("letters[0]: letters are added with");
    expect(made.err).toContain("costs[0].proof");
  });

  test("a case.json that is wrong begins nothing", () => {
    const wrong = folio("new", "data", "--case", put("wrong.json", '{"persn":{}}'));
    expect([wrong.code, wrong.out]).toEqual([3, ""]);
    expect(wrong.err).toContain("did you mean person?");
    const listed = JSON.parse(folio("cases", "data", "--json").out);
    expect(listed).toEqual([expect.objectContaining({ id: caseId, name: "Ada Example", problem: null })]);
  });
});

describe("letters and entries go in", () => {
  test("add keeps good letters as exhibits, says bad ones, and goes on", () => {
    const added = folio("add", "data", caseId, "a.txt", "bad.jpg", "gone.pdf", "a.txt+gone.txt", "a.txt+b.txt");
    expect([added.code, added.out]).toEqual([3, "kept 1 a.txt\nkept 2 a.txt+b.txt\n"]);
    for (const name of ["bad.jpg", "gone.pdf", "a.txt+gone.txt"]) expect(added.err).toContain(`${name}: `);
  });

  test("import keeps good lines, names bad ones by number and field, and goes on", () => {
    const lines = [
      '{"type":"call","when":"2026-03-04T10:00","who":"Mo","theySaid":"In the post","promises":["ring back"]}',
      "",
      '{"type":"cost","when":"2026-03-04","what":"x","amount":"lots","head":"delay"}',
      "nonsense",
      '{"type":"cost","when":"2026-03-05","what":"Calls","amount":2,"head":"delay","proof":{"file":"a.txt"}}',
      '{"type":"message","date":"2026-03-06","text":"Hello"}',
    ];
    const done = folio("import", "data", "Ada Example", put("entries.jsonl", lines.join("\r\n")));
    expect(done.code).toBe(3);
    expect(done.out).toMatch(/^kept 1 [0-9a-f]{32}\nkept 5 [0-9a-f]{32}\nkept 6 [0-9a-f]{32}\n$/);
    expect(done.err).toBe(
      "line 3: amount: expected an amount like 12.50\n" +
        "line 4: column 1: expected text in double quotes, a number, a list in [ ] or fields in { }\n",
    );
  });
});

describe("what is kept comes out", () => {
  test("timeline tells every entry with its id, as JSON, CSV and a calendar", () => {
    const rows = JSON.parse(folio("timeline", "data", caseId.slice(0, 6), "--json").out);
    const types = new Set(rows.map((row: { type: string }) => row.type));
    expect([...types].sort()).toEqual(["call", "cost", "date", "event", "letter", "message"]);
    expect(rows.every((row: { id: string }) => row.id !== "")).toBe(true);
    expect(folio("timeline", "data", caseId, "--csv").out).toContain('"\'=1+1 arrived"');
    expect(folio("timeline", "data", caseId, "--ics", "--out", "t.ics").out).toBe(`${path("t.ics")}\n`);
    const calendar = readFileSync(path("t.ics"), "utf8");
    expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(calendar).not.toContain("Mo");
  });

  test("search finds words in letters and entries", () => {
    const found = folio("search", "data", "bangor", "CAFE", "--case", caseId);
    expect(found.out).toContain("exhibit 2, page 2");
    expect(JSON.parse(folio("search", "data", "in the post", "--json").out)).toHaveLength(1);
    expect(folio("search", "data", "nowhere").err).toBe("Nothing was found.\n");
  });

  test("pack is made of the case, and its history says so", () => {
    const made = folio("pack", "data", caseId, "--for", "mp", "--out", "p.pdf", "--today", "2026-11-22");
    expect(made.out).toMatch(/^head [0-9a-f]{64}\n/);
    const head = /[0-9a-f]{64}/.exec(made.out)?.[0] ?? "";
    expect(folio("verify", "p.pdf", "--head", head).code).toBe(0);
    expect(folio("verify", "p.pdf", "--head", "0".repeat(64)).code).toBe(1);
    const verified = folio("verify", "data", "--head", head);
    expect([verified.code, verified.out]).toEqual([0, expect.stringContaining("it has grown since")]);
    expect(folio("verify", "data", "--head", "0".repeat(64)).code).toBe(1);
  });
});

describe("a case is handed over", () => {
  let heads: readonly string[] = [];

  test("an exported bundle verifies, and bears the head of the case", () => {
    const made = folio("export", "data", caseId, "--out", "x.folio");
    expect([made.code, made.out]).toEqual([0, expect.stringContaining(path("x.folio"))]);
    heads = headsIn(folio("verify", "data"));
    expect(heads).toHaveLength(1);
    const bundle = folio("verify", "x.folio");
    expect([bundle.code, headsIn(bundle)]).toEqual([0, heads]);
  });

  test("restored into an empty folder it has the same head; a second time there is nothing new", () => {
    expect(folio("restore", "x.folio", "data2").out).toBe(`added ${caseId}\n`);
    const verified = folio("verify", "data2");
    expect([verified.code, headsIn(verified)]).toEqual([0, heads]);
    expect(folio("restore", "x.folio", "data2").out).toBe(`nothing-new ${caseId}\n`);
  });

  test("a plain copy is said to be plain, and verifies as folder and as tar without a passphrase", () => {
    for (const out of ["bag", "bag.tar"]) {
      const made = folio("export", "data", caseId, "--plain", "--out", out);
      expect([made.code, made.err]).toEqual([0, expect.stringContaining("not locked")]);
      const verified = folioWith({ FOLIO_PASSPHRASE: "" }, "verify", out);
      expect([verified.code, verified.out]).toEqual([0, expect.stringMatching(/Sound\.\n$/)]);
    }
    expect(readdirSync(path("bag", "data", "originals"))).toHaveLength(3);
    expect(folio("export", "data", caseId, "--plain", "--out", "bag").code).toBe(3);
  });

  test("a recipient who is none is refused before anything is written", () => {
    const refused = folio("export", "data", caseId, "--out", "r.folio", "--recipient", "age1nobody");
    expect([refused.code, existsSync(path("r.folio"))]).toEqual([3, false]);
  });
});

describe("backups", () => {
  test("a backup is restored into an empty folder, and beside what is there", () => {
    mkdirSync(path("safe"));
    expect(folioWith({ FOLIO_PASSPHRASE: "" }, "backup", "data", "--to", "safe").out).toBe(`${path("safe")}\n`);
    const heads = headsIn(folio("verify", "data"));
    expect(folio("restore", "safe", "data3").out).toBe(`added ${caseId}\n`);
    expect(headsIn(folio("verify", "data3"))).toEqual(heads);
    expect(folio("restore", "safe", "data3").out).toBe(`nothing-new ${caseId}\n`);
  });

  test("a case that came as a bundle has other keys, and is united with a backup all the same", () => {
    const heads = headsIn(folio("verify", "data"));
    const united = folio("restore", "safe", "data2");
    expect([united.code, united.out]).toEqual([0, `united ${caseId}\n`]);
    const verified = folio("verify", "data2");
    expect([verified.code, headsIn(verified)]).toEqual([0, heads]);
    expect(readdirSync(desk.folder).filter((name) => name.startsWith(".folio"))).toEqual([]);
  });
});

describe("keys and erasing", () => {
  test("a changed passphrase opens, and the earlier one does not", () => {
    put("next.txt", "another one entirely\r\nnot this line");
    expect(folio("passphrase", "data3", "--new-passphrase-file", "next.txt").code).toBe(0);
    expect(folio("cases", "data3").code).toBe(3);
    expect(folio("cases", "data3", "--passphrase-file", "next.txt").out).toContain(caseId);
  });

  test("an erased letter is gone, its number too; then the whole case is", () => {
    expect(folio("erase", "data", caseId, "--exhibit", "9").code).toBe(3);
    expect(folio("erase", "data", caseId, "--exhibit", "2").err).toContain("erased from the backups too");
    expect(folio("search", "data", "bangor").err).toBe("Nothing was found.\n");
    expect(folio("add", "data", caseId, "a.txt").out).toBe("kept 3 a.txt\n");
    expect(folio("verify", "data").code).toBe(0);
    expect(folio("erase", "data", caseId).code).toBe(0);
    expect(JSON.parse(folio("cases", "data", "--json").out)).toEqual([]);
  });
});

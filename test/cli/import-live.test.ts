import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newDesk } from "./folio.ts";

const desk = newDesk();
const { folio, path, start } = desk;
let caseId = "";

beforeAll(() => {
  writeFileSync(path("case.json"), '{"person":{"name":"Ada"}}');
  desk.init("data");
  caseId = folio("new", "data", "--case", "case.json").out.trim();
  const line = (count: number) => JSON.stringify({ type: "event", when: "2026-03-04", text: `Event ${count}` });
  writeFileSync(path("many.jsonl"), Array.from({ length: 20_000 }, (_, count) => `${line(count)}\n`).join(""));
}, 60_000);
afterAll(() => desk.close());

type Child = ReturnType<typeof start>;

/** Gathers what is printed, and tells when so many lines are there. */
function listen(child: Child) {
  let out = "";
  let err = "";
  let wake = () => {};
  child.stderr?.on("data", (words: Buffer) => {
    err += words;
  });
  child.stdout?.on("data", (words: Buffer) => {
    out += words;
    wake();
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  const lines = () => out.split("\n").slice(0, -1);
  return {
    lines,
    said: () => err,
    ended,
    until: async (count: number) => {
      while (lines().length < count) {
        await Promise.race([
          new Promise<void>((resolve) => {
            wake = resolve;
          }),
          ended.then(() => Promise.reject(new Error(`ended early: ${err}`))),
        ]);
      }
    },
  };
}

function idsKept(): ReadonlySet<string> {
  const rows = JSON.parse(folio("timeline", "data", caseId, "--json").out);
  return new Set(rows.map((row: { id: string }) => row.id));
}

const idOf = (line: string) => line.split(" ")[2] ?? "";

test("a line on standard input is acknowledged while the next is still to come", async () => {
  const child = start("import", "data", caseId, "-");
  const heard = listen(child);
  for (const count of [1, 2, 3]) {
    child.stdin?.write(`{"type":"event","when":"2026-03-04","text":"Typed ${count}"}\n`);
    await heard.until(count);
  }
  child.stdin?.end('{"type":"event","when":"2026-03-04","text":"without a line end"}');
  expect(await heard.ended).toBe(0);
  expect(heard.lines().map((line) => line.split(" ")[1])).toEqual(["1", "2", "3", "4"]);
});

test("while one process writes, others read; those that would write say so and end with 3", async () => {
  const child = start("import", "data", caseId, "-");
  const heard = listen(child);
  child.stdin?.write('{"type":"event","when":"2026-03-04","text":"Held"}\n');
  await heard.until(1);
  for (const args of [
    ["import", "data", caseId, "many.jsonl"],
    ["add", "data", caseId, "case.json"],
    ["erase", "data", caseId],
  ]) {
    const { code, out, err } = folio(...args);
    expect([code, out, err]).toEqual([3, "", expect.stringContaining("open in another window or program")]);
  }
  expect(folio("search", "data", "held").out).toContain("Held");
  const exported = folio("export", "data", caseId, "--out", "x.folio");
  expect([exported.code, exported.err]).toEqual([0, expect.stringContaining("does not say that this was made")]);
  expect(folio("verify", "data").code).toBe(0);
  child.stdin?.end();
  expect(await heard.ended).toBe(0);
}, 120_000);

test("killed at once, everything that was acknowledged is there, and the next one goes on", async () => {
  for (const count of [1, 2000]) {
    const child = start("import", "data", caseId, "many.jsonl");
    const heard = listen(child);
    await heard.until(count);
    child.kill("SIGKILL");
    await heard.ended;
    const there = idsKept();
    const lost = heard.lines().filter((line) => line.startsWith("kept ") && !there.has(idOf(line)));
    expect([heard.lines().length >= count, lost]).toEqual([true, []]);
  }
  expect(folio("verify", "data").code).toBe(0);
}, 120_000);

test.each(["SIGINT", "SIGTERM"] as const)("%s ends it between two lines, and says so", async (signal) => {
  const child = start("import", "data", caseId, "-");
  const heard = listen(child);
  child.stdin?.write('{"type":"event","when":"2026-03-04","text":"Before"}\n');
  await heard.until(1);
  child.kill(signal);
  expect([await heard.ended, heard.said()]).toEqual([130, expect.stringContaining("Stopped.")]);
  expect(idsKept().has(idOf(heard.lines()[0] ?? ""))).toBe(true);
});

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readEntryLine } from "#core/case-work/entry-line.ts";
import { namedExhibits } from "#core/case-work/proofs.ts";
import { timelineCsv } from "#core/case-work/timeline/as-csv.ts";
import { timelineIcs } from "#core/case-work/timeline/as-ics.ts";
import { timelineJson } from "#core/case-work/timeline/as-json.ts";
import { timelineRows } from "#core/case-work/timeline/timeline.ts";
import type { CaseFile } from "#core/model/case-file.ts";
import { emptyCase } from "#core/model/change.ts";
import { pence } from "#core/model/pence.ts";
import { day } from "../../../day.ts";
import { exhibit, letter, mention } from "../../exhibits.ts";

const bill = { name: "bill.pdf", type: "pdf", pageCount: 2, sizeBytes: 1, sha256: "", object: "" } as const;
const file: CaseFile = {
  ...emptyCase,
  exhibits: [
    {
      ...exhibit(1, letter("2026-03-04", [mention("1 April 2026", "2026-04-01", "deadline")])),
      files: [{ ...bill, name: "a.jpg", pageCount: 1 }, bill],
    },
    exhibit(2, letter(null)),
    { ...exhibit(3, letter("2026-03-05")), withdrawn: true },
  ],
  calls: [
    {
      id: "c1",
      day: day("2026-03-02"),
      time: "09:05",
      direction: "in",
      who: "Lee, of the Service",
      theySaid: '=HYPERLINK("http://x")',
      iSaid: "",
      promises: [
        { what: "look into it", by: null },
        { what: "ring back", by: day("2026-03-09") },
      ],
      holdMinutes: 12,
      minutes: null,
    },
  ],
  messages: [
    { id: "m1", day: day("2026-03-06"), time: null, direction: "out", subject: "Hello", text: "Line 1\nLine 2" },
  ],
  costs: [
    {
      id: "k1",
      day: day("2026-03-03"),
      payee: "Post Office",
      what: "-2+3 Stamps",
      amount: pence(120450),
      head: "out-of-pocket",
      cause: "",
      proof: { exhibit: 1, page: 3 },
    },
  ],
  events: [{ id: "n1", day: day("2026-03-07"), time: "23:30", text: "Bailiff came" }],
  issues: [{ id: "i1", triage: "service", title: "No reply", whatHappened: "x", whyWrong: "", effect: "", want: "" }],
};

test("every entry has a row with its own id, the dated ones in order, then what has no date", () => {
  expect(timelineRows(file).map(({ id, type, day }) => [id, type, day])).toEqual([
    ["c1", "call", "2026-03-02"],
    ["k1", "cost", "2026-03-03"],
    ["exhibit-1", "letter", "2026-03-04"],
    ["m1", "message", "2026-03-06"],
    ["n1", "event", "2026-03-07"],
    ["c1.promise-2", "promise", "2026-03-09"],
    ["exhibit-1.date-1", "date", "2026-04-01"],
    ["exhibit-2", "letter", null],
    ["i1", "issue", null],
  ]);
});

test("an entry told by the timeline can be read again, and is the same", () => {
  const rows = JSON.parse(timelineJson(timelineRows(file))) as readonly { id: string; type: string; entry: unknown }[];
  const again = rows
    .filter(({ entry }) => entry !== null)
    .map(({ id, entry }) => readEntryLine(JSON.stringify(entry), id, namedExhibits(file.exhibits)));
  expect(again).toEqual([
    { kind: "call-kept", call: file.calls[0] },
    { kind: "cost-kept", cost: file.costs[0] },
    { kind: "message-kept", message: file.messages[0] },
    { kind: "event-kept", event: file.events[0] },
    { kind: "issue-kept", issue: file.issues[0] },
  ]);
});

test("an empty case file is an empty list", () => {
  expect(JSON.parse(timelineJson(timelineRows(emptyCase)))).toEqual([]);
});

/** The cells of a CSV text, as a spreadsheet reads them. */
function cellsOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const line of csv.match(/(?:"(?:[^"]|"")*",?)+\r\n/g) ?? []) {
    rows.push([...line.matchAll(/"((?:[^"]|"")*)"/g)].map((found) => (found[1] ?? "").replaceAll('""', '"')));
  }
  return rows;
}

describe("csv", () => {
  test("says each row's date, kind, words, amount and id", () => {
    const [head, call, cost] = cellsOf(timelineCsv(timelineRows(file)));
    expect(head?.join()).toBe("date,until,time,type,what,details,exhibit,page,confirmed,amount,id");
    expect(call).toEqual([
      "2026-03-02",
      "",
      "09:05",
      "call",
      "Call from Lee, of the Service",
      'They said: =HYPERLINK("http://x")\nPromised: look into it; ring back (by 2026-03-09)',
      "",
      "",
      "yes",
      "",
      "c1",
    ]);
    expect(cost?.slice(3, 5)).toEqual(["cost", "'-2+3 Stamps, Post Office: £1,204.50"]);
    expect(cost?.slice(8)).toEqual(["yes", "1204.50", "k1"]);
  });

  test("whatever was typed, no cell begins as a formula does, and nothing breaks out of its cell", () => {
    const start = fc.constantFrom(
      "=",
      "+",
      "-",
      "@",
      "\t",
      "\r",
      "\n",
      " ",
      "＝",
      "\u200b",
      "\ufeff",
      '"',
      ",",
      "'",
      "a",
    );
    const typed = fc
      .array(fc.oneof(start, fc.string({ unit: "binary" })), { maxLength: 6 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(typed, (text) => {
        const event = { id: "n1", day: day("2026-03-07"), time: null, text };
        const [, row, ...others] = cellsOf(timelineCsv(timelineRows({ ...emptyCase, events: [event] })));
        expect(others).toEqual([]);
        expect(row).toHaveLength(11);
        expect(row?.[4]).not.toMatch(/^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u);
        expect((row?.[4] ?? "").replace(/^'/, "")).toBe(text.replaceAll("\0", "").replace(/^'/, ""));
      }),
    );
  });
});

describe("ics", () => {
  const ics = timelineIcs(file, new Date("2026-11-22T10:00:00.123Z"));
  const lines = ics.split("\r\n");

  test("lines end as they must and are no longer than 75 octets", () => {
    expect(ics.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(ics.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const long = { ...file, events: [{ ...file.events[0], id: "x".repeat(300) }] } as CaseFile;
    const written = timelineIcs(long, new Date("2026-11-22T10:00:00Z"));
    expect(written.split("\r\n").every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
    expect(written.replaceAll("\r\n ", "")).toContain(`UID:${"x".repeat(300)}@folio\r\n`);
  });

  test("a time is a clock's time in Britain, a day a whole day, and each has an id of its own", () => {
    expect(ics).toContain("DTSTART;TZID=Europe/London:20260302T090500\r\n");
    expect(ics).toContain("TZID:Europe/London\r\n");
    expect(ics).toContain("DTSTART;VALUE=DATE:20260401\r\nDTEND;VALUE=DATE:20260402\r\n");
    const ids = lines.filter((line) => line.startsWith("UID:"));
    expect([ids.length, new Set(ids).size]).toEqual([7, 7]);
    expect(lines.filter((line) => line === "DTSTAMP:20261122T100000Z")).toHaveLength(7);
  });

  test("a month is all its days, and a span ends after its last", () => {
    const spans = {
      ...emptyCase,
      exhibits: [
        {
          ...exhibit(
            1,
            letter(null, [
              mention("December 2026", { kind: "month", month: "2026-12" as never }, "period"),
              mention("1 to 3 May", { kind: "span", start: day("2026-05-01"), end: day("2026-05-03") }, "period"),
            ]),
          ),
          judgements: { 0: { kind: "accepted" }, 1: { kind: "accepted" } },
        },
      ],
    } as CaseFile;
    const written = timelineIcs(spans, new Date());
    expect(written).toContain("DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20270101\r\n");
    expect(written).toContain("DTSTART;VALUE=DATE:20260501\r\nDTEND;VALUE=DATE:20260504\r\n");
  });

  test("nothing of the case is in it: a calendar is seen by others", () => {
    for (const word of ["Lee", "Service", "Stamps", "Post", "Bailiff", "Hello", "Line", "Letter 1", "1204"]) {
      expect(ics).not.toContain(word);
    }
    expect(lines.filter((line) => line.startsWith("SUMMARY:"))).toEqual([
      "SUMMARY:Folio: call",
      "SUMMARY:Folio: payment",
      "SUMMARY:Folio: letter 1",
      "SUMMARY:Folio: message",
      "SUMMARY:Folio: note",
      "SUMMARY:Folio: to be answered by this day",
      "SUMMARY:Folio: last day, letter 1",
    ]);
  });
});

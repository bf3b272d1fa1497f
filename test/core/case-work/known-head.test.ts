import { expect, test } from "vitest";
import { type HistoryOf, knownHead } from "#core/case-work/known-head.ts";
import { headOf } from "#core/vault/line.ts";
import { toHex, utf8 } from "#core/vault/text-codes.ts";

const [one, other] = ["1".repeat(32), "2".repeat(32)];
const [zeros, recorded] = ["0".repeat(64), "e".repeat(64)];

/** A line of history; its hash is made up from where it stands. */
function line(writer: string, sequence: number, count: number, body: object = { kind: "wants-told", wants: [] }) {
  const clock = `${String(count).padStart(15, "0")}.000000`;
  const said = JSON.stringify({ salt: "0".repeat(32), at: "2026-11-22T10:00:00.000Z", clock, body });
  const hash = `${writer[0]}${String(sequence).padStart(63, "0")}`;
  return { writer, sequence, kind: "change", said: utf8(said), line: hash } satisfies HistoryOf;
}

const begin = (writer: string): HistoryOf => ({ ...line(writer, 0, 0), kind: "begin" });
const headAfter = (...lines: readonly HistoryOf[]) => toHex(headOf(lines));

const history: readonly HistoryOf[] = [
  begin(one),
  line(one, 1, 10),
  line(one, 2, 30),
  { ...line(one, 3, 0), kind: "erased", said: null },
  begin(other),
  line(other, 1, 20, { kind: "bundle-made", recipients: "passphrase", head: recorded }),
  line(other, 2, 40),
];
const [, first, second, erased, , third, last] = history as readonly Required<HistoryOf>[];

test("the head that a history has now, and every one it ever had, is known", () => {
  if (!first || !second || !erased || !third || !last) throw new Error("seven lines");
  expect(knownHead(history, headAfter(erased, last))).toBe("now");
  for (const earlier of [[first], [first, third], [second, third], [erased, third]]) {
    expect(knownHead(history, headAfter(...earlier))).toBe("earlier");
  }
});

test("a head that only a record speaks of is told apart, and any other is unknown", () => {
  expect(knownHead(history, recorded)).toBe("recorded");
  expect(knownHead(history, zeros)).toBeNull();
  if (!first || !last) throw new Error("seven lines");
  expect(knownHead(history, headAfter(first, last))).toBeNull();
  expect(knownHead(history.slice(0, 3), headAfter(last))).toBeNull();
});

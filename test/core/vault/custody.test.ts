import { expect, test } from "vitest";
import type { ChangeBody } from "#core/model/change.ts";
import { custodyOf, type HistoryLine } from "#core/vault/custody.ts";
import { exhibit, letter } from "../exhibits.ts";

function history(...bodies: readonly (ChangeBody | null)[]): readonly HistoryLine[] {
  return bodies.map((body, sequence) => {
    const line = sequence.toString(16).padStart(64, "0");
    return { writer: "aa".repeat(16), sequence, line, at: `2026-03-0${sequence + 1}T10:00:00.000Z`, clock: "", body };
  });
}

const one = exhibit(1, letter("2026-03-04"));
const other = exhibit(2, letter("2026-03-05"));
const { id: exhibitId } = one;
const shown = { recipient: "ICE", packSha256: "ab".repeat(32), head: "cd".repeat(32) };

test("an exhibit's custody log tells what was done to it, in order, and nothing of other exhibits", () => {
  const log = custodyOf(
    history(
      { kind: "bundle-made", recipients: "passphrase", head: "00" },
      { kind: "exhibit-added", exhibit: one },
      { kind: "exhibit-added", exhibit: other },
      { kind: "exhibit-titled", exhibitId, title: "Final response" },
      { kind: "exhibit-titled", exhibitId: other.id, title: "Another" },
      null,
      { kind: "exhibit-withdrawn", exhibitId, withdrawn: true },
      { kind: "exhibit-withdrawn", exhibitId, withdrawn: false },
    ),
    exhibitId,
  );
  const files = one.files.map(({ name, sha256, sizeBytes }) => ({ name, sha256, sizeBytes }));
  expect(log.map((line) => line.did)).toEqual([
    { kind: "added", files },
    { kind: "titled", title: "Final response" },
    { kind: "withdrawn" },
    { kind: "taken-in-again" },
  ]);
  expect(log[0]).toMatchObject({ writer: "aa".repeat(16), sequence: 1, at: "2026-03-02T10:00:00.000Z" });
});

test("what a pack showed, what a bundle held and what was judged is in the log", () => {
  const [mention] = letter("2026-03-04").mentions;
  const log = custodyOf(
    history(
      { kind: "exhibit-added", exhibit: one },
      { kind: "date-judged", exhibitId, position: 0, judgement: { kind: "accepted" } },
      { kind: "date-judged", exhibitId, position: 0, judgement: null },
      ...(mention === undefined ? [] : [{ kind: "date-told", exhibitId, mention } as const]),
      { kind: "letter-kind-told", exhibitId, letterKind: "deo" },
      { kind: "pack-shown", ...shown, exhibitIds: [exhibitId] },
      { kind: "pack-shown", ...shown, exhibitIds: [other.id] },
      { kind: "bundle-made", recipients: "age1…", head: "ef" },
      { kind: "call-kept", call: {} as never },
    ),
    exhibitId,
  );
  expect(log.map((line) => line.did).filter((did) => did.kind !== "date-told")).toEqual([
    { kind: "added", files: expect.anything() },
    { kind: "date-judged", position: 0, judgement: "accepted" },
    { kind: "date-judged", position: 0, judgement: "taken-back" },
    { kind: "kind-told", letterKind: "deo" },
    { kind: "shown-in-pack", ...shown },
    { kind: "bundle-made", recipients: "age1…", head: "ef" },
  ]);
});

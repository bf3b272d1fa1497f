import { expect, test } from "vitest";
import { foldChanges } from "#core/model/fold.ts";
import { exhibit, letter } from "../exhibits.ts";

test("the kind a person tells stands over the one that was read, and touches no other letter", () => {
  const file = foldChanges([
    { body: { kind: "exhibit-added", exhibit: exhibit(1, letter("2026-03-04")) } },
    { body: { kind: "exhibit-added", exhibit: exhibit(2, letter("2026-03-05")) } },
    { body: { kind: "letter-kind-told", exhibitId: "exhibit-1", letterKind: "final_response" } },
  ]);
  expect(file.exhibits.map((one) => one.letter.kind)).toEqual(["final_response", "other"]);
  expect(file.exhibits[0]?.letter.letterDate).toBe("2026-03-04");
});

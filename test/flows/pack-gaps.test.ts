import { expect, test } from "vitest";
import { emptyCase } from "#core/model/change.ts";
import { packGaps } from "../../src-renderer/flows/pack-gaps.ts";
import { exhibit, letter, mention } from "../core/exhibits.ts";

const final = exhibit(1, { ...letter("2026-03-04"), kind: "final_response" });
const kinds = (file: typeof emptyCase, recipient: "cms" | "mp" | "ice") =>
  packGaps(file, recipient).map((gap) => gap.kind);

test("only the Independent Case Examiner is owed a final response, and one left out does not count", () => {
  expect(kinds({ ...emptyCase, exhibits: [final] }, "ice")).not.toContain("no-final-response");
  expect(kinds({ ...emptyCase, exhibits: [{ ...final, withdrawn: true }] }, "ice")).toContain("no-final-response");
  expect(kinds(emptyCase, "cms")).not.toContain("no-final-response");
});

test("an empty case file lacks wants, issues and details, by the labels of the front page", () => {
  const gaps = packGaps(emptyCase, "cms");
  expect(gaps.map((gap) => gap.kind)).toEqual(["no-wants", "no-issues", "person"]);
  expect(gaps.at(-1)).toMatchObject({ missing: expect.arrayContaining(["name", "NI number", "date of birth"]) });
});

test("dates nobody has checked are counted over all letters that go in", () => {
  const one = exhibit(1, letter(null, [mention("1 April 2026", "2026-04-01", "deadline")]));
  const two = { ...exhibit(2, letter(null, [mention("2 April 2026", "2026-04-02", "event")])), withdrawn: true };
  expect(packGaps({ ...emptyCase, exhibits: [one, two] }, "mp")).toContainEqual({
    kind: "unchecked",
    count: 1,
    exhibitId: "exhibit-1",
  });
});

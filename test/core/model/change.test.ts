import { expect, test } from "vitest";
import { emptyCase } from "#core/model/change.ts";
import { applyChange } from "#core/model/fold.ts";
import { judgedMentions } from "#core/model/exhibit.ts";
import { exhibit, letter, mention } from "../exhibits.ts";

const at = "2026-03-01T12:00:00.000Z";

test("a date that a person told joins the end of the letter's dates, confirmed, and moves no other", () => {
  const one = exhibit(1, letter(null, [mention("1 April 2026", "2026-04-01", "deadline")]));
  const told = mention("5 May 2026", "2026-05-05", "letter-date");
  const file = applyChange(
    { ...emptyCase, exhibits: [one] },
    { at, body: { kind: "date-told", exhibitId: "exhibit-1", mention: told } },
  );
  const [changed] = file.exhibits;
  expect(changed?.letter.mentions.map((each) => each.words)).toEqual(["1 April 2026", "5 May 2026"]);
  expect(changed === undefined ? [] : judgedMentions(changed).map((each) => each.confirmed)).toEqual([false, true]);
});

test("an entry kept again with the same id replaces the first, in its place", () => {
  const issue = {
    id: "i1",
    triage: "service",
    title: "One",
    whatHappened: "",
    whyWrong: "",
    effect: "",
    want: "",
  } as const;
  const kept = [issue, { ...issue, id: "i2", title: "Two" }, { ...issue, title: "One again" }].reduce(
    (file, each) => applyChange(file, { at, body: { kind: "issue-kept", issue: each } }),
    emptyCase,
  );
  expect(kept.issues.map((each) => each.title)).toEqual(["One again", "Two"]);
});

import { expect, test } from "vitest";
import { emptyCase } from "#core/model/change.ts";
import { toldPerson, typedPerson, typedReference } from "../../src-renderer/flows/typed-person.ts";
import { exhibit, letter } from "../core/exhibits.ts";
import { day } from "../day.ts";

test("the form about the person, kept unchanged, changes nothing", () => {
  const { person } = emptyCase;
  const told = {
    person: { ...person, name: "Ash", address: ["1 Elm Row", "Tarn"], birth: day("1989-05-14") },
    caseReference: "121012345678",
    wants: ["Say sorry", "Pay it back"],
  };
  expect(toldPerson(typedPerson({ ...emptyCase, ...told }))).toEqual(told);
});

test("a reference that stands in the letters is offered, one that is no reference is not kept", () => {
  const read = { ...letter(null), caseReference: "121012345678" };
  expect(typedPerson({ ...emptyCase, exhibits: [exhibit(1, read)] }).reference).toBe("121012345678");
  expect(typedReference("1210 1234 5678")).toBe("121012345678");
  expect(typedReference("1310 1234 5678")).toBeNull();
});

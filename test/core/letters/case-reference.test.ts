import { describe, expect, it } from "vitest";
import { findCaseReference } from "#core/letters/case-reference.ts";

describe("the case reference", () => {
  it.each([
    ["Your reference: 121304558871", "121304558871"],
    ["Case reference 121 998 776 554", "121998776554"],
    ["(reference 1213 0455 8871)", "121304558871"],
    ["your case (121402277715)", "121402277715"],
    ["Reference: 12l3O455887I", "121304558871"],
    ["Phone 12130455887", null],
    ["account 1213045588712", null],
    ["reference 131304558871", null],
    ["£121304558871.00", null],
    ["06 FEB\tDWP CMS 121402277715 CHILD MAINT\t61.50\t450.41", null],
    ["12l3O455887I", null],
  ])("of %j is %s", (text, reference) => {
    expect(findCaseReference([text])).toBe(reference);
  });

  it("is the labelled one when two stand in a letter", () => {
    expect(
      findCaseReference(["121000000001 and 121000000001", "Your reference: 121000000002, again 121000000002"]),
    ).toBe("121000000002");
  });
});

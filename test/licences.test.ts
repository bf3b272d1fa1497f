import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { thirdPartyFile, thirdPartyText } from "../src-main/launch/collect-licences.ts";

test("the licences that ship are those of the packages that are installed", () => {
  expect(readFileSync(thirdPartyFile, "utf8") === thirdPartyText(), "run `npm run licences`").toBe(true);
});

test("nothing that ships is under the GPL or AGPL", () => {
  const licences = [...thirdPartyText().matchAll(/^=+\n(.+) — (.+)$/gm)].map((found) => found[2] ?? "");
  expect(licences.length).toBeGreaterThan(10);
  expect(licences.filter((licence) => /(?<!L)GPL/.test(licence))).toEqual([]);
});

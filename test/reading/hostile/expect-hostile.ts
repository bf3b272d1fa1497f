import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodePlatform } from "../../../src-main/cli/reading-on-node.ts";
import type { HostileCase } from "./case.ts";
import { readHostile, shortLimit, wordsOf } from "./read-hostile.ts";

/** However hostile the file: not more than this above what the process held before it. */
const mostExtraBytes = 1_000_000_000;
/** Ending a worker and looking for dates in what was read, on a machine that does much else. */
const slackMillis = 20_000;

/**
 * Reads each case beside a good letter, with a listening address that nobody may come to.
 * @param decoyPort where that is: another one in each test file, as they run side by side
 * @param casesFor is given the address
 */
export function expectHostile(decoyPort: number, casesFor: (address: string) => readonly HostileCase[]): void {
  const platform = nodePlatform();
  const visits: string[] = [];
  const decoy = createServer((request, answer) => {
    visits.push(request.url ?? "");
    answer.end();
  });
  beforeAll(() => new Promise<void>((resolve) => decoy.listen(decoyPort, "127.0.0.1", resolve)));
  afterAll(async () => {
    await platform.close();
    decoy.close();
  });

  describe("reading meets", () => {
    it.each(casesFor(`http://127.0.0.1:${decoyPort}/called`))("$name", async (one) => {
      const { hostile, good, millis, extraBytes } = await readHostile(one, platform);
      const codes = hostile.problems.map((problem) => problem.code);
      const gaveUp = one.orTooSlow === true && codes.includes("reading-timed-out");
      if (!gaveUp) {
        expect(codes).toEqual(one.codes);
        expect(wordsOf(hostile)).toMatch(one.words === null ? /^$/ : one.words);
      }
      expect(wordsOf(good)).toMatch("Date: 7 March 2024");
      expect(good.problems).toEqual([]);
      expect(extraBytes).toBeLessThan(mostExtraBytes);
      expect(millis).toBeLessThan((one.orTooSlow ? shortLimit : 40_000) + slackMillis);
      expect(visits).toEqual([]);
      expect(globalThis).not.toHaveProperty("folioRan");
    });
  });
}

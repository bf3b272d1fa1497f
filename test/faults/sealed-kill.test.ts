import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nothingYet, reopen, runAndKill } from "./sealed-kill-round.ts";
import { roundsAsked } from "./stopped-round.ts";

/** FOLIO_KILL_ROUNDS=500 is the long form, about 25 minutes; the short one runs always. */
const rounds = roundsAsked("FOLIO_KILL_ROUNDS", 3);
const roundsOnOneFolder = 10;

describe("an open vault killed at a random moment", () => {
  it(
    `loses no entry, letter or draft that was acknowledged, and opens by itself (${rounds} rounds)`,
    async () => {
      const sum = { calls: 0, letters: 0, drafts: 0, torn: 0, whileOpening: 0, slowestOpenMillis: 0 };
      for (let first = 0; first < rounds; first += roundsOnOneFolder) {
        const folder = await mkdtemp(join(tmpdir(), "folio-kill-"));
        try {
          await roundsOn(join(folder, "data"), first, Math.min(rounds, first + roundsOnOneFolder), sum);
        } finally {
          await rm(folder, { recursive: true, force: true });
        }
      }
      expect(sum.calls).toBeGreaterThan(0);
      process.stdout.write(`sealed kill: ${rounds} rounds, 0 lost, ${JSON.stringify(sum)}\n`);
    },
    60_000 + rounds * 15_000,
  );
});

async function roundsOn(data: string, from: number, to: number, sum: Record<string, number>): Promise<void> {
  const so = nothingYet();
  for (let round = from; round < to; round += 1) {
    // One in three is cut off while the vault is being made or opened.
    const early = round % 3 === 0;
    await runAndKill(data, round, { early, afterMillis: Math.random() * (early ? 300 : 1200) }, so);
    const begun = performance.now();
    const { lost, wrong, torn } = await reopen(data, so);
    expect({ round, lost, wrong }).toEqual({ round, lost: [], wrong: [] });
    sum["torn"] = torn + (sum["torn"] ?? 0);
    sum["whileOpening"] = (sum["whileOpening"] ?? 0) + (early ? 1 : 0);
    sum["slowestOpenMillis"] = Math.max(sum["slowestOpenMillis"] ?? 0, Math.round(performance.now() - begun));
  }
  sum["calls"] = (sum["calls"] ?? 0) + so.calls.size;
  sum["letters"] = (sum["letters"] ?? 0) + so.letters.size;
  sum["drafts"] = (sum["drafts"] ?? 0) + so.drafts;
}

import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { idOf, temporaryFolder } from "../temporary.ts";
import { backupsOf, chosen, contents, restoredFrom, smallVault } from "./small-vault.ts";

const program = join(import.meta.dirname, "killed-program.ts");
const [caseA, one] = [idOf("a"), idOf("1")];

/** Lets the program run for a while once it has said something, kills it outright, and gives back what it said. */
async function runAndKill(args: readonly string[], afterMillis: number): Promise<string> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (words: string) => {
    said += words;
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  while (!said.includes("\n") && child.exitCode === null) await wait(2);
  await wait(afterMillis);
  child.kill("SIGKILL");
  await ended;
  return said;
}

/** Its contents, but for what the kill left of a file that was never finished. */
async function whole(folder: string): Promise<Record<string, string>> {
  const all = Object.entries(await contents(folder));
  return Object.fromEntries(all.filter(([path]) => !path.endsWith(".folio-part")));
}

describe("killed outright at a random moment", () => {
  it.each(Array.from({ length: 3 }, (_, round) => round))(
    "backing up loses nothing that it called good, and goes on afterwards (round %i)",
    async () => {
      const vault = await smallVault();
      await vault.beginCase(caseA);
      await vault.append(caseA, one);
      const said = await runAndKill(["back-up", vault.data, vault.disk], Math.random() * 500);
      const good = [...said.matchAll(/^good ([0-9a-f]{32})$/gm)].map(([, object = ""]) => object);
      expect(good.length).toBeGreaterThan(0);
      const restored = await restoredFrom(vault.disk);
      const [there, here] = [await contents(restored), await contents(vault.data)];
      for (const object of good) {
        const path = `cases/${caseA}/objects/${object}`;
        expect(there[path]).toBe(here[path]);
      }
      const segment = `cases/${caseA}/journal/${one}.seg`;
      const [restoredBytes, bytes] = [await readFile(join(restored, segment)), await vault.read(segment)];
      expect(restoredBytes.length).toBeGreaterThanOrEqual((good.length + 1) * 312);
      expect(bytes.subarray(0, restoredBytes.length)).toEqual(restoredBytes);
      const again = backupsOf(vault.data, vault.disk);
      expect(await again.backUpNow()).toMatchObject({ problem: null });
      expect(await contents(await restoredFrom(vault.disk))).toEqual(await whole(vault.data));
      expect(Object.keys(await contents(vault.disk)).filter((path) => path.includes("folio-part"))).toEqual([]);
    },
  );

  it.each(Array.from({ length: 6 }, (_, round) => round))(
    "restoring leaves nothing or everything, and can be run again (round %i)",
    async (round) => {
      const vault = await smallVault();
      for (const caseId of [caseA, idOf("b"), idOf("c")]) {
        await vault.beginCase(caseId);
        await vault.append(caseId, one);
        for (const digit of "12345678") await vault.keepObject(caseId, idOf(digit), 100_000);
      }
      expect((await (await chosen(vault)).backUpNow()).problem).toBeNull();
      const before = await contents(vault.data);
      const data = join(await temporaryFolder(), "restored");
      const said = await runAndKill(["restore", data, vault.disk], 30 + round * 60);
      const after = backupsOf(data, vault.disk);
      await after.ready;
      const found = await after.openBackup("");
      const there = await contents(data);
      const counts = there["vault.json"] !== undefined;
      expect(counts || !said.includes("restored")).toBe(true);
      if (counts) expect(there).toEqual(before);
      else expect(Object.keys(there).filter((path) => !path.includes("folio-part"))).toEqual([]);
      if (!counts) await after.restoreVault(found?.backup ?? "", found?.sets[0]?.id ?? "");
      expect(await contents(data)).toEqual(before);
    },
  );
});

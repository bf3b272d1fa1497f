import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../host/temporary.ts";
import { shown, verified } from "./look-at-sealed.ts";
import { filesIn, makeSmallSealed, type SmallSealed } from "./small-sealed.ts";

/**
 * FOLIO_TAMPER=1 changes one bit of every byte, FOLIO_TAMPER=8 each of its bits (some two hours); the short form, which
 * runs always, one bit of some bytes of every file.
 */
const bitsEach = Number(process.env["FOLIO_TAMPER"] ?? 0);
const shortFormFlips = 8;

describe("one changed bit anywhere in a data folder", () => {
  it(
    "is found by verifying, which names the file, and never shows anything else as the case",
    async () => {
      const sealed = await makeSmallSealed(await temporaryFolder());
      const sound = await shown(sealed);
      expect(sound.said).toEqual([]);
      expect((await verified(sealed)).filter((finding) => !finding.startsWith("note object-unnamed"))).toEqual([]);
      const missed: string[] = [];
      let flips = 0;
      for (const path of (await filesIn(sealed.data)).filter(isSealed)) {
        const bytes = await readFile(join(sealed.data, path));
        for (const [at, bit] of bitsOf(bytes.length)) {
          flips += 1;
          await writeFile(join(sealed.data, path), withFlip(bytes, at, bit));
          const wrong = await wrongWith(sealed, path, sound.text);
          if (wrong !== null) missed.push(`${path}, byte ${at}, bit ${bit}: ${wrong}`);
        }
        await writeFile(join(sealed.data, path), bytes);
      }
      expect(missed).toEqual([]);
      process.stdout.write(`tamper: ${flips} bits changed, one at a time, all found and named\n`);
    },
    60_000 + bitsEach * 3_600_000,
  );
});

/** Which bits of a file: all of them spread evenly in the short form, the first and last byte among them. */
function* bitsOf(sizeBytes: number): Generator<readonly [at: number, bit: number]> {
  if (bitsEach === 0) {
    const count = Math.min(sizeBytes, shortFormFlips);
    for (let one = 0; one < count; one += 1) yield [Math.round((one * (sizeBytes - 1)) / (count - 1)), one % 8];
    return;
  }
  for (let at = 0; at < sizeBytes; at += 1) {
    for (let bit = 0; bit < bitsEach; bit += 1) yield [at, (at + bit) % 8];
  }
}

function withFlip(bytes: Uint8Array, at: number, bit: number): Uint8Array {
  const changed = new Uint8Array(bytes);
  changed[at] = (changed[at] ?? 0) ^ (1 << bit);
  return changed;
}

/** @returns null where it was found and named, and where what is shown is right or said to be incomplete */
async function wrongWith(sealed: SmallSealed, path: string, soundText: string): Promise<string | null> {
  const findings = await verified(sealed);
  const name = path.replace(/\.seg$/, "");
  const isNamed = findings.some((finding) => finding.startsWith("damage ") && namesFile(finding, name));
  if (!isNamed) return `verifying says ${findings.join("; ") || "nothing"}`;
  const { text, said } = await shown(sealed);
  if (text !== soundText && said.length === 0) return "something else is shown, and nothing said";
  return null;
}

/** A finding's place is the file itself, or begins with it: "cases/…/journal/…, byte 4096". */
function namesFile(finding: string, name: string): boolean {
  const where = finding.split(" ").slice(2).join(" ");
  return where === name || where.startsWith(`${name},`);
}

/** erased.json isn't sealed: FORMAT.md says so. */
function isSealed(path: string): boolean {
  return !path.endsWith("erased.json");
}

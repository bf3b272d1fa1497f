import { stat } from "node:fs/promises";
import { sep } from "node:path";
import { Problem } from "#core/problems.ts";
import { utf8 } from "#core/vault/text-codes.ts";
import { askShown } from "./terminal.ts";
import { writeWhole } from "./write-whole.ts";

/**
 * Recovery words are never written over something: it might be another vault's sheet. Nor are they written into the
 * folder that they open.
 * @throws {Problem} `cannot-write`
 */
export async function mustNotBeThere(path: string, data: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found !== null) throw new Problem("cannot-write", "", { where: [`${path} is there already.`] });
  if (path.startsWith(data + sep)) throw new Problem("cannot-write", "", { where: [`${path} lies in what it opens.`] });
}

/**
 * Gives a new vault's recovery words, which can't be read back: into the file that was asked for, or on a terminal
 * where somebody says yes. Where neither is so, that there is no sheet is said.
 */
export async function giveWords(words: readonly string[], file: string | null, signal: AbortSignal): Promise<void> {
  if (file !== null) {
    await writeWhole([{ path: file, bytes: utf8(wordLines(words)) }], signal);
    process.stderr.write(
      `Note: whoever has ${file} can open everything. Print it, then delete it from this computer.\n`,
    );
    return;
  }
  const answer = await askShown("Show the 24 recovery words now? Nobody else should see this screen. (y/n) ");
  if (answer !== null && /^y/i.test(answer.trim())) {
    process.stderr.write(`Write these down, in this order, and keep them somewhere safe:\n\n${wordLines(words)}\n`);
    return;
  }
  process.stderr.write(
    "Note: no recovery sheet was made yet. If the passphrase is forgotten, nobody can open these case files. " +
      "Make a recovery sheet in the window's settings.\n",
  );
}

function wordLines(words: readonly string[]): string {
  return words.map((word, index) => `${String(index + 1).padStart(2)}. ${word}\n`).join("");
}

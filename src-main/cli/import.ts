import { readEntryLine } from "#core/case-work/entry-line.ts";
import { keepChanges } from "#core/case-work/kept-case.ts";
import { type NamedExhibit, namedExhibits } from "#core/case-work/proofs.ts";
import type { ChangeBody } from "#core/model/change.ts";
import { Problem } from "#core/problems.ts";
import { newId } from "#core/vault/text-codes.ts";
import type { Command } from "./command.ts";
import { type InputLine, inputLines } from "./input-lines.ts";
import { type OpenCase, withCase } from "./open-case.ts";
import { dataAndCase, needed, nothingMore, readOptions } from "./options.ts";
import { unlockOptions } from "./secrets.ts";

/** `folio import`: a file of entries, one a line, into a case file. Each line is said once it is on disk. */
export const importEntries: Command = async (args, signal) => {
  const { values, positionals } = readOptions({ args: [...args], allowPositionals: true, options: unlockOptions });
  const { folder, named, rest } = dataAndCase(positionals);
  const [path, ...more] = rest;
  const input = needed(path, "entries.jsonl");
  nothingMore(more);
  return withCase("write", { folder, named, values }, async (open) => {
    const exhibits = namedExhibits(open.kept.file.exhibits);
    let refused = 0;
    for await (const lines of inputLines(input, signal)) {
      signal.throwIfAborted();
      refused += await keepLines(open, lines, exhibits);
    }
    return refused > 0 ? 3 : 0;
  });
};

interface Entry {
  readonly number: number;
  readonly id: string;
  readonly body: ChangeBody;
}

/** Keeps the good ones of these lines with one write. @returns how many were refused */
async function keepLines(open: OpenCase, lines: readonly InputLine[], exhibits: readonly NamedExhibit[]) {
  const entries: Entry[] = [];
  let refused = 0;
  for (const line of lines) {
    if (line.text?.trim() === "") continue;
    const entry = entryOf(line, exhibits);
    if (entry === null) refused += 1;
    else entries.push(entry);
  }
  if (entries.length === 0) return refused;
  open.kept = await keepChanges(
    open.kept,
    entries.map(({ body }) => body),
    new Date(),
  );
  process.stdout.write(entries.map(({ number, id }) => `kept ${number} ${id}\n`).join(""));
  return refused;
}

/** @returns null for a line that can't be kept: each fault is said with its number and field */
function entryOf({ number, text, fault }: InputLine, exhibits: readonly NamedExhibit[]): Entry | null {
  const id = newId();
  try {
    if (text === null) throw new Problem("entry-line-wrong", "", { where: [fault] });
    return { number, id, body: readEntryLine(text, id, exhibits) };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "entry-line-wrong") throw error;
    for (const where of error.where) process.stderr.write(`line ${number}: ${where}\n`);
    return null;
  }
}

import { nameCases } from "#core/case-work/name-cases.ts";
import { sayProblem } from "#core/problem-words.ts";
import type { Command } from "./command.ts";
import { oneLine } from "./one-line.ts";
import { withVault } from "./open-data.ts";
import { onePositional, readOptions } from "./options.ts";
import { unlockOptions } from "./secrets.ts";

/** `folio cases`: the case files of a data folder, latest change first. */
export const cases: Command = async (args) => {
  const { values, positionals } = readOptions({
    args: [...args],
    allowPositionals: true,
    options: { ...unlockOptions, json: { type: "boolean" } },
  });
  return withVault(onePositional(positionals, "DATA"), values, async ({ host, vault }) => {
    const found = await nameCases(host, vault);
    for (const { id, problem } of found) if (problem !== null) process.stderr.write(`${id}: ${sayProblem(problem)}\n`);
    const lines = found.map(({ id, changedAt, name }) => {
      return `${id}  ${changedAt}  ${oneLine(name ?? "(can't be opened)")}\n`;
    });
    if (found.length === 0) process.stderr.write("There are no case files here yet.\n");
    process.stdout.write(values.json ? `${JSON.stringify(found, null, 1)}\n` : lines.join(""));
    return found.some(({ problem }) => problem !== null) ? 3 : 0;
  });
};

import { beginCase } from "#core/case-work/begin-case.ts";
import { type CaseJson, caseChanges, readCaseJson } from "#core/case-work/case-json.ts";
import { keepChanges } from "#core/case-work/kept-case.ts";
import { closeKept } from "#core/case-work/open-case.ts";
import { unknownPerson } from "#core/model/case-file.ts";
import { Problem } from "#core/problems.ts";
import { newId } from "#core/vault/text-codes.ts";
import type { Command } from "./command.ts";
import { withVault } from "./open-data.ts";
import { needed, onePositional, readOptions } from "./options.ts";
import { unlockOptions } from "./secrets.ts";
import { readTextFile } from "./text-file.ts";

/** `folio new`: a case file from what a case.json tells, letters aside. Its id is the last line of the answer. */
export const newCase: Command = async (args, signal) => {
  const { values, positionals } = readOptions({
    args: [...args],
    allowPositionals: true,
    options: { ...unlockOptions, case: { type: "string" } },
  });
  const data = onePositional(positionals, "DATA");
  const path = needed(values.case, "--case case.json");
  const json = await toldIn(path);
  return withVault(data, values, async ({ host, vault }) => {
    signal.throwIfAborted();
    const person = json.person ?? unknownPerson;
    const told = json.case?.name ?? "";
    const now = new Date();
    const begun = await beginCase(host, vault, { name: told === "" ? person.name : told, person }, now);
    const kept = await keepChanges(begun, withoutLetters(json), now);
    await closeKept(kept);
    process.stdout.write(`${kept.file.id}\n`);
    return 0;
  });
};

async function toldIn(path: string): Promise<CaseJson> {
  const text = await readTextFile(path).catch((cause: unknown) => {
    throw new Problem("file-unreadable", "", { cause, where: [path] });
  });
  return readCaseJson(text);
}

/** There are no letters yet: what case.json says of them is left out, and that is said. */
function withoutLetters(json: CaseJson) {
  for (const index of json.letters.keys()) note(`letters[${index}]: letters are added with “folio add”`);
  const costs = json.costs.map((cost, index) => {
    if (cost.proof !== null) note(`costs[${index}].proof: kept without its proof, because no letter is there yet`);
    return { ...cost, proof: null };
  });
  const changes = caseChanges({ ...json, costs, letters: [] }, [], newId);
  return changes.filter(({ kind }) => kind !== "person-told");
}

function note(line: string): void {
  process.stderr.write(`Note: ${line}\n`);
}

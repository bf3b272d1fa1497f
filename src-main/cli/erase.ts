import { eraseFromCase, eraseWholeCase } from "#core/case-work/erase.ts";
import type { Erased } from "#core/host.ts";
import { Problem } from "#core/problems.ts";
import type { Command } from "./command.ts";
import { type OpenCase, withCase } from "./open-case.ts";
import { dataAndCase, nothingMore, readOptions, UsageError } from "./options.ts";
import { unlockOptions } from "./secrets.ts";
import { askShown } from "./terminal.ts";

/** `folio erase`: a case file, or one letter of it, for good. On a terminal it asks first. */
export const erase: Command = async (args, signal) => {
  const { values, positionals } = readOptions({
    args: [...args],
    allowPositionals: true,
    options: { ...unlockOptions, exhibit: { type: "string" } },
  });
  const { folder, named, rest } = dataAndCase(positionals);
  nothingMore(rest);
  const number = values.exhibit === undefined ? null : exhibitNumber(values.exhibit);
  return withCase("write", { folder, named, values }, async (open) => {
    const id = number === null ? null : exhibitId(open, number);
    if (!(await isMeant(number))) {
      process.stderr.write("Nothing was erased.\n");
      return 3;
    }
    signal.throwIfAborted();
    sayReach(id === null ? await eraseAll(open) : await eraseOne(open, id));
    return 0;
  });
};

function exhibitNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(`--exhibit takes an exhibit's number, not “${text}”.`);
  return Number(text);
}

function exhibitId({ kept }: OpenCase, number: number): string {
  const found = kept.file.exhibits.find((exhibit) => exhibit.number === number);
  if (found === undefined) throw new Problem("object-missing", "", { where: [`There is no exhibit ${number}.`] });
  return found.id;
}

async function isMeant(number: number | null): Promise<boolean> {
  const what = number === null ? "the whole case file" : `exhibit ${number}`;
  const answer = await askShown(`This erases ${what} for good; nothing brings it back. Type erase to go on: `);
  return answer === null || answer.trim().toLowerCase() === "erase";
}

async function eraseAll(open: OpenCase): Promise<Erased> {
  const erased = await eraseWholeCase(open.kept);
  open.isErased = true;
  return erased;
}

async function eraseOne(open: OpenCase, exhibitId: string): Promise<Erased> {
  const { kept, erased } = await eraseFromCase(open.kept, { exhibitIds: [exhibitId] }, new Date());
  open.kept = kept;
  return erased;
}

const reached: Readonly<Record<Erased["backups"], string>> = {
  none: "There are no backups that Folio knows of.",
  erased: "It was erased from the backups too.",
  waiting: "The backups' disk is not there: its copies are erased when it is seen again.",
};

function sayReach({ backups }: Erased): void {
  process.stderr.write(
    `Erased. ${reached[backups]} Folio can't reach packs, bundles, printouts and copies that were made elsewhere.\n`,
  );
}

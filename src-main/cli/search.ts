import { readWords } from "#core/case-work/add-exhibit.ts";
import type { KeptCase } from "#core/case-work/kept-case.ts";
import { nameCases } from "#core/case-work/name-cases.ts";
import { openCase } from "#core/case-work/open-case.ts";
import { findInRecords, type SearchResult } from "#core/case-work/search/find.ts";
import {
  entryRecords,
  type FoundIn,
  letterRecords,
  pageText,
  type SearchRecord,
} from "#core/case-work/search/records.ts";
import { sayDay } from "#core/model/calendar-day.ts";
import type { Exhibit } from "#core/model/exhibit.ts";
import { Problem, type ProblemCode } from "#core/problems.ts";
import type { Command } from "./command.ts";
import { findCase } from "./find-case.ts";
import { isDamage, sayNotes } from "./notes.ts";
import { oneLine } from "./one-line.ts";
import { type OpenData, withVault } from "./open-data.ts";
import { needed, readOptions, UsageError } from "./options.ts";
import { unlockOptions } from "./secrets.ts";

/** `folio search`: words in letters and entries, of one case file or all of them. */
export const search: Command = async (args, signal) => {
  const { values, positionals } = readOptions({
    args: [...args],
    allowPositionals: true,
    options: { ...unlockOptions, case: { type: "string" }, json: { type: "boolean" } },
  });
  const [folder, ...words] = positionals;
  const data = needed(folder, "DATA");
  const question = words.join(" ").trim();
  if (question === "") throw new UsageError("Say which words to look for.");
  return withVault(data, values, async (open) => {
    const all: (SearchResult & { readonly case: string })[] = [];
    let isDamaged = false;
    for (const caseId of await casesOf(open, values.case)) {
      signal.throwIfAborted();
      const { records, codes } = await recordsOf(open, caseId);
      sayNotes(codes, caseId);
      isDamaged ||= isDamage(codes);
      all.push(...findInRecords(records, question, mostResults).map((result) => ({ case: caseId, ...result })));
    }
    process.stdout.write(values.json ? `${JSON.stringify(all, null, 1)}\n` : all.map(sayResult).join(""));
    if (all.length === 0) process.stderr.write("Nothing was found.\n");
    return isDamaged ? 3 : 0;
  });
};

const mostResults = 1000;

async function casesOf(open: OpenData, named: string | undefined): Promise<readonly string[]> {
  if (named !== undefined) return [await findCase(open, named)];
  return (await nameCases(open.host, open.vault)).map(({ id }) => id);
}

interface Searched {
  readonly records: readonly SearchRecord[];
  /** what couldn't be searched, or was cut short */
  readonly codes: readonly ProblemCode[];
}

/** A case, or a letter's words, that can't be read is said; the others are searched all the same. */
async function recordsOf({ host, vault }: OpenData, caseId: string): Promise<Searched> {
  const opened = await orCode(openCase(host, vault, caseId, { readOnly: true }));
  if (typeof opened === "string") return { records: [], codes: [opened] };
  const { kept, notes } = opened;
  const codes: ProblemCode[] = [...notes];
  const records = [...entryRecords(kept.file)];
  for (const exhibit of kept.file.exhibits) {
    const texts = await orCode(pageTexts(kept, exhibit));
    if (typeof texts === "string") codes.push(texts);
    records.push(...letterRecords(exhibit, typeof texts === "string" ? [] : texts));
  }
  return { records, codes };
}

async function pageTexts(kept: KeptCase, exhibit: Exhibit): Promise<readonly string[]> {
  return (await readWords(kept, exhibit)).map(pageText);
}

async function orCode<T>(work: Promise<T>): Promise<T | ProblemCode> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

/** "1a2b3c4d  exhibit 3, page 2  5 March 2026  Decision", and the words around the first hit below. */
function sayResult({ case: caseId, in: place, title, day, snippet }: SearchResult & { readonly case: string }): string {
  const head = [caseId.slice(0, 8), sayPlace(place), ...(day === null ? [] : [sayDay(day)]), title].join("  ");
  return `${oneLine(head)}\n    ${oneLine(snippet.map(({ text }) => text).join(""))}\n`;
}

function sayPlace(place: FoundIn): string {
  return place.kind === "letter" ? `exhibit ${place.number}, page ${place.page}` : `${place.kind} ${place.id}`;
}

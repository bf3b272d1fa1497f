import { type CaseJson, caseChanges, readCaseJson } from "#core/case-work/case-json.ts";
import { caseInMemory, type KeptCase, keepChange, newId } from "#core/case-work/kept-case.ts";
import type { NamedExhibit } from "#core/case-work/proofs.ts";
import type { Bytes } from "#core/model/bytes.ts";
import type { ChangeBody } from "#core/model/change.ts";
import { addLetters, type OfferedFile } from "./add-letters.ts";
import { changeCase, reportProblem, session } from "./current-case.ts";
import { nothingFound } from "./draft-keeping.ts";
import { showCase } from "./show-case.ts";
import { createStore } from "./store.ts";

/** Whether the sample is on its way. */
export const sampleOpening = createStore(false);

const folder = "/sample-case/";

/**
 * Opens the sample case, which ships with Folio: its letters are read like anybody's, and nothing is written.
 * @returns false when that could not be done; the reason is on screen by then
 */
export async function openSample(): Promise<boolean> {
  sampleOpening.set(true);
  try {
    const json = readCaseJson(new TextDecoder().decode(await shipped("case.json")));
    const letters = sampleLetters(json, await shippedNames());
    const id = newId();
    const begun = { kind: "case-begun", id, name: json.case?.name ?? "", sample: true } as const;
    const sample = caseInMemory([begun, ...caseChanges(withoutLetters(json), [])], new Date());
    await showCase({ kept: sample, notes: [], found: nothingFound, isSaved: true }, null);
    void readSample(id, json, letters).catch(reportProblem);
    return true;
  } catch (cause) {
    reportProblem(cause);
    return false;
  } finally {
    sampleOpening.set(false);
  }
}

/** Letters first, since costs name them as proof; then what the case's own notes tell. */
async function readSample(id: string, json: CaseJson, letters: readonly (readonly string[])[]): Promise<void> {
  await addLetters(letters.map((names) => names.map(asOffered)));
  const { kept } = session.get();
  if (kept === null || kept.file.id !== id) return;
  const exhibits = kept.file.exhibits.map((exhibit) => ({
    ...exhibit,
    fileNames: exhibit.files.map((file) => file.name),
  }));
  for (const body of caseChanges(withLetters(json, exhibits), exhibits)) {
    if (isAboutLetters(body))
      await changeCase(async (now) => (mayTell(now, body) ? keepChange(now, body, new Date()) : now), id);
  }
}

/** A cost that the person changed or removed while the letters were read stays as they left it. */
function mayTell({ file }: KeptCase, body: ChangeBody): boolean {
  if (body.kind !== "cost-kept") return true;
  const now = file.costs.find((cost) => cost.id === body.cost.id);
  return now !== undefined && JSON.stringify(now) === JSON.stringify({ ...body.cost, proof: null });
}

/** Letters whose reading was stopped are told nothing of, and prove nothing. */
function withLetters(json: CaseJson, exhibits: readonly NamedExhibit[]): CaseJson {
  const there = new Set(exhibits.flatMap((exhibit) => exhibit.fileNames));
  return {
    ...json,
    letters: json.letters.filter((letter) => letter.files.every((name) => there.has(name))),
    costs: json.costs.map((cost) =>
      cost.proof !== null && there.has(cost.proof.file) ? cost : { ...cost, proof: null },
    ),
  };
}

/** The rest has been there from the start, and may have been removed again by now. */
function isAboutLetters({ kind }: ChangeBody): boolean {
  return kind === "exhibit-titled" || kind === "exhibit-withdrawn" || kind === "date-judged" || kind === "cost-kept";
}

/** What the notes tell before any letter is read: they are there at once, their proofs once the letters are. */
function withoutLetters(json: CaseJson): CaseJson {
  return { ...json, letters: [], costs: json.costs.map((cost) => ({ ...cost, proof: null })) };
}

/** Letters as case.json puts their files together, then every other file by itself. */
function sampleLetters(json: CaseJson, names: readonly string[]): readonly (readonly string[])[] {
  const told = json.letters.map((letter) => letter.files);
  const used = new Set(told.flat());
  return [...told, ...names.filter((name) => !used.has(name)).map((name) => [name])];
}

function asOffered(name: string): OfferedFile {
  return { name, bytes: () => shipped(name) };
}

async function shippedNames(): Promise<readonly string[]> {
  const list: unknown = JSON.parse(new TextDecoder().decode(await shipped("index.json")));
  const files = typeof list === "object" && list !== null && "files" in list ? list.files : null;
  if (!Array.isArray(files)) throw new Error("the sample's list of files is not a list");
  return files.filter((name) => typeof name === "string");
}

async function shipped(name: string): Promise<Bytes> {
  const answer = await fetch(folder + name);
  if (!answer.ok) throw new Error(`a shipped file is missing: ${name}`);
  return new Uint8Array(await answer.arrayBuffer());
}

import * as v from "valibot";
import type { ChangeBody } from "../model/change.ts";
import type { Cost, Proof } from "../model/cost.ts";
import type { Exhibit, Judgement } from "../model/exhibit.ts";
import { Problem } from "../problems.ts";
import { caseJsonSchema } from "./case-json-schema.ts";
import { findJsonFault } from "./json-faults.ts";

/** What a folder's case.json tells beside its letters, checked, with dates and amounts read. */
export type CaseJson = v.InferOutput<typeof caseJsonSchema>;

/** A kept exhibit, and the names of its files as they stand in the folder, in Unicode's form NFC. */
export type NamedExhibit = Pick<Exhibit, "id" | "number" | "files" | "letter"> & {
  readonly fileNames: readonly string[];
};

/** No more than this many faults are named at once. */
const mostFaults = 10;

/**
 * Reads a case.json.
 * @throws {Problem} `case-json-wrong`, with a line for each fault in `where`: "costs[3].amount: expected an amount like
 *   12.50", or "line 7, column 12: expected a comma or }". What the file says is never repeated, but for unknown names.
 */
export function readCaseJson(text: string): CaseJson {
  const plain = text.replace(/^\ufeff/, "");
  const fault = findJsonFault(plain);
  if (fault !== null) throw wrong([`line ${fault.line}, column ${fault.column}: ${fault.what}`], "not JSON");
  const read = v.safeParse(caseJsonSchema, JSON.parse(plain));
  if (!read.success) throw wrong(read.issues.map(sayIssue), `${read.issues.length} faults`);
  const twice = filesTwice(read.output);
  if (twice.length > 0) throw wrong(twice, "a file in two letters");
  return read.output;
}

/**
 * What a case.json tells, as changes to a case that holds its letters already; the beginning of the case is not among
 * them. A confirmed date that was not read in its letter changes nothing: see `datesNotFound`.
 *
 * @throws {Problem} `case-json-wrong` where a proof names a file or a page that is not there
 */
export function caseChanges(json: CaseJson, exhibits: readonly NamedExhibit[]): readonly ChangeBody[] {
  const costs = keptCosts(json, exhibits);
  const changes: ChangeBody[] = [];
  if (json.person !== null) changes.push({ kind: "person-told", person: json.person });
  if (json.case !== null) {
    const { reference, wants } = json.case;
    if (reference !== null) changes.push({ kind: "reference-told", caseReference: reference });
    if (wants.length > 0) changes.push({ kind: "wants-told", wants });
  }
  changes.push(...json.letters.flatMap((letter) => letterChanges(letter, exhibits)));
  json.calls.forEach(({ date, ...call }, index) => {
    changes.push({ kind: "call-kept", call: { ...call, id: `call-${index + 1}`, day: date } });
  });
  json.messages.forEach(({ date, ...message }, index) => {
    changes.push({ kind: "message-kept", message: { ...message, id: `message-${index + 1}`, day: date } });
  });
  changes.push(...costs.map((cost) => ({ kind: "cost-kept", cost }) as const));
  json.issues.forEach((issue, index) => {
    changes.push({ kind: "issue-kept", issue: { ...issue, id: `issue-${index + 1}` } });
  });
  return changes;
}

/** Confirmed dates whose words were not read in their letter, each as a line for the person: "letters[2].confirmed[0]: …". */
export function datesNotFound(json: CaseJson, exhibits: readonly NamedExhibit[]): readonly string[] {
  return json.letters.flatMap((letter, index) => {
    const exhibit = exhibitOf(letter.files[0], exhibits);
    return letter.confirmed.flatMap((told, at) =>
      exhibit !== null && positionsOf(told, exhibit).length > 0
        ? []
        : [`letters[${index}].confirmed[${at}]: these words were not read as a date in this letter`],
    );
  });
}

type Letter = CaseJson["letters"][number];
type Confirmation = Letter["confirmed"][number];

function letterChanges(letter: Letter, exhibits: readonly NamedExhibit[]): readonly ChangeBody[] {
  const exhibit = exhibitOf(letter.files[0], exhibits);
  if (exhibit === null) return [];
  const { id: exhibitId } = exhibit;
  const titled: readonly ChangeBody[] =
    letter.title === null ? [] : [{ kind: "exhibit-titled", exhibitId, title: letter.title }];
  const judged = letter.confirmed.flatMap((told) =>
    positionsOf(told, exhibit).map((position): ChangeBody => {
      return { kind: "date-judged", exhibitId, position, judgement: judgementOf(told) };
    }),
  );
  return [...titled, ...judged];
}

function judgementOf({ date, role, notADate }: Confirmation): Judgement {
  if (notADate !== null) return { kind: "rejected" };
  if (date === null || role === null) return { kind: "accepted" };
  return { kind: "corrected", to: { value: { kind: "day", day: date }, role } };
}

/** Every mention of the letter that stands in these words, on the page told or on any. */
function positionsOf({ words, page }: Confirmation, { letter }: NamedExhibit): readonly number[] {
  const wanted = plainWords(words);
  return letter.mentions.flatMap((mention, position) =>
    plainWords(mention.words) === wanted && (page === null || page === mention.page) ? [position] : [],
  );
}

function plainWords(words: string): string {
  return words.trim().replace(/\s+/g, " ").toLowerCase();
}

function exhibitOf(fileName: string | undefined, exhibits: readonly NamedExhibit[]): NamedExhibit | null {
  return exhibits.find((exhibit) => fileName !== undefined && exhibit.fileNames.includes(fileName)) ?? null;
}

function keptCosts(json: CaseJson, exhibits: readonly NamedExhibit[]): readonly Cost[] {
  const faults: string[] = [];
  const costs = json.costs.map(({ date, proof, ...cost }, index): Cost => {
    const found = proof === null ? null : findProof(proof, exhibits);
    if (typeof found === "string") faults.push(`costs[${index}].proof.${found}`);
    return { ...cost, id: `cost-${index + 1}`, day: date, proof: typeof found === "string" ? null : found };
  });
  if (faults.length > 0) throw wrong(faults, "a proof that is not there");
  return costs;
}

/** The exhibit and its own page, counted over its files; or, as text, which field names what is not there. */
function findProof(
  { file, page }: { readonly file: string; readonly page: number | null },
  exhibits: readonly NamedExhibit[],
): Proof | string {
  const exhibit = exhibitOf(file, exhibits);
  if (exhibit === null) return "file: there is no file of this name in the folder";
  const at = exhibit.fileNames.indexOf(file);
  const pages = exhibit.files[at]?.pageCount ?? 0;
  if (page === null) return { exhibit: exhibit.number, page: null };
  if (pages > 0 && page > pages) return `page: this file has ${pages} ${pages === 1 ? "page" : "pages"}`;
  const before = exhibit.files.slice(0, at).reduce((sum, each) => sum + each.pageCount, 0);
  return { exhibit: exhibit.number, page: before + page };
}

function filesTwice(json: CaseJson): readonly string[] {
  const seen = new Set<string>();
  return json.letters.flatMap(({ files }, index) =>
    files.flatMap((file, at) => {
      if (!seen.has(file)) {
        seen.add(file);
        return [];
      }
      return [`letters[${index}].files[${at}]: this file is in the list twice`];
    }),
  );
}

function wrong(faults: readonly string[], detail: string): Problem {
  const more = faults.length - mostFaults;
  const where = more > 0 ? [...faults.slice(0, mostFaults), `and ${more} more`] : faults;
  return new Problem("case-json-wrong", detail, { where });
}

function sayIssue(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).reduce((so, { key }) => so + sayKey(key, so === ""), "");
  const missing = issue.type === "object" && issue.kind === "schema";
  const what = missing ? "is missing" : issue.message;
  if (path === "") return `the whole file: ${what}`;
  return what.startsWith("is ") ? `${path} ${what}` : `${path}: ${what}`;
}

function sayKey(key: unknown, first: boolean): string {
  if (typeof key === "number") return `[${key}]`;
  const name = String(key)
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .slice(0, 40);
  return first ? name : `.${name}`;
}

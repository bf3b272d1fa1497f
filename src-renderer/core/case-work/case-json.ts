import * as v from "valibot";
import type { ChangeBody } from "../model/change.ts";
import type { Cost } from "../model/cost.ts";
import type { Judgement } from "../model/exhibit.ts";
import { Problem } from "../problems.ts";
import { caseJsonSchema } from "./case-json-schema.ts";
import { findJsonFault } from "./json-faults.ts";
import { exhibitOf, findProof, type NamedExhibit } from "./proofs.ts";
import { sayFaults, sayIssue } from "./say-fault.ts";

/** What a folder's case.json tells beside its letters, checked, with dates and amounts read. */
export type CaseJson = v.InferOutput<typeof caseJsonSchema>;

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
  if (!read.success)
    throw wrong(
      read.issues.map((issue) => sayIssue(issue, "the whole file")),
      `${read.issues.length} faults`,
    );
  const twice = filesTwice(read.output);
  if (twice.length > 0) throw wrong(twice, "a file in two letters");
  return read.output;
}

/**
 * What a case.json tells, as changes to a case that holds its letters already; the beginning of the case is not among
 * them. A confirmed date that was not read in its letter changes nothing: see `datesNotFound`.
 *
 * @param idOf the id of a new entry, by its kind and its place in the list from 0
 * @throws {Problem} `case-json-wrong` where a proof names a file or a page that is not there
 */
export function caseChanges(
  json: CaseJson,
  exhibits: readonly NamedExhibit[],
  idOf: IdOf = (kind, index) => `${kind}-${index + 1}`,
): readonly ChangeBody[] {
  const costs = keptCosts(json, exhibits, idOf);
  const changes: ChangeBody[] = [];
  if (json.person !== null) changes.push({ kind: "person-told", person: json.person });
  if (json.case !== null) {
    const { reference, wants } = json.case;
    if (reference !== null) changes.push({ kind: "reference-told", caseReference: reference });
    if (wants.length > 0) changes.push({ kind: "wants-told", wants });
  }
  changes.push(...json.letters.flatMap((letter) => letterChanges(letter, exhibits)));
  json.calls.forEach(({ date, ...call }, index) => {
    changes.push({ kind: "call-kept", call: { ...call, id: idOf("call", index), day: date } });
  });
  json.messages.forEach(({ date, ...message }, index) => {
    changes.push({ kind: "message-kept", message: { ...message, id: idOf("message", index), day: date } });
  });
  changes.push(...costs.map((cost) => ({ kind: "cost-kept", cost }) as const));
  json.events.forEach(({ date, ...event }, index) => {
    changes.push({ kind: "event-kept", event: { ...event, id: idOf("event", index), day: date } });
  });
  json.issues.forEach((issue, index) => {
    changes.push({ kind: "issue-kept", issue: { ...issue, id: idOf("issue", index) } });
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

type IdOf = (kind: "call" | "message" | "cost" | "event" | "issue", index: number) => string;
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

function keptCosts(json: CaseJson, exhibits: readonly NamedExhibit[], idOf: IdOf): readonly Cost[] {
  const faults: string[] = [];
  const costs = json.costs.map(({ date, proof, ...cost }, index): Cost => {
    const found = proof === null ? null : findProof(proof, exhibits);
    if (typeof found === "string") faults.push(`costs[${index}].proof.${found}`);
    return { ...cost, id: idOf("cost", index), day: date, proof: typeof found === "string" ? null : found };
  });
  if (faults.length > 0) throw wrong(faults, "a proof that is not there");
  return costs;
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
  return new Problem("case-json-wrong", detail, { where: sayFaults(faults) });
}

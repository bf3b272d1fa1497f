import * as v from "valibot";
import type { CalendarDay } from "../model/calendar-day.ts";
import type { ChangeBody } from "../model/change.ts";
import { Problem } from "../problems.ts";
import { day, fields, time, written } from "./case-json-fields.ts";
import { callFields, costFields, eventFields, issueFields, messageFields } from "./case-json-schema.ts";
import { type When, when } from "./entry-when.ts";
import { findJsonFault } from "./json-faults.ts";
import { findProof, type NamedExhibit } from "./proofs.ts";
import { sayFaults, sayIssue } from "./say-fault.ts";

/** The kinds of entry that a line may hold. */
export const entryTypes = ["call", "message", "cost", "event", "issue"] as const;
export type EntryType = (typeof entryTypes)[number];

/** The longest line that is read, in characters: more than every field of an entry at its longest, written as JSON. */
export const longestLine = 1_000_000;

/**
 * Reads one line of an entries file as the change that keeps it. A line is one entry as case.json has it, with its
 * `type` beside; `when` may stand for `date` and `time` together.
 *
 * @param id the new entry's own
 * @param exhibits what a cost's proof may name
 * @throws {Problem} `entry-line-wrong`, with a line for each fault in `where`: "amount: expected an amount like 12.50"
 */
export function readEntryLine(line: string, id: string, exhibits: readonly NamedExhibit[]): ChangeBody {
  if (line.length > longestLine) throw wrong(["the line is longer than 1,000,000 characters"]);
  const plain = line.replace(/^\ufeff/, "");
  const fault = findJsonFault(plain);
  if (fault !== null) throw wrong([`column ${fault.column}: ${fault.what}`]);
  const value: unknown = JSON.parse(plain);
  return readers[typeOf(value)](value, id, exhibits);
}

function typeOf(value: unknown): EntryType {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw wrong(["the line: expected fields in { }"]);
  if (!("type" in value)) throw wrong(["type is missing"]);
  return checked(v.object({ type: oneType }), value).type;
}

const oneType = written(`one of ${entryTypes.join(", ")}`, (value) => entryTypes.find((one) => one === value) ?? null);

type Reader = (value: unknown, id: string, exhibits: readonly NamedExhibit[]) => ChangeBody;

const readers: Readonly<Record<EntryType, Reader>> = {
  call: (value, id) => {
    const { type: _type, date, time, when, ...call } = checked(callLine, value);
    return { kind: "call-kept", call: { ...call, id, ...dayAndTime({ date, time, when }) } };
  },
  message: (value, id) => {
    const { type: _type, date, time, when, ...message } = checked(messageLine, value);
    return { kind: "message-kept", message: { ...message, id, ...dayAndTime({ date, time, when }) } };
  },
  cost: (value, id, exhibits) => {
    const { type: _type, date, time, when, proof, ...cost } = checked(costLine, value);
    const found = proof === null ? null : findProof(proof, exhibits);
    if (typeof found === "string") throw wrong([`proof.${found}`]);
    return { kind: "cost-kept", cost: { ...cost, id, day: dayAndTime({ date, time, when }).day, proof: found } };
  },
  event: (value, id) => {
    const { date, time, when, text, what } = checked(eventLine, value);
    if (text !== null && what !== null) throw wrong(["what: expected either text or what"]);
    if (text === null && what === null) throw wrong(["text is missing"]);
    return { kind: "event-kept", event: { id, ...dayAndTime({ date, time, when }), text: text ?? what ?? "" } };
  },
  issue: (value, id) => {
    const { type: _type, ...issue } = checked(issueLine, value);
    return { kind: "issue-kept", issue: { ...issue, id } };
  },
};

const dated = {
  type: oneType,
  when: v.nullish(when, null),
  date: v.nullish(day, null),
  time: v.nullish(time, null),
};
const callLine = fields({ ...dated, ...callFields });
const messageLine = fields({ ...dated, ...messageFields });
const costLine = fields({ ...dated, ...costFields });
/** A cost's `what` is easily written for an event too: it is taken for its text. */
const eventLine = fields({
  ...dated,
  text: v.nullish(eventFields.text, null),
  what: v.nullish(eventFields.text, null),
});
const issueLine = fields({ type: oneType, ...issueFields });

interface ToldWhen {
  readonly when: When | null;
  readonly date: CalendarDay | null;
  readonly time: string | null;
}

function dayAndTime(told: ToldWhen): { readonly day: CalendarDay; readonly time: string | null } {
  if (told.when !== null) {
    if (told.date !== null || told.time !== null) throw wrong(["when: expected either when, or date and time"]);
    return { day: told.when.date, time: told.when.time };
  }
  if (told.date === null) throw wrong(["when is missing"]);
  return { day: told.date, time: told.time };
}

function checked<const S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const read = v.safeParse(schema, value);
  if (read.success) return read.output;
  throw wrong(read.issues.map((issue) => sayIssue(issue, "the line")));
}

function wrong(faults: readonly string[]): Problem {
  return new Problem("entry-line-wrong", `${faults.length} faults`, { where: sayFaults(faults) });
}

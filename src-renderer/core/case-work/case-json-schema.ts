import * as v from "valibot";
import { nations, parentRoles, unknownPerson } from "../model/case-file.ts";
import { headsOfLoss } from "../model/cost.ts";
import { dateRoles } from "../model/mention.ts";
import {
  amount,
  caseReference,
  day,
  fields,
  fileName,
  list,
  oneOf,
  pageNumber,
  someText,
  text,
  time,
  wholeMinutes,
} from "./case-json-fields.ts";

const directions = ["out", "in"] as const;
const triages = ["service", "decision", "both"] as const;

const person = fields({
  name: v.nullish(text, unknownPerson.name),
  address: v.nullish(list(text), []),
  phone: v.nullish(text, unknownPerson.phone),
  email: v.nullish(text, unknownPerson.email),
  nationalInsurance: v.nullish(text, unknownPerson.nationalInsurance),
  birth: v.nullish(day, null),
  role: v.nullish(oneOf(parentRoles), unknownPerson.role),
  nation: v.nullish(oneOf(nations), unknownPerson.nation),
});

/** A promise without a day may be its words alone. */
const promised = v.pipe(
  v.unknown(),
  v.transform((told) => (typeof told === "string" ? { what: told } : told)),
  fields({ what: someText, by: v.nullish(day, null) }),
);

/** When an entry was, as case.json says it. */
export const whenFields = { date: day, time: v.nullish(time, null) };

/** What each kind of entry says beside when it was: the same in case.json and in a line of entries. */
export const callFields = {
  direction: v.nullish(oneOf(directions), "out"),
  who: text,
  iSaid: v.nullish(text, ""),
  theySaid: v.nullish(text, ""),
  promises: v.nullish(list(promised), []),
  holdMinutes: v.nullish(wholeMinutes, null),
  minutes: v.nullish(wholeMinutes, null),
};

export const messageFields = {
  direction: v.nullish(oneOf(directions), "out"),
  subject: v.nullish(text, ""),
  text,
};

export const costFields = {
  payee: v.nullish(text, ""),
  what: someText,
  amount,
  head: oneOf(headsOfLoss),
  cause: v.nullish(text, ""),
  proof: v.nullish(fields({ file: fileName, page: v.nullish(pageNumber, null) }), null),
};

export const eventFields = { text: someText };

export const issueFields = {
  triage: oneOf(triages),
  title: someText,
  whatHappened: v.nullish(text, ""),
  whyWrong: v.nullish(text, ""),
  effect: v.nullish(text, ""),
  want: v.nullish(text, ""),
};

/** Neither date nor notADate: the date is right as it was read. */
const confirmation = v.pipe(
  fields({
    words: someText,
    page: v.nullish(pageNumber, null),
    date: v.nullish(day, null),
    role: v.nullish(oneOf(dateRoles), null),
    notADate: v.nullish(v.literal(true, "expected true"), null),
  }),
  v.check(({ date, notADate }) => date === null || notADate === null, "expected either date or notADate, not both"),
  v.check(({ date, role }) => date === null || role !== null, "expected a role beside the date"),
  v.check(({ date, role }) => role === null || date !== null, "expected a date beside the role"),
);

const letter = fields({
  files: v.pipe(list(fileName), v.minLength(1, "expected at least one file's name")),
  title: v.nullish(someText, null),
  confirmed: v.nullish(list(confirmation), []),
});

/** The form of a case.json, as `resources/case-json.md` describes it. Each message names what was expected. */
export const caseJsonSchema = fields({
  version: v.nullish(v.literal(1, "expected 1"), 1),
  case: v.nullish(
    fields({
      name: v.nullish(text, ""),
      reference: v.nullish(caseReference, null),
      wants: v.nullish(list(someText), []),
    }),
    null,
  ),
  person: v.nullish(person, null),
  letters: v.nullish(list(letter), []),
  calls: v.nullish(list(fields({ ...whenFields, ...callFields })), []),
  messages: v.nullish(list(fields({ ...whenFields, ...messageFields })), []),
  costs: v.nullish(list(fields({ date: day, ...costFields })), []),
  events: v.nullish(list(fields({ ...whenFields, ...eventFields })), []),
  issues: v.nullish(list(fields(issueFields)), []),
});

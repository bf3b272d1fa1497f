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

const call = fields({
  date: day,
  time: v.nullish(time, null),
  direction: v.nullish(oneOf(directions), "out"),
  who: text,
  iSaid: v.nullish(text, ""),
  theySaid: v.nullish(text, ""),
  promises: v.nullish(list(fields({ what: someText, by: v.nullish(day, null) })), []),
  holdMinutes: v.nullish(wholeMinutes, null),
  minutes: v.nullish(wholeMinutes, null),
});

const message = fields({
  date: day,
  time: v.nullish(time, null),
  direction: v.nullish(oneOf(directions), "out"),
  subject: v.nullish(text, ""),
  text,
});

const cost = fields({
  date: day,
  payee: v.nullish(text, ""),
  what: someText,
  amount,
  head: oneOf(headsOfLoss),
  cause: v.nullish(text, ""),
  proof: v.nullish(fields({ file: fileName, page: v.nullish(pageNumber, null) }), null),
});

const issue = fields({
  triage: oneOf(triages),
  title: someText,
  whatHappened: v.nullish(text, ""),
  whyWrong: v.nullish(text, ""),
  effect: v.nullish(text, ""),
  want: v.nullish(text, ""),
});

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
  calls: v.nullish(list(call), []),
  messages: v.nullish(list(message), []),
  costs: v.nullish(list(cost), []),
  issues: v.nullish(list(issue), []),
});

import * as v from "valibot";
import { parseDay, parseMonth } from "../model/calendar-day.ts";
import { nations, parentRoles } from "../model/case-file.ts";
import type { ChangeBody } from "../model/change.ts";
import { headsOfLoss } from "../model/cost.ts";
import { fileTypes } from "../model/exhibit.ts";
import { letterKinds, senders } from "../model/letter.ts";
import { dateRoles } from "../model/mention.ts";
import { isClock } from "../vault/clock.ts";
import { isLine } from "../vault/line.ts";
import type { SaidChange } from "../vault/said.ts";
import { isId } from "../vault/text-codes.ts";

/**
 * Reads what a change in a bundle says, field by field: a vault's own journal is sealed by its owner, but a bundle for
 * a public key can come from anybody.
 * @returns null where it says nothing that Folio could have written; "newer" where it is of a kind not known here
 */
export function checkSaidChange(value: unknown): SaidChange | "newer" | null {
  const read = v.safeParse(said, value);
  // the schema was checked against the type below; its days and pence are texts and numbers to valibot
  if (read.success) return read.output as unknown as SaidChange;
  const kind = v.safeParse(v.object({ body: v.object({ kind: v.string() }) }), value);
  if (!kind.success) return null;
  return Object.hasOwn(bodies, kind.output.body.kind) ? null : "newer";
}

/** Whether something has a page's number, size and source. */
export function isPageShape(value: unknown): boolean {
  return v.is(pageShape, value);
}

const id = v.pipe(
  v.string(),
  v.check((text) => isId(text)),
);
const hash = v.pipe(
  v.string(),
  v.check((text) => isLine(text)),
);
const day = v.pipe(
  v.string(),
  v.check((text) => parseDay(text) !== null),
);
const month = v.pipe(
  v.string(),
  v.check((text) => parseMonth(text) !== null),
);
const time = v.nullable(v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/)));
const utc = v.pipe(v.string(), v.isoTimestamp());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const fraction = v.pipe(v.number(), v.finite());
const texts = v.array(v.string());

const person = v.object({
  name: v.string(),
  address: texts,
  phone: v.string(),
  email: v.string(),
  nationalInsurance: v.string(),
  birth: v.nullable(day),
  role: v.picklist(parentRoles),
  nation: v.picklist(nations),
});

const dateValue = v.variant("kind", [
  v.object({ kind: v.literal("day"), day }),
  v.object({ kind: v.literal("month"), month }),
  v.object({ kind: v.literal("span"), start: v.union([day, month]), end: v.union([day, month]) }),
]);

const mention = v.object({
  page: count,
  words: v.string(),
  value: dateValue,
  role: v.picklist(dateRoles),
  meaning: v.string(),
  certainty: fraction,
  rule: v.string(),
  context: v.string(),
  boxes: v.array(v.object({ left: fraction, top: fraction, width: fraction, height: fraction })),
});

const judgement = v.variant("kind", [
  v.object({ kind: v.literal("accepted") }),
  v.object({ kind: v.literal("rejected") }),
  v.object({ kind: v.literal("corrected"), to: v.object({ value: dateValue, role: v.picklist(dateRoles) }) }),
]);

const pageShape = v.object({
  number: count,
  width: fraction,
  height: fraction,
  source: v.picklist(["layer", "ocr", "typed"]),
  quarterTurns: v.optional(v.picklist([0, 1, 2, 3])),
  printed: v.optional(v.object({ number: count, of: v.nullable(count) })),
});

const exhibit = v.object({
  id,
  number: v.pipe(count, v.minValue(1)),
  title: v.string(),
  files: v.array(
    v.object({
      name: v.string(),
      type: v.nullable(v.picklist(fileTypes)),
      pageCount: count,
      sizeBytes: count,
      sha256: hash,
      object: id,
    }),
  ),
  pages: v.array(pageShape),
  wordsObject: id,
  letter: v.object({
    letterDate: v.nullable(day),
    caseReference: v.nullable(v.string()),
    sender: v.picklist(senders),
    kind: v.picklist(letterKinds),
    mentions: v.array(mention),
  }),
  judgements: v.record(v.pipe(v.string(), v.regex(/^\d{1,6}$/)), judgement),
  problems: texts,
  withdrawn: v.boolean(),
});

const direction = v.picklist(["in", "out"]);
const entry = { id, day, time };
const minutes = v.nullable(count);
const call = v.object({
  ...entry,
  direction,
  who: v.string(),
  theySaid: v.string(),
  iSaid: v.string(),
  promises: v.array(v.object({ what: v.string(), by: v.nullable(day) })),
  holdMinutes: minutes,
  minutes,
});
const message = v.object({ ...entry, direction, subject: v.string(), text: v.string() });
const cost = v.object({
  id,
  day,
  payee: v.string(),
  what: v.string(),
  amount: v.pipe(v.number(), v.safeInteger()),
  head: v.picklist(headsOfLoss),
  cause: v.string(),
  proof: v.nullable(v.object({ exhibit: count, page: v.nullable(count) })),
});
const issue = v.object({
  id,
  triage: v.picklist(["service", "decision", "both"]),
  title: v.string(),
  whatHappened: v.string(),
  whyWrong: v.string(),
  effect: v.string(),
  want: v.string(),
});

/** What each kind of change says besides its kind. Leave a kind out, and this does not compile. */
const bodies = {
  "case-begun": { id, name: v.string(), sample: v.boolean() },
  "person-told": { person },
  "reference-told": { caseReference: v.nullable(v.string()) },
  "wants-told": { wants: texts },
  "exhibit-added": { exhibit },
  "exhibit-titled": { exhibitId: id, title: v.string() },
  "letter-kind-told": { exhibitId: id, letterKind: v.picklist(letterKinds) },
  "exhibit-withdrawn": { exhibitId: id, withdrawn: v.boolean() },
  "date-judged": { exhibitId: id, position: count, judgement: v.nullable(judgement) },
  "date-told": { exhibitId: id, mention },
  "call-kept": { call },
  "message-kept": { message },
  "cost-kept": { cost },
  "event-kept": { event: v.object({ ...entry, text: v.string() }) },
  "issue-kept": { issue },
  "entry-removed": { entryId: id },
  "pack-shown": { recipient: v.string(), exhibitIds: v.array(id), packSha256: hash, head: hash },
  "bundle-made": { recipients: v.string(), head: hash },
  "retention-told": { day: v.nullable(day) },
  "parts-erased": { exhibits: v.array(v.object({ id, number: count })), entryIds: v.array(id) },
} satisfies Record<ChangeBody["kind"], v.ObjectEntries>;

const said = v.object({
  at: utc,
  clock: v.pipe(
    v.string(),
    v.check((text) => isClock(text)),
  ),
  body: v.lazy((input) => schemaFor(input)),
});

const schemas = new Map(
  Object.entries(bodies).map(([kind, entries]) => [kind, v.object({ kind: v.literal(kind), ...entries })]),
);

/** Only the schema of the kind that it says it is: twenty tries for each of ten thousand lines would be felt. */
function schemaFor(body: unknown): v.GenericSchema {
  const kind = v.safeParse(v.object({ kind: v.string() }), body);
  return (kind.success ? schemas.get(kind.output.kind) : undefined) ?? v.never();
}

import type { ChangeBody } from "#core/model/change.ts";
import { pence, sayPounds } from "#core/model/pence.ts";
import type { HistoryLine } from "#core/vault/custody.ts";

/** What was told of an entry at one time. */
export interface FieldVersion {
  /** UTC, ISO 8601 */
  readonly at: string;
  /** whether it was this window, since it was opened */
  readonly mine: boolean;
  /** the entry's own field names, those that changed: before and after as text; before is null for a new entry */
  readonly fields: readonly { readonly name: string; readonly before: string | null; readonly after: string }[];
  readonly did: "kept" | "changed" | "removed";
}

/**
 * Every version of an entry, or of the person (`"person"`), oldest first. What was erased for good is not among them, and
 * neither is a change that says what was said already.
 */
export function versionsOf(
  history: readonly HistoryLine[],
  entryId: string,
  mine: ReadonlySet<string>,
): readonly FieldVersion[] {
  const versions: FieldVersion[] = [];
  let before: Fields | null = null;
  for (const { at, writer, body } of history) {
    if (body === null) continue;
    const told = toldOf(body, entryId);
    const isRemoved = body.kind === "entry-removed" && body.entryId === entryId;
    if (told === null && !isRemoved) continue;
    const after: Fields | null = isRemoved ? null : { ...(before ?? {}), ...(told ?? {}) };
    const fields = changed(before, after);
    const did = after === null ? "removed" : before === null ? "kept" : "changed";
    if (did !== "changed" || fields.length > 0) versions.push({ at, mine: mine.has(writer), fields, did });
    before = after;
  }
  return versions;
}

type Fields = Readonly<Record<string, unknown>>;

/** What a change tells of the entry; null where it is about something else. */
function toldOf(body: ChangeBody, entryId: string): Fields | null {
  if (entryId === "person") return toldOfPerson(body);
  const entry = entryOf(body);
  if (entry === null || entry.id !== entryId) return null;
  const { id: _id, ...fields } = entry;
  return fields;
}

function toldOfPerson(body: ChangeBody): Fields | null {
  if (body.kind === "person-told") return { ...body.person };
  if (body.kind === "reference-told") return { caseReference: body.caseReference };
  return body.kind === "wants-told" ? { wants: body.wants } : null;
}

function entryOf(body: ChangeBody): ({ readonly id: string } & object) | null {
  switch (body.kind) {
    case "call-kept":
      return body.call;
    case "message-kept":
      return body.message;
    case "cost-kept":
      return body.cost;
    case "event-kept":
      return body.event;
    case "issue-kept":
      return body.issue;
    default:
      return null;
  }
}

function changed(before: Fields | null, after: Fields | null): FieldVersion["fields"] {
  if (after === null) return [];
  return Object.entries(after).flatMap(([name, value]) => {
    const now = sayField(name, value);
    const was = before === null || !(name in before) ? null : sayField(name, before[name]);
    return now === was || (was === null && now === "") ? [] : [{ name, before: was, after: now }];
  });
}

/** A field's value as text, a line each for a list. */
function sayField(name: string, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (name === "amount" && typeof value === "number") return sayPounds(pence(value));
  if (Array.isArray(value)) return value.map((one) => sayField("", one)).join("\n");
  if (typeof value !== "object") return String(value);
  return Object.values(value)
    .map((one) => sayField("", one))
    .filter((text) => text !== "")
    .join(", ");
}

import { buildChronology } from "../../chronology/build.ts";
import type { CalendarDay } from "../../model/calendar-day.ts";
import type { CaseFile } from "../../model/case-file.ts";
import type { Event, EventSource } from "../../model/event.ts";
import type { Exhibit } from "../../model/exhibit.ts";
import { callJson, costJson, type EntryJson, eventJson, issueJson, messageJson } from "../entry-json.ts";

/** One row of a timeline that leaves Folio: for a spreadsheet, a calendar or another program. */
export interface TimelineRow extends Omit<Event, "day" | "lane" | "source"> {
  /** an exhibit's or entry's own id; a date in a letter and a promise on a call add their place: "….date-3" */
  readonly id: string;
  readonly type: "letter" | "date" | "call" | "promise" | "message" | "cost" | "event" | "issue";
  /** null for what has no date: an issue, a letter without one */
  readonly day: CalendarDay | null;
  readonly lane: Event["lane"] | null;
  /** the exhibit's number, for letters and the dates in them */
  readonly exhibit: number | null;
  /** the exhibit's own page, from 1 */
  readonly page: number | null;
  /** what a person entered, as case.json writes it; null for letters, their dates, and promises */
  readonly entry: EntryJson | null;
}

/** Every entry of a case file with its id: the dated ones in order of days, then the others. */
export function timelineRows(file: CaseFile): readonly TimelineRow[] {
  const exhibits = new Map(file.exhibits.map((exhibit) => [exhibit.number, exhibit]));
  const entries = entriesById(file);
  const dated = buildChronology(file).map((event) => datedRow(event, exhibits, entries));
  const shown = new Set(dated.map(({ id }) => id));
  const letters = file.exhibits.filter(({ id, withdrawn }) => !withdrawn && !shown.has(id)).map(undatedLetter);
  const issues = file.issues.map((issue) => ({
    ...undated,
    id: issue.id,
    type: "issue" as const,
    what: issue.title,
    entry: { type: "issue", ...issueJson(issue) },
  }));
  return [...dated, ...letters, ...issues];
}

/** The id that a row of the chronology goes by outside Folio; the same for as long as its entry is kept. */
export function rowId(source: EventSource, exhibits: ReadonlyMap<number, Pick<Exhibit, "id">>): string {
  switch (source.kind) {
    case "letter":
      return exhibits.get(source.exhibit)?.id ?? "";
    case "mention":
      return `${exhibits.get(source.exhibit)?.id ?? ""}.date-${source.position + 1}`;
    case "promise":
      return `${source.callId}.promise-${source.position + 1}`;
    default:
      return source.id;
  }
}

const undated = {
  day: null,
  until: null,
  precision: "day",
  time: null,
  lane: null,
  role: null,
  confirmed: true,
  exhibit: null,
  page: null,
} as const;

function undatedLetter(exhibit: Exhibit): TimelineRow {
  return { ...undated, id: exhibit.id, type: "letter", what: exhibit.title, exhibit: exhibit.number, entry: null };
}

function datedRow(
  { source, ...event }: Event,
  exhibits: ReadonlyMap<number, Exhibit>,
  entries: ReadonlyMap<string, EntryJson>,
): TimelineRow {
  const id = rowId(source, exhibits);
  return {
    ...event,
    id,
    type: source.kind === "mention" ? "date" : source.kind,
    exhibit: source.kind === "letter" || source.kind === "mention" ? source.exhibit : null,
    page: source.kind === "mention" ? source.page : null,
    entry: entries.get(id) ?? null,
  };
}

function entriesById(file: CaseFile): ReadonlyMap<string, EntryJson> {
  return new Map<string, EntryJson>([
    ...file.calls.map((call) => [call.id, { type: "call", ...callJson(call) }] as const),
    ...file.messages.map((message) => [message.id, { type: "message", ...messageJson(message) }] as const),
    ...file.costs.map((cost) => [cost.id, { type: "cost", ...costJson(cost, file.exhibits) }] as const),
    ...file.events.map((event) => [event.id, { type: "event", ...eventJson(event) }] as const),
  ]);
}

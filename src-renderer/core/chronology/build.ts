import type { CallNote, PortalMessage } from "../model/call-note.ts";
import type { CaseFile } from "../model/case-file.ts";
import type { Cost } from "../model/cost.ts";
import type { Event, Lane } from "../model/event.ts";
import type { EventNote } from "../model/event-note.ts";
import { type Exhibit, type JudgedMention, judgedMentions } from "../model/exhibit.ts";
import { type DateRole, type DateValue, firstDay } from "../model/mention.ts";
import { sayPounds } from "../model/pence.ts";
import { isLineByLine } from "./line-by-line.ts";

/**
 * Everything dated in a case file, in order: letters, the dates read in them, calls, messages, costs, promises, events.
 *
 * Dates of birth and dates a person said are wrong are left out. The same date with the same role in one letter
 * is one row, however often the letter prints it. Withdrawn exhibits have no rows.
 */
export function buildChronology(file: CaseFile): readonly Event[] {
  const rows = [
    ...file.exhibits.filter((exhibit) => !exhibit.withdrawn).flatMap(exhibitRows),
    ...file.calls.flatMap(callRows),
    ...file.messages.map(messageRow),
    ...file.costs.map(costRow),
    ...file.events.map(noteRow),
  ];
  return rows
    .map((row, position) => ({ row, position }))
    .sort((one, other) => compareRows(one.row, other.row) || one.position - other.position)
    .map(({ row }) => row);
}

function compareRows(one: Event, other: Event): number {
  return compareText(one.day, other.day) || compareText(one.time ?? "", other.time ?? "");
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function exhibitRows(exhibit: Exhibit): readonly Event[] {
  const judged = judgedMentions(exhibit);
  const own = letterRow(exhibit, judged);
  const rest = judged.filter(
    (mention, position) =>
      mention.role !== "letter-date" &&
      mention.role !== "birth" &&
      judged.findIndex((other) => sameDate(other, mention)) === position,
  );
  return [...own, ...rest.map((mention) => mentionRow(exhibit, mention))];
}

/** The letter itself, on its own date. A letter without a date has no row of its own. */
function letterRow(exhibit: Exhibit, judged: readonly JudgedMention[]): readonly Event[] {
  const told = judged.find((mention) => mention.role === "letter-date");
  const day = told === undefined ? exhibit.letter.letterDate : firstDay(told.value);
  if (day === null) return [];
  return [
    {
      day,
      until: null,
      precision: "day",
      time: null,
      lane: exhibit.letter.sender === "other" || isLineByLine(exhibit.letter.sender) ? "facts" : "they-wrote",
      role: "letter-date",
      what: exhibit.title,
      confirmed: told?.confirmed ?? false,
      source: { kind: "letter", exhibit: exhibit.number },
    },
  ];
}

function mentionRow(exhibit: Exhibit, mention: JudgedMention): Event {
  return {
    day: firstDay(mention.value),
    until: lastDay(mention.value),
    precision: mention.value.kind === "month" ? "month" : "day",
    time: null,
    lane: mentionLane(exhibit, mention),
    role: mention.role,
    what: mentionWords(exhibit, mention),
    confirmed: mention.confirmed,
    source: {
      kind: "mention",
      exhibit: exhibit.number,
      page: mention.page,
      position: mention.position,
    },
  };
}

/** A record has a date on every line: unless somebody confirmed one, they are its own business, limits included. */
function mentionLane({ letter }: Exhibit, { role, confirmed }: JudgedMention): Lane {
  if (isLineByLine(letter.sender) && !confirmed) return "other";
  if (role === "deadline") return "limits";
  return role === "event" || role === "decision-effective" ? "facts" : "other";
}

/** The letter's own words around the date; what they were read as; where they stand. */
function mentionWords(exhibit: Exhibit, mention: JudgedMention): string {
  const said = mention.context === "" ? mention.words : mention.context;
  const role = mention.role === "event" ? "" : `${roleWords[mention.role]}: `;
  return `${role}“${said}” (${exhibit.title})`;
}

function callRows(call: CallNote): readonly Event[] {
  const row: Event = {
    day: call.day,
    until: null,
    precision: "day",
    time: call.time,
    lane: "calls",
    role: null,
    what: `${call.direction === "out" ? "Call to" : "Call from"} ${call.who === "" ? "the Service" : call.who}`,
    confirmed: true,
    source: { kind: "call", id: call.id },
  };
  const promised = call.promises.flatMap(({ what, by }, position): readonly Event[] =>
    by === null
      ? []
      : [
          {
            ...row,
            day: by,
            time: null,
            lane: "limits",
            what: `Promised by this day: ${what}`,
            source: { kind: "promise", callId: call.id, position },
          },
        ],
  );
  return [row, ...promised];
}

function messageRow(message: PortalMessage): Event {
  return {
    day: message.day,
    until: null,
    precision: "day",
    time: message.time,
    lane: message.direction === "out" ? "you-wrote" : "they-wrote",
    role: null,
    what: `Portal message ${message.direction === "out" ? "sent" : "received"}: ${message.subject}`,
    confirmed: true,
    source: { kind: "message", id: message.id },
  };
}

function costRow(cost: Cost): Event {
  return {
    day: cost.day,
    until: null,
    precision: "day",
    time: null,
    lane: "costs",
    role: null,
    what: `${cost.what}, ${cost.payee}: ${sayPounds(cost.amount)}`,
    confirmed: true,
    source: { kind: "cost", id: cost.id },
  };
}

/** What a person typed is never among the dates that begin hidden. */
function noteRow(note: EventNote): Event {
  return {
    day: note.day,
    until: null,
    precision: "day",
    time: note.time,
    lane: "facts",
    role: null,
    what: note.text,
    confirmed: true,
    source: { kind: "event", id: note.id },
  };
}

function sameDate(one: JudgedMention, other: JudgedMention): boolean {
  return one.role === other.role && JSON.stringify(one.value) === JSON.stringify(other.value);
}

function lastDay(value: DateValue): Event["until"] {
  if (value.kind !== "span") return null;
  return firstDay({ kind: "span", start: value.end, end: value.end });
}

const roleWords: Record<DateRole, string> = {
  "letter-date": "Letter dated",
  deadline: "Time limit",
  "payment-due": "Payment due",
  "decision-effective": "Takes effect",
  period: "Period",
  birth: "Date of birth",
  event: "Event",
  other: "Date",
};

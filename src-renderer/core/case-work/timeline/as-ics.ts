import { packChronology } from "../../chronology/for-pack.ts";
import { addDays, addMonths, type CalendarDay } from "../../model/calendar-day.ts";
import type { CaseFile } from "../../model/case-file.ts";
import type { Event } from "../../model/event.ts";
import { rowId } from "./timeline.ts";

/**
 * A timeline for a calendar (RFC 5545). Calendars are shared, copied to telephones and shown on locked screens, so
 * nothing of the case is in it but days, times, what kind of thing each is, and exhibits' numbers. Dates that only
 * stand in a letter, and that nobody has confirmed, are left out as they are from a pack's chronology.
 *
 * @param at when it is made
 */
export function timelineIcs(file: CaseFile, at: Date): string {
  const exhibits = new Map(file.exhibits.map((exhibit) => [exhibit.number, exhibit]));
  const { events } = packChronology(file);
  const stamp = at.toISOString().replaceAll(/[-:]|\.\d+/g, "");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Folio//Folio//EN",
    "CALSCALE:GREGORIAN",
    ...britishTime,
    ...events.flatMap((event) => [
      "BEGIN:VEVENT",
      `UID:${rowId(event.source, exhibits).replaceAll(/[^\w.-]/g, "")}@folio`,
      `DTSTAMP:${stamp}`,
      ...whenLines(event),
      `SUMMARY:${neutralTitle(event)}`,
      "CLASS:PRIVATE",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** A moment in Britain, or whole days; a calendar's last day is the one after. */
function whenLines({ day, until, precision, time }: Event): readonly string[] {
  if (time !== null) return [`DTSTART;TZID=Europe/London:${plain(day)}T${time.replace(":", "")}00`];
  const after = precision === "month" ? addMonths(day, 1) : addDays(until ?? day, 1);
  return [`DTSTART;VALUE=DATE:${plain(day)}`, `DTEND;VALUE=DATE:${plain(after)}`];
}

function plain(day: CalendarDay): string {
  return day.replaceAll("-", "");
}

function neutralTitle({ source, role }: Event): string {
  switch (source.kind) {
    case "letter":
      return `Folio: letter ${source.exhibit}`;
    case "mention":
      return role === "deadline"
        ? `Folio: last day, letter ${source.exhibit}`
        : `Folio: date in letter ${source.exhibit}`;
    default:
      return titles[source.kind];
  }
}

const titles = {
  call: "Folio: call",
  message: "Folio: message",
  cost: "Folio: payment",
  event: "Folio: note",
  promise: "Folio: to be answered by this day",
} as const;

/** Lines are at most 75 octets (all of it is ASCII); a longer one goes on after a line break and a space. */
function folded(line: string): string {
  return [line.slice(0, 75), ...(line.slice(75).match(/.{1,74}/g) ?? [])].join("\r\n ");
}

/** The rule since 1996; moments before that are not kept by the minute here. */
const britishTime = [
  "BEGIN:VTIMEZONE",
  "TZID:Europe/London",
  "BEGIN:STANDARD",
  "DTSTART:19961027T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0000",
  "TZNAME:GMT",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:19960331T010000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0100",
  "TZNAME:BST",
  "END:DAYLIGHT",
  "END:VTIMEZONE",
];

import { type CalendarDay, parseDay } from "../model/calendar-day.ts";
import { readDay, written } from "./case-json-fields.ts";

/** A day, and the time of day where one was told, as a clock in Britain shows it. */
export interface When {
  readonly date: CalendarDay;
  /** "HH:MM" */
  readonly time: string | null;
}

/** A day as case.json writes it, or a moment: "2026-03-04T10:00", or with a zone of its own ("…T10:00:00Z"). */
export const when = written("a date like 2026-03-04, or a date and time like 2026-03-04T10:00", readWhen);

function readWhen(value: unknown): When | null {
  const date = readDay(value);
  if (date !== null || typeof value !== "string") return date === null ? null : { date, time: null };
  const found =
    /^(\d{4}-\d{2}-\d{2})[T ]((?:[01]\d|2[0-3]):[0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/.exec(
      value.trim(),
    );
  const day = parseDay(found?.[1] ?? "");
  const time = found?.[2] ?? "";
  if (day === null) return null;
  return found?.[3] === undefined ? { date: day, time } : inBritain(new Date(`${day}T${time}:00${found[3]}`));
}

const london = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

function inBritain(moment: Date): When | null {
  const parts = new Map(london.formatToParts(moment).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? "";
  const date = parseDay(`${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`);
  return date === null ? null : { date, time: `${part("hour")}:${part("minute")}` };
}

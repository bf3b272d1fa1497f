import type { CaseFile } from "../model/case-file.ts";
import type { Event } from "../model/event.ts";
import type { Sender } from "../model/letter.ts";
import type { DateRole } from "../model/mention.ts";
import { buildChronology } from "./build.ts";
import { isLineByLine } from "./line-by-line.ts";

/** A chronology that a caseworker can read, and how much was left out of it. */
export interface PackChronology {
  readonly events: readonly Event[];
  /** dates that were read by machine, that nobody has confirmed, and that change nothing about the story */
  readonly leftOut: number;
}

/**
 * The rows of a pack's chronology: every letter, call, message, cost and promise, every confirmed date, and of the
 * unconfirmed ones only those that limit or change something, or that somebody wrote about as having happened.
 *
 * A statement or bill has a date on every line, and a payment plan one for every payment: unconfirmed, they are the
 * exhibit's business, not the story's. One happening named by several letters stands once, where it was first written.
 */
export function packChronology(file: CaseFile): PackChronology {
  const all = buildChronology(file);
  const senders = new Map(file.exhibits.map((exhibit) => [exhibit.number, exhibit.letter.sender]));
  const seen = new Set<string>();
  const events = all.filter((event) => {
    if (!tells(event, senders)) return false;
    if (event.source.kind !== "mention" || event.confirmed) return true;
    const happening = `${event.day} ${event.until} ${event.role}`;
    if (seen.has(happening)) return false;
    seen.add(happening);
    return true;
  });
  return { events, leftOut: all.length - events.length };
}

const tellingRoles: ReadonlySet<DateRole | null> = new Set<DateRole>(["deadline", "decision-effective", "event"]);

function tells(event: Event, senders: ReadonlyMap<number, Sender>): boolean {
  if (event.source.kind !== "mention" || event.confirmed) return true;
  return tellingRoles.has(event.role) && !isLineByLine(senders.get(event.source.exhibit));
}

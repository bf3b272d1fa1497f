import { type CalendarMonth, sayDay, sayMonth } from "../../model/calendar-day.ts";
import type { Event } from "../../model/event.ts";
import type { Numbering } from "../numbering.ts";
import { colours } from "../page/paper.ts";
import type { Span } from "../page/wrap.ts";
import type { PackPlan } from "../plan.ts";
import { type Block, type Row, say } from "./block.ts";
import { pageLink, proofLink } from "./links.ts";

/** What happened, in order. A date nobody has confirmed says so. */
export function chronologyBlocks(plan: PackPlan, numbering: Numbering): readonly Block[] {
  const note = chronologyNote(plan);
  return [
    ...(note === "" ? [] : ([{ kind: "paragraph", spans: say(note), look: "small" }] as const)),
    {
      kind: "table",
      columns: [
        { head: "Date", share: 0.22 },
        { head: "What happened", share: 0.52 },
        { head: "Where to find it", share: 0.26 },
      ],
      rows: plan.events.map((event) => eventRow(event, numbering)),
    },
  ];
}

/** How far the dates can be relied on, and what is not listed. */
function chronologyNote({ events, eventsLeftOut }: PackPlan): string {
  const unconfirmed = events.filter(({ confirmed }) => !confirmed).length;
  const sentences: string[] = [];
  if (unconfirmed > 0) {
    sentences.push(
      `${unconfirmed} of these ${events.length} dates were read from the documents by a computer and have not been checked by a person yet. They are marked “date not confirmed”.`,
    );
  }
  if (eventsLeftOut > 0) {
    sentences.push(
      `${eventsLeftOut} more dates in the documents, such as lines of statements and plans and second mentions, are not listed here.`,
    );
  }
  return sentences.join(" ");
}

function eventRow(event: Event, numbering: Numbering): Row {
  const mark: readonly Span[] = event.confirmed
    ? []
    : [{ text: "\ndate not confirmed", weight: "italic", colour: colours.amber }];
  return { cells: [[{ text: sayWhen(event) }, ...mark], say(event.what), whereFound(event, numbering)] };
}

/** "3 March 2026, 10:15", "March 2026", "1 to 31 March 2026". */
export function sayWhen(event: Pick<Event, "day" | "until" | "precision" | "time">): string {
  if (event.until !== null && event.until !== event.day) {
    return `${sayDay(event.day)} to ${sayDay(event.until)}`;
  }
  if (event.precision === "month") return sayMonth(event.day.slice(0, 7) as CalendarMonth);
  return event.time === null ? sayDay(event.day) : `${sayDay(event.day)}, ${event.time}`;
}

function whereFound({ source }: Event, numbering: Numbering): readonly Span[] {
  switch (source.kind) {
    case "letter":
      return proofLink(numbering, { exhibit: source.exhibit, page: null });
    case "mention":
      return proofLink(numbering, source);
    case "call":
      return [{ text: "Call note, " }, ...pageLink(numbering, `call:${source.id}`, "the call note")];
    case "promise":
      return [{ text: "Call note, " }, ...pageLink(numbering, `call:${source.callId}`, "the call note")];
    case "message":
      return [{ text: "Message, " }, ...pageLink(numbering, `message:${source.id}`, "the message")];
    case "cost":
      return [{ text: "Costs, " }, ...pageLink(numbering, `cost:${source.id}`, "the cost")];
    case "event":
      return [{ text: "Noted by the person" }];
  }
}

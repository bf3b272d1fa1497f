import { parseMonth, sayDay, sayMonth } from "#core/model/calendar-day.ts";
import type { CaseFile } from "#core/model/case-file.ts";
import type { Event, EventSource } from "#core/model/event.ts";
import { go, openLetter } from "../place.ts";
import { laneWords, words } from "../words/common.ts";
import { timelineWords } from "../words/timeline.ts";
import { Icon } from "./icon.tsx";
import { laneIcons } from "./lane-icons.ts";

interface EventRowProps {
  readonly event: Event;
  readonly file: CaseFile;
}

/** One row of the chronology: its day, its lane, what it says, and the way to where it comes from. */
export function EventRow({ event, file }: EventRowProps) {
  return (
    <li className={`event ${event.lane}`}>
      <span className={event.confirmed ? "event-day" : "event-day unchecked"}>{dayOf(event)}</span>
      <span className="lane-mark">
        <Icon name={laneIcons[event.lane]} size={16} />
        <span className="only-heard">{laneWords[event.lane]}: </span>
      </span>
      <div className="event-what">
        <button type="button" className="event-link" onClick={() => openSource(event.source, file)}>
          {event.what}
        </button>
        <span className="row small soft">
          <span>{sourceWords(event.source)}</span>
          {event.confirmed ? null : <span className="tag amber">{words.notChecked}</span>}
        </span>
      </div>
    </li>
  );
}

function dayOf(event: Event): string {
  if (event.precision === "month") {
    const month = parseMonth(event.day.slice(0, 7));
    return month === null ? "" : timelineWords.monthOnly(sayMonth(month));
  }
  const time = event.time === null ? "" : `, ${event.time}`;
  const until = event.until === null || event.until === event.day ? "" : ` ${timelineWords.until(sayDay(event.until))}`;
  return `${sayDay(event.day)}${until}${time}`;
}

function sourceWords(source: EventSource): string {
  if (source.kind === "mention") return timelineWords.page(source.exhibit, source.page);
  if (source.kind === "letter") return timelineWords.exhibit(source.exhibit);
  return timelineWords.from[source.kind];
}

/** Goes to where an event comes from: the letter at its page, the calls, the costs. */
export function openSource(source: EventSource, file: CaseFile): void {
  if (source.kind === "letter" || source.kind === "mention") {
    const exhibit = file.exhibits.find((one) => one.number === source.exhibit);
    const at = source.kind === "mention" ? { page: source.page, position: source.position } : {};
    if (exhibit !== undefined) openLetter(exhibit.id, at);
  } else {
    go(source.kind === "cost" ? "costs" : "calls");
  }
}

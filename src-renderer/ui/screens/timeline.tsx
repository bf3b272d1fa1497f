import { useMemo, useState } from "react";
import { buildChronology } from "#core/chronology/build.ts";
import { parseMonth, sayDay, sayMonth } from "#core/model/calendar-day.ts";
import type { CaseFile } from "#core/model/case-file.ts";
import type { Event, Lane } from "#core/model/event.ts";
import { session } from "../../flows/current-case.ts";
import { useStore } from "../../flows/store.ts";
import { hiddenLanes, showAllLanes, toggleLane } from "../../flows/timeline-view.ts";
import { Button } from "../parts/button.tsx";
import { EventRow } from "../parts/event-row.tsx";
import { Icon } from "../parts/icon.tsx";
import { laneIcons } from "../parts/lane-icons.ts";
import { ScreenHead } from "../parts/screen-head.tsx";
import { go } from "../place.ts";
import { laneWords, screenNames } from "../words/common.ts";
import { timelineWords } from "../words/timeline.ts";

/** Everything with a date, in order, by month; fewer lanes or a search make it shorter. */
export function Timeline() {
  const file = useStore(session).kept?.file;
  return file === undefined ? null : <AllEvents file={file} />;
}

function AllEvents({ file }: { readonly file: CaseFile }) {
  const events = useMemo(() => buildChronology(file), [file]);
  const hidden = useStore(hiddenLanes);
  const [search, setSearch] = useState("");
  const found = events.filter((event) => matches(event, search));
  const shown = found.filter((event) => !hidden.has(event.lane));
  if (events.length === 0) return <NoEvents />;
  return (
    <div className="screen">
      <ScreenHead title={screenNames.timeline} lede={timelineWords.lede} />
      <div className="filters">
        <div className="field search">
          <label htmlFor="timeline-search">{timelineWords.search}</label>
          <input
            id="timeline-search"
            type="search"
            className="input"
            autoComplete="off"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </div>
        <LaneChoice events={events} hidden={hidden} />
      </div>
      <div className="row">
        <p className="small soft" role="status">
          {timelineWords.count(shown.length, events.length)}
        </p>
        <OthersHidden count={found.filter((event) => event.lane === "other").length} isSearch={search.trim() !== ""} />
      </div>
      {shown.length === 0 ? (
        <div className="empty">
          <p>{timelineWords.none}</p>
          <Button
            onPress={() => {
              showAllLanes();
              setSearch("");
            }}
          >
            {timelineWords.clear}
          </Button>
        </div>
      ) : (
        <Months events={shown} file={file} />
      )}
    </div>
  );
}

interface LaneChoiceProps {
  readonly events: readonly Event[];
  readonly hidden: ReadonlySet<Lane>;
}

/** Says plainly how much is not shown, with the one step that shows it. */
function OthersHidden({ count, isSearch }: { readonly count: number; readonly isSearch: boolean }) {
  const isHidden = useStore(hiddenLanes).has("other");
  if (!isHidden || count === 0) return null;
  return (
    <>
      <span className="small">{isSearch ? timelineWords.othersMatch(count) : timelineWords.othersHidden(count)}</span>
      <Button small onPress={() => toggleLane("other")}>
        {timelineWords.showOthers(count)}
      </Button>
    </>
  );
}

function LaneChoice({ events, hidden }: LaneChoiceProps) {
  const lanes = Object.keys(laneWords).filter((lane): lane is Lane => events.some((event) => event.lane === lane));
  return (
    <fieldset>
      <legend>{timelineWords.show}</legend>
      <div className="lanes">
        {lanes.map((lane) => (
          <label className={`choice lane ${lane}`} key={lane}>
            <input type="checkbox" checked={!hidden.has(lane)} onChange={() => toggleLane(lane)} />
            <span className="lane-mark">
              <Icon name={laneIcons[lane]} size={16} />
            </span>
            {laneWords[lane]}
            <span className="soft small">{events.filter((event) => event.lane === lane).length}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Months({ events, file }: { readonly events: readonly Event[]; readonly file: CaseFile }) {
  const months = [...new Set(events.map((event) => event.day.slice(0, 7)))];
  return (
    <div className="months">
      {months.map((text) => {
        const month = parseMonth(text);
        return (
          <section key={text} className="month" aria-labelledby={`month-${text}`}>
            <h2 id={`month-${text}`}>{month === null ? "" : sayMonth(month)}</h2>
            <ol className="events">
              {events
                .filter((event) => event.day.startsWith(text))
                .map((event) => (
                  <EventRow key={keyOf(event)} event={event} file={file} />
                ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}

function NoEvents() {
  return (
    <div className="screen">
      <ScreenHead title={screenNames.timeline} lede={timelineWords.lede} />
      <div className="empty">
        <Icon name="timeline" size={32} />
        <h2>{timelineWords.emptyTitle}</h2>
        <p>{timelineWords.emptyText}</p>
        <Button kind="first" onPress={() => go("inbox")}>
          {timelineWords.addLetters}
        </Button>
      </div>
    </div>
  );
}

/** A row is found by what it says, by its day as it stands on screen, and by its lane. */
function matches(event: Event, search: string): boolean {
  const text = `${event.what} ${sayDay(event.day)} ${laneWords[event.lane]}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function keyOf(event: Event): string {
  return `${event.day} ${event.what} ${JSON.stringify(event.source)}`;
}

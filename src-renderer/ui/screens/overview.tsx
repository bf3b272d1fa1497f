import { useMemo } from "react";
import { buildChronology } from "#core/chronology/build.ts";
import { daysBetween, sayDay } from "#core/model/calendar-day.ts";
import type { CaseFile } from "#core/model/case-file.ts";
import type { Event } from "#core/model/event.ts";
import { isUnderWay, readings } from "../../flows/add-letters.ts";
import { session } from "../../flows/current-case.ts";
import { beginPerson, personDraft } from "../../flows/drafts.ts";
import { lettersWaiting, waitingCount } from "../../flows/found-dates.ts";
import { useStore } from "../../flows/store.ts";
import { today } from "../../flows/today.ts";
import { AddButton } from "../parts/add-button.tsx";
import { Button } from "../parts/button.tsx";
import { Conflicts } from "../parts/conflicts.tsx";
import { openSource } from "../parts/event-row.tsx";
import { Icon } from "../parts/icon.tsx";
import { BackupLine, OverviewReminders } from "../parts/overview-safety.tsx";
import { PersonForm } from "../parts/person-form.tsx";
import { ScreenHead } from "../parts/screen-head.tsx";
import { You } from "../parts/you.tsx";
import { go, openLetter, type ScreenName } from "../place.ts";
import { screenNames } from "../words/common.ts";
import { overviewWords } from "../words/timeline.ts";

/** Where the case file stands: what waits, what comes next, what is in it, and whose it is. */
export function Overview() {
  const file = useStore(session).kept?.file;
  const draft = useStore(personDraft);
  const events = useMemo(() => (file === undefined ? [] : buildChronology(file)), [file]);
  if (file === undefined) return null;
  return (
    <div className="screen">
      <ScreenHead title={screenNames.overview} lede={overviewWords.lede(file.sample ? "" : file.name)} />
      {draft === null ? null : <PersonForm file={file} draft={draft} />}
      <OverviewReminders file={file} />
      <Conflicts />
      <div className="overview">
        <div className="stack">
          <Waiting file={file} />
          <NextDates events={events} file={file} />
          <PassedPromises events={events} file={file} />
        </div>
        <div className="stack">
          <BackupLine file={file} />
          <Counts file={file} />
          {draft === null ? <You file={file} onChange={() => beginPerson(file, "person")} /> : null}
        </div>
      </div>
      <p className="small soft">{overviewWords.disclaimer}</p>
    </div>
  );
}

function Waiting({ file }: { readonly file: CaseFile }) {
  const letters = lettersWaiting(file);
  const dates = letters.reduce((sum, letter) => sum + waitingCount(letter), 0);
  const [first] = letters;
  const underWay = useStore(readings).filter(isUnderWay).length;
  return (
    <section className="card stack tight" aria-labelledby="waiting-title">
      <h2 id="waiting-title">{overviewWords.waitingTitle}</h2>
      {underWay === 0 ? null : (
        <p className="row">
          <span>{overviewWords.beingRead(underWay)}</span>
          <Button small onPress={() => go("inbox")}>
            {overviewWords.seeReading}
          </Button>
        </p>
      )}
      {file.exhibits.length === 0 && underWay === 0 ? (
        <>
          <p>{overviewWords.noLetters}</p>
          <div>
            <AddButton />
          </div>
        </>
      ) : file.exhibits.length === 0 ? null : first === undefined ? (
        <p className="row">
          <Icon name="tick" />
          {overviewWords.nothingWaits}
        </p>
      ) : (
        <>
          <p>{overviewWords.datesWaiting(dates, letters.length)}</p>
          <div>
            <Button kind="first" onPress={() => openLetter(first.id)}>
              {overviewWords.checkThem}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

interface DatedProps {
  readonly events: readonly Event[];
  readonly file: CaseFile;
}

function EventLink({ event, file }: { readonly event: Event; readonly file: CaseFile }) {
  return (
    <button type="button" className="event-link" onClick={() => openSource(event.source, file)}>
      {event.what}
    </button>
  );
}

/** Limits and promises that lie ahead; a date nobody has checked says so. */
function NextDates({ events, file }: DatedProps) {
  const now = today();
  const ahead = events.filter((event) => event.lane === "limits" && event.day >= now).slice(0, 5);
  return (
    <section className="card stack tight" aria-labelledby="next-title">
      <h2 id="next-title">{overviewWords.nextTitle}</h2>
      {ahead.length === 0 ? <p className="soft">{overviewWords.nextNone}</p> : null}
      <ol className="due-list">
        {ahead.map((event) => (
          <li key={`${event.day} ${event.what}`}>
            <p className="strong">
              {sayDay(event.day)} <span className="soft small">{overviewWords.days(daysBetween(now, event.day))}</span>
            </p>
            <EventLink event={event} file={file} />
            {event.confirmed ? null : <span className="tag amber">{overviewWords.ifRight}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function PassedPromises({ events, file }: DatedProps) {
  const now = today();
  const passed = events.filter((event) => event.source.kind === "promise" && event.day < now).reverse();
  if (passed.length === 0) return null;
  return (
    <section className="card stack tight" aria-labelledby="promises-title">
      <h2 id="promises-title">{overviewWords.promisesTitle}</h2>
      <p className="soft small">{overviewWords.promisesText}</p>
      <ol className="due-list">
        {passed.slice(0, 5).map((event) => (
          <li key={`${event.day} ${event.what}`}>
            <p className="strong">
              {sayDay(event.day)}{" "}
              <span className="soft small">{overviewWords.daysAgo(daysBetween(event.day, now))}</span>
            </p>
            <EventLink event={event} file={file} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Counts({ file }: { readonly file: CaseFile }) {
  const counts: readonly (readonly [label: string, count: number, screen: ScreenName])[] = [
    [overviewWords.counts.letters, file.exhibits.length, "inbox"],
    [overviewWords.counts.calls, file.calls.length, "calls"],
    [overviewWords.counts.messages, file.messages.length, "calls"],
    [overviewWords.counts.costs, file.costs.length, "costs"],
    [overviewWords.counts.issues, file.issues.length, "complaint"],
  ];
  return (
    <section className="card stack tight" aria-labelledby="counts-title">
      <h2 id="counts-title">{overviewWords.countsTitle}</h2>
      <ul className="counts">
        {counts.map(([label, count, screen]) => (
          <li key={label}>
            <button type="button" className="count-link" onClick={() => go(screen)}>
              <span>{label}</span>
              <span className="strong">{count}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

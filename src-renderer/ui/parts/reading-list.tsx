import { sayDay } from "#core/model/calendar-day.ts";
import {
  clearReadings,
  isUnderWay,
  type Reading,
  readings,
  stopAllReadings,
  stopReading,
} from "../../flows/add-letters.ts";
import { useStore } from "../../flows/store.ts";
import { sayLeft, sayProblemCode } from "../say.ts";
import { inboxWords } from "../words/letters.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

/** Letters on their way in: how far each is, its date as soon as it is known, and what went wrong. */
export function ReadingList() {
  const all = useStore(readings);
  const isBusy = all.some(isUnderWay);
  // What was kept without trouble is in the list of letters below by now; what is kept already is asked about above.
  const shown = all.filter(({ state, problems }) => state !== "same" && (state !== "kept" || problems.length > 0));
  const near = shown.filter((reading) => reading.state !== "waiting");
  const waiting = shown.filter((reading) => reading.state === "waiting");
  return (
    <>
      <p role="status" className="only-heard">
        {announcement(all)}
      </p>
      {shown.length === 0 ? null : (
        <section className="card stack" aria-labelledby="readings-title">
          <div className="row apart">
            <h2 id="readings-title">
              {isBusy ? inboxWords.readingTitle : endTitle(all)}{" "}
              {isBusy ? <span className="soft">{overall(all)}</span> : null}
            </h2>
            {isBusy ? (
              <Button small onPress={stopAllReadings}>
                {inboxWords.stopAll}
              </Button>
            ) : (
              <Button small onPress={clearReadings}>
                {inboxWords.clear}
              </Button>
            )}
          </div>
          <ul className="readings">
            {near.map((reading) => (
              <ReadingRow key={reading.id} reading={reading} />
            ))}
          </ul>
          {waiting.length === 0 ? null : (
            <details>
              <summary>{inboxWords.inLine(waiting.length)}</summary>
              <ul className="readings">
                {waiting.map((reading) => (
                  <ReadingRow key={reading.id} reading={reading} />
                ))}
              </ul>
            </details>
          )}
        </section>
      )}
    </>
  );
}

function ReadingRow({ reading }: { readonly reading: Reading }) {
  const { state } = reading;
  return (
    <li className={`reading ${state}`} data-state={state}>
      <StateMark reading={reading} />
      <div className="stack tight">
        <p className="reading-name">
          <span className="strong">{reading.name}</span>{" "}
          <span className="soft">{state === "reading" ? "" : inboxWords.reading[state]}</span>
        </p>
        {state === "reading" ? <PageProgress reading={reading} /> : null}
        {reading.letterDate === null ? null : <p className="small">{inboxWords.dated(sayDay(reading.letterDate))}</p>}
        {[...new Set(reading.problems)].map((code) => {
          const { what, next } = code === "folio-fault" ? inboxWords.fault : sayProblemCode(code);
          return (
            <p className="small problem" key={code}>
              <strong>{what}</strong> {next}
            </p>
          );
        })}
      </div>
      {isUnderWay(reading) ? (
        <Button small kind="quiet" label={inboxWords.stopName(reading.name)} onPress={() => stopReading(reading.id)}>
          {inboxWords.stop}
        </Button>
      ) : null}
    </li>
  );
}

function PageProgress({ reading }: { readonly reading: Reading }) {
  const { pagesDone, pagesKnown, startedAt } = reading;
  const left = sayLeft(Date.now() - startedAt, pagesDone, pagesKnown);
  return (
    <div className="progress">
      <progress
        aria-label={reading.name}
        {...(pagesDone === 0 ? {} : { value: pagesDone, max: Math.max(pagesKnown, pagesDone) })}
      />
      <p className="small soft">
        {pagesKnown === 0 ? inboxWords.reading.reading : inboxWords.pages(pagesDone, pagesKnown)}
        {left === "" ? "" : `, ${left}`}
      </p>
    </div>
  );
}

/** Kept, but not without trouble, is a warning too. */
function StateMark({ reading }: { readonly reading: Reading }) {
  const { state, problems } = reading;
  if (state === "failed" || problems.length > 0) return <Icon name="warning" />;
  return <Icon name={state === "kept" ? "tick" : state === "stopped" ? "cross" : "letter"} />;
}

/** What the list is about once nothing is being read. */
function endTitle(all: readonly Reading[]): string {
  const failed = all.filter((reading) => reading.state === "failed").length;
  return failed > 0 ? inboxWords.failedTitle(failed) : inboxWords.readTitle;
}

function overall(all: readonly Reading[]): string {
  return inboxWords.overall(all.filter((reading) => !isUnderWay(reading)).length, all.length);
}

/** Said once when reading starts and once when it ends: a screen reader is not to be talked over page by page. */
function announcement(all: readonly Reading[]): string {
  if (all.length === 0) return "";
  const under = all.filter(isUnderWay).length;
  if (under > 0) return inboxWords.started(all.length);
  const kept = all.filter((reading) => reading.state === "kept").length;
  return inboxWords.finished(kept, all.filter((reading) => reading.state === "failed").length);
}

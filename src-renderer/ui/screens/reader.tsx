import { sayDay } from "#core/model/calendar-day.ts";
import type { Exhibit } from "#core/model/exhibit.ts";
import { session } from "../../flows/current-case.ts";
import { foundDates, letterDate, waitingCount } from "../../flows/found-dates.ts";
import { useStore } from "../../flows/store.ts";
import { useKeys } from "../keys.ts";
import { DateList } from "../parts/date-list.tsx";
import { PageView } from "../parts/page-view.tsx";
import { ReaderHead } from "../parts/reader-head.tsx";
import { readingActs, useReading } from "../parts/reading-state.ts";
import { go, openLetter, type Place } from "../place.ts";
import { senderWords, words } from "../words/common.ts";
import { readerWords } from "../words/letters.ts";

interface ReaderProps {
  readonly place: Extract<Place, { screen: "reader" }>;
}

/** One letter: its pages with every found date outlined, and the list of dates to say yes or no to. */
export function Reader({ place }: ReaderProps) {
  const exhibits = useStore(session).kept?.file.exhibits ?? [];
  const at = exhibits.findIndex((one) => one.id === place.exhibitId);
  const exhibit = exhibits[at];
  if (exhibit === undefined) return null;
  const others = [...exhibits.slice(at + 1), ...exhibits.slice(0, at)];
  const waiting = others.find((other) => !other.withdrawn && waitingCount(other) > 0);
  const beside = { before: exhibits[at - 1], after: exhibits[at + 1], waiting };
  return <OneLetter place={place} exhibit={exhibit} {...beside} />;
}

interface OneLetterProps extends ReaderProps {
  readonly exhibit: Exhibit;
  readonly before: Exhibit | undefined;
  readonly after: Exhibit | undefined;
  /** the next one with dates that nobody has checked */
  readonly waiting: Exhibit | undefined;
}

function OneLetter({ place, exhibit, before, after, waiting }: OneLetterProps) {
  const dates = foundDates(exhibit);
  const reading = useReading(place, exhibit, dates);
  const openOther = (other: Exhibit | undefined) => {
    if (other !== undefined) openLetter(other.id);
  };
  const acts = readingActs(exhibit, dates, reading);
  useKeys({
    j: acts.down,
    arrowdown: acts.down,
    k: acts.up,
    arrowup: acts.up,
    a: acts.accept,
    enter: (event) => {
      if (!isOnOtherControl(event.target)) acts.accept(event);
    },
    c: acts.correct,
    x: acts.reject,
    u: acts.undo,
    "]": () => openOther(after),
    "[": () => openOther(before),
    "+": reading.bigger,
    "=": reading.bigger,
    "-": reading.smaller,
    pagedown: (event) => reading.turn(event, 1),
    pageup: (event) => reading.turn(event, -1),
    escape: () => go(place.from),
  });
  const dated = letterDate(exhibit);
  return (
    <div className="reader">
      <ReaderHead
        exhibit={exhibit}
        line={[
          readerWords.exhibit(exhibit.number),
          senderWords[exhibit.letter.sender],
          dated === null ? words.noYear : sayDay(dated.day),
        ].join(" · ")}
        from={place.from}
        onPrevious={before === undefined ? null : () => openOther(before)}
        onNext={after === undefined ? null : () => openOther(after)}
      />
      <PageView exhibit={exhibit} dates={dates} reading={reading} />
      <DateList
        exhibit={exhibit}
        dates={dates}
        reading={reading}
        acts={acts}
        onNext={waiting === undefined ? null : () => openOther(waiting)}
      />
    </div>
  );
}

/** Enter presses the button it is on; only on a date's row, or on nothing at all, does it mean "right". */
function isOnOtherControl(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.closest("button, a, summary") !== null && target.dataset["row"] === undefined;
}
